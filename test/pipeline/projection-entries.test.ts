import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ProjectionEntry, type Results, resultsSchema } from '../../src/core/results.ts'
import type { Study, WaveSpec } from '../../src/core/study.ts'
import { analyse } from '../../src/pipeline/analyse.ts'
import { threeWaves } from './three-waves.ts'

/** Made with R survey from the same answers; see the script beside it. */
const reference = JSON.parse(
  readFileSync(new URL('../reference/projection-study.json', import.meta.url), 'utf8'),
)

const folder = mkdtempSync(join(tmpdir(), 'ejz-projection-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function projectionsOf(study: Study): Promise<ProjectionEntry[]> {
  return (await analyse(study)).results.projections
}

function close(actual: number | null | undefined, expected: number, tolerance = 1e-9): void {
  expect(actual).toBeTypeOf('number')
  const allowed = Math.max(Math.abs(expected) * tolerance, 1e-6)
  expect(Math.abs((actual ?? Number.NaN) - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(
    allowed,
  )
}

describe('the projection of three invented waves, against R survey', () => {
  let results: Results
  beforeAll(async () => {
    results = (await analyse(threeWaves())).results
  })

  it('has five scenarios in 2030 and 2040, valid under the schema', () => {
    expect(results.projections.map(({ year, scenario }) => `${year} ${scenario}`)).toEqual(
      reference.projections.map(
        ({ year, scenario }: { year: number; scenario: string }) => `${year} ${scenario}`,
      ),
    )
    expect(() => resultsSchema.parse(results)).not.toThrow()
  })

  it('has the slope, the numbers, their standard errors and what they are made of', () => {
    for (const [i, row] of reference.projections.entries()) {
      const { slope, split, ...entry } = results.projections[i]
      for (const key of ['beta', 'se', 'Q', 'p'] as const) close(slope?.[key], reference.slope[key])
      expect(entry.N).toBe(row.N)
      close(entry.L, row.L)
      close(entry.prev, row.L / row.N)
      close(entry.seDelta, row.seDelta, 1e-7)
      for (const key of ['numberFrom', 'size', 'composition', 'rate'] as const) close(split?.[key], row[key])
      for (const key of ['seSize', 'seRate'] as const) close(split?.[key], row[key], 1e-6)
      close(split?.total, row.L - row.numberFrom)
      close((split?.size ?? 0) + (split?.composition ?? 0) + (split?.rate ?? 0), row.L - row.numberFrom)
      expect(split?.date).toBe('2016-01-01')
    }
  })

  it('has the intervals within four Monte Carlo standard errors', () => {
    const both = Math.sqrt(1 / 10_000 + 1 / reference.meta.draws)
    for (const [i, row] of reference.projections.entries()) {
      const { ci95, ci80, sd, pOver1m, mcSe } = results.projections[i]
      const [ours, wider] = [
        [ci95?.[0], ci80?.[0], ci80?.[1], ci95?.[1]],
        [2.671, 1.709, 1.709, 2.671],
      ]
      for (const [q, value] of ours.entries()) close(value, row.quantiles[q], tolerance(q))
      close(sd, row.sd, (4 * both) / Math.SQRT2 + 0.01)
      close(mcSe, (sd ?? 0) / 100)
      expect(Math.abs((pOver1m ?? 2) - row.over)).toBeLessThanOrEqual(
        4 * Math.sqrt(row.over * (1 - row.over) + 1e-5) * both,
      )

      function tolerance(q: number): number {
        return (4 * wider[q] * row.sd * both) / row.quantiles[q]
      }
    }
  })

  it('says that it is a scenario, of a slope through two points, among people nobody described', () => {
    const [constant, continuing] = results.projections
    expect(constant.flags).toEqual(['scenario_not_forecast', 'two_point_slope', 'people_not_stated'])
    // near 100 % the number is bent, and the two spreads differ
    expect(continuing.flags).toContain('spreads_differ')
    expect(constant).toMatchObject({ vintage: 'UN WPP 2019, medium variant', reason: null, shown: true })
  })

  it('gives the same draws again', async () => {
    expect(await projectionsOf(threeWaves())).toEqual(results.projections)
  })
})

describe('a forecast of the study', () => {
  const rows = (year: number, ages: readonly number[]) =>
    ['male', 'female'].flatMap(sex => ages.map(age => `${year},${sex},${age},100000`))
  const forecastOf = (name: string, ...lines: string[]) => {
    const forecast = join(folder, name)
    writeFileSync(forecast, ['year,sex,ageFrom,persons', ...lines].join('\n'))
    return forecast
  }

  it('is taken as it is, on 1 January, and a year that it lacks has a reason and no number', async () => {
    const forecast = forecastOf('eigen.csv', ...rows(2030, [0, 75, 80, 85, 90]))
    const [first, ...others] = await projectionsOf(threeWaves({ forecast }))
    expect(first).toMatchObject({ vintage: 'eigen.csv', N: 800_000, time: 2030, breakEven: 1.25, pOver1m: 0 })
    const of2040 = others.filter(({ year }) => year === 2040)
    expect(of2040.map(({ reason, L, N, ci95 }) => [reason, L, N, ci95])).toEqual(
      Array(5).fill(['forecast_year_missing', null, null, null]),
    )
  })

  it.each([
    ['ages that straddle those of the survey', [0, 75, 85]],
    ['ages that begin within the target', [77, 80, 85, 90]],
  ])('with %s gives a reason and no number', async (_, ages) => {
    const forecast = forecastOf('banden.csv', ...rows(2030, ages))
    const [first] = await projectionsOf(threeWaves({ forecast }))
    expect(first).toMatchObject({ reason: 'forecast_ages_differ', L: null, N: null, split: null })
  })
})

describe('without a start there is a reason and no number', () => {
  const figure = (value: number) => [
    { measure: 'lonely', domain: { target: '75+' }, value, n: 900, cite: 'verzonnen' },
  ]
  const [first, second, third] = threeWaves().waves
  const published = (wave: WaveSpec, part: Partial<WaveSpec>, value: number): WaveSpec => ({
    ...wave,
    files: [],
    columns: {},
    codes: {},
    figures: figure(value),
    ...part,
  })
  const all = (part: Partial<WaveSpec>) =>
    [first, second, third].map((wave, i) => published(wave, part, 0.5 + i / 50))

  it.each([
    ['one wave before the programme', [second, third], 'fewer_than_two_pre_waves'],
    ['a published wave', [published(first, {}, 0.5), second, third], 'published_wave'],
    ['a panel', all({ panel: true }), 'panel'],
    ['a study of regions', all({ profile: 'lasa', source: 'lasa', panel: true }), 'regional_only'],
    ['another instrument', [{ ...first, scale: 'djg6' as const }, second, third], 'instrument_change'],
  ])('%s', async (_, waves, reason) => {
    const found = await projectionsOf(threeWaves({ waves }))
    expect(found).toHaveLength(10)
    for (const entry of found) {
      expect(entry).toMatchObject({ reason, L: null, prev: null, ci95: null, slope: null, split: null })
      expect(entry.flags).toEqual([])
    }
  })

  it('three waves are asked for, and two are there', async () => {
    const decision = { ...threeWaves().decision, minPre: 3 }
    const [entry] = await projectionsOf(threeWaves({ decision }))
    expect(entry).toMatchObject({ reason: 'fewer_than_min_pre_waves', preWaves: ['2012', '2016'], L: null })
  })
})
