import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EjzError } from '../../src/core/error.ts'
import { type Flags, studyFromFlags, waveFromFlags } from '../../src/study/from-flags.ts'
import { parseStudy } from '../../src/study/read.ts'
import { ROOT } from '../source-graph.ts'

function problemsOf(flags: Flags): string[] {
  try {
    studyFromFlags(flags, '/data')
  } catch (error) {
    if (!(error instanceof EjzError)) throw error
    return error.problems.map(({ where, message, hint }) => `${where}: ${message} → ${hint}`)
  }
  return []
}

describe('a study told by options', () => {
  it('is the same as one told by a file', () => {
    const told = studyFromFlags(
      {
        files: ['x.csv'],
        source: 'mijn-enquete',
        waves: ['2024'],
        fieldwork: ['2024-09-01..2024-11-30'],
        columns: ['weight=w', 'item1=dj1', 'education=opl'],
        codes: ['yes=1', 'moreOrLess=2', 'no=3', 'missing=8,9', 'male=M', 'female=V'],
        by: ['sex', 'age:sex,education'],
        scale: 'djg11',
        decimal: 'comma',
      },
      '/data',
    )
    const written = parseStudy(
      `title: mijn-enquete 2024
by: [sex, [age, sex], education]
output: reports/mijn-enquete-2024
waves:
  - source: microdata
    name: mijn-enquete
    wave: "2024"
    files: [x.csv]
    fieldwork: [2024-09-01, 2024-11-30]
    columns: { weight: w, item1: dj1, education: opl }
    codes: { yes: [1], moreOrLess: [2], no: [3], missing: [8, 9], sex: { male: [M], female: [V] } }
    scale: djg11
    decimal: comma
`,
      '/data/ejz.yaml',
    )
    const [wave] = written.waves
    expect(told).toEqual({ ...written, file: null, waves: [{ ...wave, where: told.waves[0].where }] })
  })

  it('takes a folder of LASA for all its waves, with the days of its own files', () => {
    const { waves } = studyFromFlags(
      { files: ['fixtures/lasa'], source: 'lasa', waves: ['B', 'H'] },
      `${ROOT}/test`,
    )
    expect(waves.map(({ wave, folder, files, fieldwork }) => ({ wave, folder, files, fieldwork }))).toEqual(
      ['B', 'H'].map(wave => ({
        wave,
        folder: join(ROOT, 'test/fixtures/lasa'),
        files: [],
        fieldwork: ['', ''],
      })),
    )
    expect(problemsOf({ files: [join(ROOT, 'test'), 'x.sav'], source: 'lasa', waves: ['B'] })[0]).toContain(
      'is a folder, with other input beside it',
    )
  })

  it('takes one file for each wave, or all files for one', () => {
    const files = ['a.sav', 'b.sav']
    const two = studyFromFlags({ files, source: 'gezondheidsmonitor', waves: ['2012', '2016'] }, '/data')
    expect(two.waves.map(({ wave, files: own }) => [wave, own])).toEqual([
      ['2012', ['/data/a.sav']],
      ['2016', ['/data/b.sav']],
    ])
    const one = studyFromFlags({ files, source: 'gezondheidsmonitor', waves: ['2012'] }, '/data')
    expect(one.waves[0].files).toEqual(['/data/a.sav', '/data/b.sav'])
  })

  it('takes a wave named after a year to have lasted it', () => {
    const { waves } = studyFromFlags(
      { files: ['a.sav'], source: 'gezondheidsmonitor', waves: ['2016'] },
      '/data',
    )
    expect(waves[0].fieldwork).toEqual(['2016-01-01', '2016-12-31'])
  })

  it('names all its mistakes by option', () => {
    expect(
      problemsOf({
        files: ['a.csv'],
        source: 'gezondheidsmonitr',
        waves: ['H'],
        columns: ['weight'],
        codes: ['yse=1'],
      }),
    ).toEqual([
      '--source: there is no source `gezondheidsmonitr` → did you mean `gezondheidsmonitor`?',
      '--column: `weight` lacks its = → write --column canonical=actual',
      '--code: `yse` is not the meaning of a code → did you mean `yes`?',
      '--fieldwork: when was the wave `H` held? → add --fieldwork with first and last day, such as 2022-09-12..2022-12-18',
    ])
  })

  it('passes the checks of a study file', () => {
    expect(
      problemsOf({
        files: ['a.csv'],
        source: 'own',
        waves: ['2020'],
        fieldwork: ['2020-12-01..2020-11-01'],
        columns: ['wieght=w'],
        scale: 'djg12',
      }),
    ).toEqual([
      expect.stringContaining('--fieldwork: `fieldwork` ends before it begins'),
      expect.stringContaining('--scale: `scale` must be djg11 or djg6, not `djg12`'),
      expect.stringContaining('--column: `wieght` is not a canonical column'),
    ])
  })

  it('needs neither source nor wave to score', () => {
    expect(waveFromFlags({ files: ['a.csv'], waves: [], codes: ['yes=3'] }, '/data')).toMatchObject({
      profile: 'microdata',
      files: ['/data/a.csv'],
      codes: { yes: [3] },
    })
  })
})
