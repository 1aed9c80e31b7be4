import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Variable } from '../../src/core/data-file.ts'
import type { WaveSpec } from '../../src/core/study.ts'
import { bind } from '../../src/sources/bind.ts'
import { fileWith, numbered, problemsOf, variable, waveOf } from './file-with.ts'

const ITEMS = numbered('item', 1, 11)
const CODES = { yes: [1], moreOrLess: [2], no: [3], missing: [9] }
const survey = (
  variables: readonly (string | Variable)[],
  own: Partial<WaveSpec> = {},
  by: readonly string[] = [],
) => bind(waveOf('microdata', '2024', own), fileWith(variables), by)
const labelled = (labels: Readonly<Record<number, string>>) => ITEMS.map(name => variable(name, labels))
const answersBy = (labels: Readonly<Record<number, string>>) => survey(labelled(labels)).answers

describe('the columns of any other survey', () => {
  it('are what the study file declares, or carry the canonical names', () => {
    const own = {
      codes: { ...CODES, sex: { male: ['M'], female: ['V'] } },
      columns: { weight: 'w', sex: 'gesl', opleiding: 'OPL', item1: 'v1' },
    }
    const names = [
      'v1',
      ...ITEMS.slice(1),
      'w',
      'gesl',
      'OPL',
      'age',
      'stratum',
      'psu',
      'fpc',
      'id',
      'streek',
    ]
    const binding = survey(names, own, ['sex', 'age', 'opleiding', 'streek'])
    expect(binding.columns).toEqual({
      id: 'id',
      stratum: 'stratum',
      psu: 'psu',
      fpc: 'fpc',
      age: 'age',
      sex: 'gesl',
      weight: 'w',
    })
    expect([...binding.by]).toEqual([
      ['opleiding', 'OPL'],
      ['streek', 'streek'],
    ])
    expect(binding.items.get(1)).toBe('v1')
    expect(binding.sex).toEqual({ male: ['M'], female: ['V'] })
  })

  it('may lack everything but the items', () => {
    expect(survey(ITEMS, { codes: CODES }).columns).toEqual({})
  })

  it('are six for the short scale, which has its own cut-off', () => {
    const binding = survey(['item3', 'item4', 'item7', 'item8', 'item9', 'item10'], {
      codes: CODES,
      scale: 'djg6',
    })
    expect([...binding.items.keys()]).toEqual([3, 4, 7, 8, 9, 10])
    expect(binding.subscaleCutoff).toBe(1)
  })

  it('that are declared must be there', () => {
    const [problem] = problemsOf(() =>
      survey([...ITEMS, 'gewicht'], { codes: CODES, columns: { weight: 'gewichtt' } }),
    )
    expect(problem).toMatchObject({
      code: 'columns-missing',
      message: 'survey.sav has no column `gewichtt` for weight',
      hint: expect.stringContaining('did you mean gewicht?'),
    })
  })

  it('point to the short scale when only its items are there', () => {
    const short = ['item3', 'item4', 'item7', 'item8', 'item9', 'item10']
    const [problem] = problemsOf(() => survey(short, { codes: CODES }))
    expect(problem.hint).toContain('scale: djg6')
  })

  it('stand for one item each', () => {
    const [problem] = problemsOf(() => survey(ITEMS, { codes: CODES, columns: { item2: 'item1' } }))
    expect(problem).toMatchObject({
      code: 'column-twice',
      message: 'item1 stands for both item 1 and item 2',
    })
  })

  it('are not chosen between two that differ only in capitals', () => {
    const [problem] = problemsOf(() => survey([...ITEMS, 'GROEP', 'Groep'], { codes: CODES }, ['groep']))
    expect(problem).toMatchObject({
      code: 'column-ambiguous',
      message: 'GROEP and Groep differ from `groep` only in capitals',
    })
  })
})

