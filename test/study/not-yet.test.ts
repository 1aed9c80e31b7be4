import { describe, expect, it } from 'vitest'
import { notYet, refuseNotYet, unusedKeys } from '../../src/study/not-yet.ts'
import { parseStudy } from '../../src/study/read.ts'
import { FILE, studyWith } from './parsed.ts'

const study = (lines: string, wave: string) => parseStudy(studyWith(lines, wave), FILE)
const fieldwork = 'fieldwork: [2019-09-01, 2019-10-01]'

describe('what this version cannot do yet', () => {
  it.each([
    [
      `  - { source: rivm, wave: 1, files: [x.csv], ${fieldwork} }`,
      'RIVM publishes tables of a model, no microdata',
    ],
    [
      `  - { source: microdata, wave: 1, folder: x, ${fieldwork} }`,
      'only the files of LASA are found in a folder',
    ],
    [
      `  - { source: microdata, wave: 1, files: [x.csv], ${fieldwork}, columns: { replicate1: r1, score: s } }`,
      'the column replicate1 cannot be used yet',
    ],
  ])('is refused with its place: %s', (wave, message) => {
    const [problem, ...others] = notYet(study('', wave))
    expect(problem).toMatchObject({ code: 'not-yet', where: `${FILE}:8:5` })
    expect(problem.message).toContain(message)
    expect(others).toEqual([])
  })

  it('is refused as wrong use', () => {
    const asked = study('', `  - { source: microdata, wave: 1, folder: x, ${fieldwork} }`)
    expect(() => refuseNotYet(asked)).toThrow(expect.objectContaining({ code: 'not-yet', fault: 'usage' }))
  })

  it('is named where it changes nothing', () => {
    expect(unusedKeys(study('forecast: f.csv\nmunicipalities: { register: g.csv }', ''))).toEqual([
      'municipalities.register',
    ])
  })

  it.each([
    `  - { source: rivm, wave: 1, published: x.csv, ${fieldwork} }`,
    `  - { source: cbs, wave: 1, files: [x.csv], ${fieldwork} }`,
    `  - { source: nivel, wave: 1, files: [x.csv], ${fieldwork} }`,
    `  - { source: microdata, wave: 1, files: [x.csv], ${fieldwork}, duplicates: reject, columns: { wave: jaar, score: s, emotional: e, social: o } }`,
    `  - { source: lasa, wave: H, figures: [{ measure: lonely, domain: { target: 75+ }, value: 0.5, cite: x }], ${fieldwork} }`,
  ])('is not what can be done: %s', wave => {
    expect(notYet(study('', wave))).toEqual([])
  })

  it('is nothing in a study of the Gezondheidsmonitor', () => {
    expect(notYet(study('', ''))).toEqual([])
  })
})
