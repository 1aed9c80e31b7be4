import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseStudy, readStudy } from '../../src/study/read.ts'
import { FILE, problemsOf, studyWith } from './parsed.ts'

const MANY_MISTAKES = `title: Trend
langauge: nl
target: { age: [75, null] }
bands: { target: [70, 75], all: [18, 15] }
by: [sex, [age, age], weight]
standard: [first-waves, nl-2020, own.csv]
primary: { source: gezondheidsmonitor, measure: lonly, wave: "2020" }
decision: { margin: 2, tau: { gezondheidsmonitor: 0.005 } }
waves:
  - source: gezondheidsmonitr
    wave: 2012
    files: [gm2012.sav]
    fieldwork: [2012-09-01, 2012-12-15]
  - source: gezondheidsmonitor
    wave: 2016
    files: gm2016.sav
    feildwork: [2016-09-01, 2016-12-15]
  - source: microdata
    wave: 2016
    files: [x.csv]
    fieldwork: [2016-12-01, 2016-11-15]
    columns: { wieght: w }
  - source: gezondheidsmonitor
    wave: 2020
    files: [x.sav]
  - source: gezondheidsmonitor
    wave: 2020
    fieldwork: [2020-02-30, 2020-12-15]
disclosure:
`

describe('a study file with many mistakes', () => {
  it('has them all named at once, in the order of the file, each with line and column', () => {
    expect(problemsOf(MANY_MISTAKES).map(text => text.split(' → ')[0])).toEqual([
      '2:1 unknown key `langauge`',
      '4:18 the first band of `target` begins at 70, the target population at 75',
      '4:33 `all` must ascend, such as [75, 80, 85]',
      '5:11 a column is crossed with itself',
      '5:23 `weight` does not divide people into groups',
      '6:12 there is no standard `first-waves`',
      '7:49 `measure` must be lonely, severe, very_severe, emotional, social or score, not `lonly`',
      '8:21 `margin` must be below 1, not 2',
      '10:13 `source` must be lasa, gezondheidsmonitor, cbs, nivel, rivm or microdata, not `gezondheidsmonitr`',
      '14:5 `fieldwork` is missing',
      '16:12 `files` must be a list, not `gm2016.sav`',
      '17:5 unknown key `feildwork`',
      '21:16 `fieldwork` ends before it begins',
      '22:16 `wieght` is not a canonical column, nor named under `by`',
      '23:5 `fieldwork` is missing',
      '26:5 `files` is missing',
      '27:11 the wave gezondheidsmonitor 2020 is described twice',
      '28:17 entry 1 of `fieldwork` must be a calendar date written YYYY-MM-DD, not `2020-02-30`',
      '29:12 `disclosure` is empty',
    ])
  })

  it('is wrong use, not a fault of the data', () => {
    expect(() => parseStudy(MANY_MISTAKES, FILE)).toThrow(expect.objectContaining({ fault: 'usage' }))
  })

  it.each([
    ['langauge: nl', 'did you mean `language`?'],
    ['standard: [frist-wave]', 'did you mean `first-wave`?'],
    ['design: { lonelyPsu: ajust }', 'did you mean `adjust`?'],
    ['disclosure: { minEvent: 5 }', 'did you mean `minEvents`?'],
    ['decision: { margin: 2 }', 'proportions run from 0 to 1: two percentage points are 0.02'],
    ['decision: { tau: { gezondheidsmonitr: 0.01 } }', 'did you mean `gezondheidsmonitor`?'],
    ['primary: { source: gezondheidsmonitr, wave: "2020" }', 'did you mean `gezondheidsmonitor`?'],
  ])('says what was meant by %s', (line, hint) => {
    expect(problemsOf(studyWith(line)).join()).toContain(hint)
  })
})

describe('a study file that is hardly one', () => {
  it('is told where it stops being YAML', () => {
    const [problem] = problemsOf('title: Trend\nwaves:\n  - source: [gezondheidsmonitor\n    wave: 1\n')
    expect(problem).toMatch(/^4:\d+ this is not YAML: /)
  })

  it('is told of a key that stands twice, with the other mistakes', () => {
    const problems = problemsOf(studyWith('title: Again\nlangauge: nl'))
    expect(problems.map(text => text.split(' → ')[0])).toEqual([
      '2:1 this key stands twice',
      '3:1 unknown key `langauge`',
    ])
  })

  it('lacks everything when it is empty', () => {
    expect(problemsOf('').map(text => text.split(' → ')[0])).toEqual([
      '1:1 `title` is missing',
      '1:1 `waves` is missing',
    ])
  })

  it('is not there at all', async () => {
    await expect(readStudy('/nowhere/ejz.yaml')).rejects.toMatchObject({
      code: 'study-not-found',
      fault: 'usage',
    })
  })
})