describe('the codes of any other survey', () => {
  it.each([
    [
      { 1: 'ja', 2: 'min of meer', 3: 'nee' },
      { yes: [1], moreOrLess: [2], no: [3], missing: [] },
    ],
    [
      { 1: 'no', 2: 'more or less', 3: 'yes', 9: 'no answer' },
      { yes: [3], moreOrLess: [2], no: [1], missing: [9] },
    ],
    [
      { 1: '1 = Ja!', 2: 'Ja', 3: 'Min-of-meer', 4: 'Nee', 5: 'Nee!' },
      { yes: [1, 2], moreOrLess: [3], no: [4, 5], missing: [] },
    ],
  ])('are said by value labels: %o', (labels, answers) => {
    expect(answersBy(labels)).toEqual(answers)
  })

  it('are never guessed', () => {
    const [problem, ...others] = problemsOf(() => survey(ITEMS))
    expect(problem).toMatchObject({
      code: 'codes-missing',
      message: 'nothing says which code of item1 … item11 means yes and which means no',
    })
    expect(others).toEqual([])
  })

  it('must be said by the labels of every item', () => {
    const some = ITEMS.map((name, i) =>
      i === 4 ? variable(name) : variable(name, { 1: 'ja', 2: 'min of meer', 3: 'nee' }),
    )
    expect(problemsOf(() => survey(some))[0].message).toContain('of item5 means')
  })

  it('have one meaning each', () => {
    const [problem] = problemsOf(() => survey(ITEMS, { codes: { yes: [1, 2], moreOrLess: [2], no: [3] } }))
    expect(problem).toMatchObject({
      code: 'codes-overlap',
      message: 'the code 2 means both yes and moreOrLess',
    })
  })

  it('of the sexes are declared or labelled', () => {
    const sex = variable('sex', { 1: 'Vrouw', 2: 'Man' })
    expect(survey([...ITEMS, sex], { codes: CODES }).sex).toEqual({ male: [2], female: [1] })
    expect(problemsOf(() => survey([...ITEMS, 'sex'], { codes: CODES }))[0]).toMatchObject({
      code: 'codes-missing',
    })
  })

  it('of the sexes that contradict their labels are refused', () => {
    const sex = variable('sex', { 1: 'vrouw', 2: 'man' })
    const codes = { ...CODES, sex: { male: [1], female: [2] } }
    expect(problemsOf(() => survey([...ITEMS, sex], { codes }))[0]).toMatchObject({ code: 'labels-reversed' })
  })
})

describe('one item labelled the other way round than the others', () => {
  const labels = { 1: 'ja', 2: 'min of meer', 3: 'nee' }
  const reversed = { 1: 'nee', 2: 'min of meer', 3: 'ja' }

  it.each(['declared', 'labelled'])('is found where the codes are %s', how => {
    const variables = ITEMS.map((name, i) => variable(name, i === 3 ? reversed : labels))
    const [problem, ...others] = problemsOf(() =>
      survey(variables, how === 'declared' ? { codes: CODES } : {}),
    )
    expect(problem).toMatchObject({
      code: 'labels-reversed',
      where: '/data/survey.sav, variable item4',
      hint: expect.stringContaining('recode these in the data file'),
    })
    expect(problem.message).toBe(
      'the value labels of item4 contradict the codes: 1 is labelled "nee" but taken as yes, 3 is labelled "ja" but taken as no',
    )
    expect(others).toEqual([])
  })

  it('is found whichever it is and whichever way the others are coded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), fc.boolean(), (odd, turned) => {
        const [most, one] = turned ? [reversed, labels] : [labels, reversed]
        const variables = ITEMS.map((name, i) => variable(name, i === odd ? one : most))
        expect(problemsOf(() => survey(variables)).map(({ where }) => where)).toEqual([
          `/data/survey.sav, variable ${ITEMS[odd]}`,
        ])
      }),
    )
  })
})

describe('what the file declares missing', () => {
  const withMissing = (...missing: Variable['missing']) => ITEMS.map(name => variable(name, {}, missing))

  it('is missing, values and small ranges', () => {
    const variables = withMissing({ kind: 'value', value: 7 }, { kind: 'range', from: 96, to: 99 })
    expect(survey(variables, { codes: CODES }).answers.missing).toEqual([9, 7, 96, 97, 98, 99])
  })

  it('below zero or without end need not be listed', () => {
    const variables = withMissing(
      { kind: 'range', from: -Infinity, to: -1 },
      { kind: 'range', from: 90, to: Infinity },
      { kind: 'value', value: -3 },
    )
    expect(survey(variables, { codes: CODES }).answers.missing).toEqual([9])
  })

  it('may not be an answer', () => {
    const problems = problemsOf(() =>
      survey(withMissing({ kind: 'range', from: 3, to: 9 }), { codes: CODES }),
    )
    expect(problems).toHaveLength(11)
    expect(problems[0]).toMatchObject({
      code: 'missing-contradicts-codes',
      message: 'the file declares 3 to 9 missing, but it holds a code that means no',
      where: '/data/survey.sav, variable item1',
    })
  })
})

describe('a source without microdata', () => {
  it('says so', () => {
    expect(() => bind(waveOf('rivm', '2022'), fileWith(ITEMS), [])).toThrow(
      expect.objectContaining({ code: 'no-microdata', fault: 'usage' }),
    )
  })
})
