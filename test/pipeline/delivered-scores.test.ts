/** Three ways of delivery of the Gezondheidsmonitor from file to estimate, against R survey: test/reference/delivered-scores.R. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Results } from '../../src/core/results.ts'
import type { Study, WaveSpec } from '../../src/core/study.ts'
import { type AnalyseOptions, analyse } from '../../src/pipeline/analyse.ts'
import { waveOf } from '../sources/file-with.ts'
import { studyOf } from './study-of.ts'

const folder = fileURLToPath(new URL('../fixtures/gezondheidsmonitor', import.meta.url))
const FILES = { 2016: 'GEZOMONITOR2016V1.SAV', 2020: 'gemon2020.sav', 2022: 'gm2022.sav' }

interface Expected {
  readonly wave: string
  readonly people: string
  readonly measure: string
  readonly n: number
  readonly value: number
  readonly se: number
  readonly df: number
}

const reference: { readonly facts2016: Record<string, number>; readonly estimates: readonly Expected[] } =
  JSON.parse(readFileSync(new URL('../reference/delivered-scores.json', import.meta.url), 'utf8'))

function monitor(own: Partial<Record<keyof typeof FILES, Partial<WaveSpec>>> = {}): Study {
  const waves = ([2016, 2020, 2022] as const).map(year =>
    waveOf('gezondheidsmonitor', String(year), { files: [join(folder, FILES[year])], ...own[year] }),
  )
  return studyOf({
    waves,
    by: [['sex'], ['age']],
    standard: ['first-wave'],
    disclosure: { minN: 0, minEvents: 0, presentation: 'off' },
  })
}

async function resultsOf(study: Study, options: AnalyseOptions = {}): Promise<Results> {
  return (await analyse(study, options)).results
}

const DOMAINS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '75+': { target: '75+' },
  '75+ male': { target: '75+', sex: 'male' },
  '75+ female': { target: '75+', sex: 'female' },
  '75+ 80-84': { target: '75+', age: '80-84' },
  all: { target: 'all' },
}

let results: Results
beforeAll(async () => {
  results = await resultsOf(monitor())
})

const warningsOf = (found: Results, wave: string, code: string) =>
  found.warnings.filter(warning => warning.wave === wave && warning.code === code)

describe('items, scores and yes-or-no variables', () => {
  it.each(reference.estimates)('give the $measure of $people in $wave that R gives', expected => {
    const { wave, people, measure } = expected
    const domain = DOMAINS[people]
    const found = results.estimates.filter(
      entry =>
        entry.wave === wave &&
        entry.measure === measure &&
        entry.standard === null &&
        JSON.stringify(entry.domain) === JSON.stringify(domain),
    )
    expect(found).toHaveLength(1)
    const [{ value, se, df, n }] = found
    expect(n).toBe(expected.n)
    expect(df).toBe(expected.df)
    expect(value).toSatisfy((x: number) => Math.abs(x - expected.value) < 1e-9)
    expect(se).toSatisfy((x: number) => Math.abs(x - expected.se) < 1e-9)
  })

  it('give nothing that they do not tell: no zeros stand in its place', () => {
    const measuresOf = (wave: string) => [
      ...new Set(results.estimates.filter(entry => entry.wave === wave).map(({ measure }) => measure)),
    ]
    expect(measuresOf('2022').sort()).toEqual(['emotional', 'lonely', 'severe', 'social'])
    expect(measuresOf('2020')).toContain('score')
    expect(results.changes.some(({ measure, to }) => measure === 'very_severe' && to === '2022')).toBe(false)
    expect(results.changes.some(({ measure, to }) => measure === 'very_severe' && to === '2020')).toBe(true)
    expect(results.decompositions.some(({ measure, to }) => measure === 'score' && to === '2022')).toBe(false)
  })

  it('without items have no reliability, and say whose missing rule they follow', () => {
    expect(new Set(results.scale.map(({ wave }) => wave))).toEqual(new Set(['2016']))
    expect(results.waves.map(({ wave, missingRule }) => [wave, missingRule])).toEqual([
      ['2016', 'manual'],
      ['2020', 'delivered'],
      ['2022', 'delivered'],
    ])
    expect(warningsOf(results, '2020', 'scores_delivered')[0].message).toContain(
      'ggees203, ggees204, ggees205',
    )
    expect(warningsOf(results, '2022', 'scores_delivered')[0].message).toContain(
      'GGEES217, GGEES209, GGEES218, GGEES219',
    )
    expect(warningsOf(results, '2016', 'scores_delivered')).toEqual([])
    expect(results.waves.map(({ missingItems }) => missingItems.length > 0)).toEqual([true, false, false])
  })

  it('are compared where both are there: how many differ is told, the items are used', () => {
    const [warning] = warningsOf(results, '2016', 'scores_differ')
    const { differ } = reference.facts2016
    expect(warning).toMatchObject({ count: differ, values: { differ, onlyItems: 0, onlyDelivered: 0 } })
  })

  it('are chosen by the study file: the same people scored from the totals of the data holder', async () => {
    const delivered = await resultsOf(monitor({ 2016: { scoring: 'delivered' } }))
    const mean = (found: Results) =>
      found.estimates.find(
        ({ wave, measure, domain }) => wave === '2016' && measure === 'score' && domain.target === 'all',
      )
    expect(delivered.waves[0].missingRule).toBe('delivered')
    expect(delivered.estimates.some(({ wave, measure }) => wave === '2016' && measure === 'emotional')).toBe(
      false,
    )
    expect(mean(delivered)?.n).toBe(mean(results)?.n)
    expect(mean(delivered)?.value).toBeLessThan(mean(results)?.value ?? 0)
  })
})

describe('people who are in the file twice', () => {
  const { records, unusable, twice, leftOut, unidentified } = reference.facts2016

  it('count once, by their most complete record, as R picks it', () => {
    const [wave] = results.waves
    expect(wave).toMatchObject({ records, unusableWeights: unusable })
    const [warning] = warningsOf(results, '2016', 'duplicate_records')
    expect(warning).toMatchObject({ count: leftOut, where: 'RINPERSOONS + RINPERSOON' })
    expect(warning.values).toMatchObject({ people: twice, records: leftOut })
    expect(warningsOf(results, '2016', 'missing_identity')[0]).toMatchObject({ count: unidentified })
  })

  it('are the same whatever the number of threads', async () => {
    const [one, two] = [
      await resultsOf(monitor(), { threads: 1 }),
      await resultsOf(monitor(), { threads: 4 }),
    ]
    expect(two.estimates).toEqual(one.estimates)
  })

  it('are refused where the study file says so', async () => {
    await expect(resultsOf(monitor({ 2016: { duplicates: 'reject' } }))).rejects.toMatchObject({
      code: 'duplicate-records',
      fault: 'data',
      message: `${twice} people have more than one record (RINPERSOONS + RINPERSOON): ${leftOut} records are one too many`,
    })
  })

  it('are looked for by the running number only when asked: that is never double', async () => {
    const asked = await resultsOf(monitor({ 2020: { duplicates: 'reject' } }))
    expect(warningsOf(asked, '2020', 'duplicate_records')).toEqual([])
    expect(results.provenance.options.waves).toMatchObject([
      { duplicates: { rule: 'keep-most-complete', identity: ['RINPERSOONS', 'RINPERSOON'] } },
      expect.not.objectContaining({ duplicates: expect.anything() }),
      expect.not.objectContaining({ duplicates: expect.anything() }),
    ])
  })
})