describe('a study file of every kind of source', () => {
  const everything = `title: Trendrapportage eenzaamheid 75-plus
language: nl
output: reports/2022
edition: 3
date: 2022-05-01
programme: { name: Eén tegen eenzaamheid, start: 2018-03-08, exposureFrom: 2020-01-01 }
target: { age: [75, null] }
bands: { target: [75, 80, 85, 90], all: [18, 35, 50, 65, 75, 85] }
by: [sex, age, [age, sex], municipality, education]
design: { lonelyPsu: adjust }
standard: [first-wave, nl-2020, esp2013, std.csv]
primary: { source: gezondheidsmonitor, measure: lonely, wave: "2020" }
decision: { margin: 0.02, tau: { gezondheidsmonitor: 0.005, lasa: 0.01 }, maxDrift: 0.0025, alpha: 0.05 }
shocks: [{ from: 2020-03-01, to: 2022-04-01, label: COVID-19 }]
disclosure: { minN: 100, minEvents: 0, presentation: off }
waves:
  - { source: gezondheidsmonitor, wave: "2012", files: [gm2012.sav], fieldwork: [2012-09-01, 2012-12-15], role: pre, mode: web }
  - { source: lasa, wave: H, folder: lasa/, missingRule: lasa-two, panel: true }
  - { source: cbs, wave: "2019", published: 85766NED.csv, fieldwork: [2019-01-01, 2019-12-31] }
  - { source: nivel, wave: "2019", files: [n.csv], fieldwork: [2019-09-01, 2019-10-01], columns: { id: resp, item3: v3 }, duplicates: reject }
  - source: rivm
    wave: "2022"
    fieldwork: [2022-09-01, 2022-12-15]
    figures: [{ measure: lonely, domain: { target: 75+ }, value: 0.54, low: 0.53, high: 0.55, n: 1000, deff: 1.4, cite: VZinfo }]
  - source: microdata
    name: mijn-enquete
    wave: 2024
    files: [x.csv]
    fieldwork: [2024-09-01, 2024-12-15]
    scale: djg6
    subscaleCutoff: 3
    decimal: comma
    encoding: windows-1252
    columns: { id: id, replicate12: r12, education: opl, item3: dj3 }
    codes: { yes: [1], moreOrLess: 2, no: [3, nee], missing: [9], sex: { male: 1, female: [2] } }
population: population.csv
forecast: forecast.csv
municipalities: { register: gemeenten.csv, geometry: gemeenten.geojson, threshold: 0.56 }
`

  it('is read whole', () => {
    const study = parseStudy(everything, FILE)
    expect(study.waves.map(({ source, wave, profile }) => `${source} ${wave} ${profile}`)).toEqual([
      'gezondheidsmonitor 2012 gezondheidsmonitor',
      'lasa H lasa',
      'cbs 2019 cbs',
      'nivel 2019 nivel',
      'rivm 2022 rivm',
      'mijn-enquete 2024 microdata',
    ])
    expect(study.by).toEqual([['sex'], ['age'], ['age', 'sex'], ['municipality'], ['education']])
    expect(study.report).toEqual({ edition: '3', date: '2022-05-01' })
    expect(study.disclosure).toEqual({ minN: 100, minEvents: 0, presentation: 'off' })
  })

  it('gets absolute paths, as seen from the study file', () => {
    const study = parseStudy(everything, FILE)
    expect(study.output).toBe('/somewhere/studies/reports/2022')
    expect(study.waves[0].files).toEqual(['/somewhere/studies/gm2012.sav'])
    expect(study.waves[1].folder).toBe('/somewhere/studies/lasa')
    expect(study.waves[2].published).toBe('/somewhere/studies/85766NED.csv')
    expect(study.standard).toEqual(['first-wave', 'nl-2020', 'esp2013', '/somewhere/studies/std.csv'])
    expect(study.population).toBe('/somewhere/studies/population.csv')
    expect(study.municipalities.register).toBe('/somewhere/studies/gemeenten.csv')
  })

  it('gives each wave its place, its codes as lists and τ for every source', () => {
    const study = parseStudy(everything, FILE)
    expect(study.waves[0].where).toBe(`${FILE}:17:5`)
    expect(study.waves[5].codes).toEqual({
      yes: [1],
      moreOrLess: [2],
      no: [3, 'nee'],
      missing: [9],
      sex: { male: [1], female: [2] },
    })
    expect(study.decision.tau).toMatchObject({ gezondheidsmonitor: 0.005, lasa: 0.01, nivel: 0.005 })
  })

  it('is read from disk', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'ejz-study-')), 'ejz.yaml')
    writeFileSync(file, studyWith())
    expect((await readStudy(file)).file).toBe(file)
  })
})

describe('the wave a verdict rests on', () => {
  it('is one there is', () => {
    const primary = 'primary: { source: gezondheidsmonitor, wave: "2019" }'
    expect(problemsOf(studyWith(primary))[0]).toContain(
      '`gezondheidsmonitor` has no wave `2019` → choose from 2020',
    )
  })

  it('may be fixed before it is held', () => {
    expect(problemsOf(studyWith('primary: { source: gezondheidsmonitor, wave: 2024 }'))).toEqual([])
  })
})
