import { describe, expect, it } from 'vitest'
import { parseStudy } from '../../src/study/read.ts'
import { FILE, problemsOf, studyWith } from './parsed.ts'

function withFigure(figure: string, lines = ''): string {
  return studyWith(
    lines,
    `  - source: gezondheidsmonitor
    wave: "2022"
    fieldwork: [2022-09-01, 2022-12-15]
    figures:
      - { ${figure} }
`,
  )
}

const about = 'measure: lonely, cite: VZinfo'

describe('a published figure', () => {
  it.each([
    ['domain: { target: 75+ }, value: 0.54'],
    ['domain: { target: 75+, age: 75-84, sex: female }, value: 0.54, low: 0.52, high: 0.56'],
    ['domain: { target: all, age: 65-74 }, value: 0.5, n: 900, deff: 1.4, unit: 0'],
  ])('is taken: %s', figure => {
    const [, wave] = parseStudy(withFigure(`${about}, ${figure}`), FILE).waves
    expect(wave.figures).toHaveLength(1)
    expect(wave.figures?.[0]).toMatchObject({ measure: 'lonely', cite: 'VZinfo' })
  })

  it('may be a mean score', () => {
    const [, wave] = parseStudy(
      withFigure('measure: score, cite: VZinfo, domain: { target: 75+ }, value: 3.4, low: 3.3, high: 3.5'),
      FILE,
    ).waves
    expect(wave.figures?.[0].value).toBe(3.4)
  })

  it.each([
    [
      'domain: { target: 75 plus }, value: 0.5',
      'the study knows no population `75 plus`',
      'choose from 75+, all',
    ],
    [
      'domain: { target: 65+ }, value: 0.5',
      'the study knows no population `65+`',
      '{ target: all, age: 65-74 }',
    ],
    ['domain: { sex: male }, value: 0.5', '`target` is missing', '{ target: 75+ }'],
    [
      'domain: { target: 75+, sexe: male }, value: 0.5',
      '`sexe` does not divide people',
      'did you mean `sex`?',
    ],
    ['domain: { target: 75+, sex: man }, value: 0.5', 'there is no sex `man`', 'male'],
    ['domain: { target: 75+, age: 75 tot 85 }, value: 0.5', '`75 tot 85` is no age group', '75-84'],
    [
      'domain: { target: 75+, age: 65-74 }, value: 0.5',
      'lies outside the target population 75+',
      'target: all',
    ],
    ['domain: { target: 75+ }, value: 56', '`value` must be at most 1, not 56', '56 % is 0.56'],
    ['domain: { target: 75+ }, value: 5.6', '`value` must be at most 1, not 5.6', '56 % is 0.56'],
    ['domain: { target: 75+ }, value: 0.5, low: 0.4, high: 52', '`high` must be at most 1, not 52', '0.56'],
    ['domain: { target: 75+ }, value: 0.5, low: 0.4', '`low` stands without `high`', 'both bounds'],
    [
      'domain: { target: 75+ }, value: 0.5, low: 0.51, high: 0.6',
      'does not lie within its interval, 0.51 to 0.6',
      'copy',
    ],
    ['domain: { target: 75+ }, value: 0.5, low: 0.5, high: 0.5', 'does not lie within its interval', 'copy'],
    [
      'domain: { target: 75+ }, value: 0.5, deff: 1.4',
      'a design effect says nothing without `n`',
      'respondents',
    ],
  ])('is refused where it stands: %s', (figure, message, hint) => {
    const problems = problemsOf(withFigure(`${about}, ${figure}`))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/^12:\d+ /)
    expect(problems[0]).toContain(message)
    expect(problems[0].split(' → ')[1]).toContain(hint)
  })

  it('has a score of its own scale', () => {
    const score = 'measure: score, cite: VZinfo, domain: { target: 75+ }, value: 7.5'
    expect(problemsOf(withFigure(score))).toEqual([])
    expect(problemsOf(withFigure(score).replace('figures:', 'scale: djg6\n    figures:'))[0]).toContain(
      'a mean score of djg6 is at most 6, not 7.5',
    )
  })

  it('may be about a group that the study asks for', () => {
    const figure = `${about}, domain: { target: 75+, education: low }, value: 0.5`
    expect(problemsOf(withFigure(figure))[0]).toContain('`education` does not divide people')
    expect(problemsOf(withFigure(figure, 'by: [education]'))).toEqual([])
  })
})

describe('a published wave', () => {
  it('of LASA has its days told, which its files would have', () => {
    const wave =
      '  - { source: lasa, wave: H, figures: [{ measure: lonely, domain: { target: 75+ }, value: 0.5, cite: x }] }'
    expect(problemsOf(studyWith('', wave))[0]).toContain('`fieldwork` is missing')
  })

  it('of RIVM decides no verdict', () => {
    const wave = `  - { source: rivm, wave: 2022, fieldwork: [2022-09-01, 2022-12-01], figures: [{ ${about}, domain: { target: 75+ }, value: 0.5 }] }`
    const problems = problemsOf(studyWith('primary: { source: rivm, wave: 2022 }', wave))
    expect(problems[0]).toContain('estimates of a model')
  })
})
