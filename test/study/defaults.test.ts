import { describe, expect, it } from 'vitest'
import { parseStudy } from '../../src/study/read.ts'
import { FILE, studyWith } from './parsed.ts'

const study = (lines = '', wave = '') => parseStudy(studyWith(lines, wave), FILE)

describe('a study file that leaves out all it may', () => {
  it('gets the defaults of the interface', () => {
    const { waves, ...rest } = study()
    expect(rest).toEqual({
      file: FILE,
      title: 'Trend',
      language: 'nl',
      output: '/somewhere/studies/reports/trend',
      programme: { name: 'Eén tegen eenzaamheid', start: '2018-03-08', exposureFrom: '2020-01-01' },
      target: { age: [75, null] },
      bands: { target: [75, 80, 85, 90], all: [18, 35, 50, 65, 75, 85] },
      by: [['sex'], ['age']],
      design: { lonelyPsu: 'adjust' },
      standard: ['first-wave', 'nl-2020'],
      primary: null,
      decision: {
        margin: 0.02,
        tau: 0.005,
        maxDrift: 0.0025,
        alpha: 0.05,
        scale: 'identity',
        lag: 0,
        minPre: 2,
      },
      shocks: [{ from: '2020-03-01', to: '2022-04-01', label: 'COVID-19' }],
      disclosure: { minN: 100, minEvents: 10, presentation: 'nchs' },
      planned: [],
      population: 'built-in',
      forecast: null,
      municipalities: { register: null, geometry: null, threshold: 0.56 },
      report: {},
    })
    expect(waves).toEqual([
      {
        profile: 'gezondheidsmonitor',
        source: 'gezondheidsmonitor',
        wave: '2020',
        files: ['/somewhere/studies/gm2020.sav'],
        folder: null,
        fieldwork: ['2020-09-01', '2020-12-15'],
        role: null,
        mode: null,
        panel: false,
        scale: 'djg11',
        missingRule: 'manual',
        subscaleCutoff: null,
        scoring: null,
        duplicates: null,
        columns: {},
        codes: {},
        decimal: null,
        encoding: null,
        where: `${FILE}:4:5`,
      },
    ])
  })

  it.each([
    ['[65, null]', [65, 70, 75, 80, 85, 90]],
    ['[67, null]', [67, 70, 75, 80, 85, 90]],
    ['[65, 74]', [65, 70]],
    ['[92, null]', [92]],
  ])('has five-year bands for the target %s', (age, bands) => {
    expect(study(`target: { age: ${age} }`).bands.target).toEqual(bands)
  })

  it('does not let a programme reach people before it begins', () => {
    expect(study('programme: { start: 2021-05-01 }').programme.exposureFrom).toBe('2021-05-01')
  })

  it('knows which sources follow the same people, and which scale they ask', () => {
    const nivel = '  - { source: nivel, wave: "2019", files: [n.csv], fieldwork: [2019-09-01, 2019-10-01] }'
    expect(study('', nivel).waves[1]).toMatchObject({ panel: true, scale: 'djg6' })
  })
})
