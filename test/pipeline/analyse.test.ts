import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { domainKey } from '../../src/core/domain.ts'
import { type Results, resultsSchema } from '../../src/core/results.ts'
import { analyse } from '../../src/pipeline/analyse.ts'
import { threeWaves } from './three-waves.ts'

/** Made with R survey from the same answers; see the script beside it. */
const reference = JSON.parse(readFileSync(new URL('../reference/three-waves.json', import.meta.url), 'utf8'))

let results: Results
beforeAll(async () => {
  results = (await analyse(threeWaves())).results
})

function close(actual: number | null | undefined, expected: number, tolerance = 1e-9): void {
  expect(actual).toBeTypeOf('number')
  const allowed = Math.max(Math.abs(expected) * tolerance, 1e-12)
  expect(Math.abs((actual ?? Number.NaN) - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(
    allowed,
  )
}

test('the results are valid under their own schema', () => {
  expect(() => resultsSchema.parse(results)).not.toThrow()
})

describe('against R survey', () => {
  test('every estimate of every domain, with variance, df, intervals, deff and counts', () => {
    const found = new Map(
      results.estimates
        .filter(({ standard }) => standard === null)
        .map(entry => [`${entry.wave} ${entry.measure} ${domainKey(entry.domain)}`, entry]),
    )
    for (const row of reference.estimates) {
      const entry = found.get(`${row.wave} ${row.measure} ${domainKey(row.domain)}`)!
      expect(entry, JSON.stringify(row.domain)).toBeDefined()
      expect([entry.n, entry.nMissing, entry.df]).toEqual([row.n, row.nMissing, row.df])
      for (const field of ['value', 'se', 'population', 'deff', 'neff'] as const)
        close(entry[field], row[field])
      close(entry.low, row.low, 1e-7)
      close(entry.high, row.high, 1e-7)
      if (row.reporting !== undefined) {
        close(entry.reporting?.low, row.reporting[0], 1e-7)
        close(entry.reporting?.high, row.reporting[1], 1e-7)
        expect(entry.events).toBe(row.events)
      }
    }
    expect(reference.estimates.length).toBe(480)
  })

  test('standardised by two standards, with full covariance between cells', () => {
    for (const row of reference.standardised) {
      const entry = results.estimates.find(
        ({ wave, measure, standard, domain }) =>
          wave === row.wave &&
          measure === row.measure &&
          standard === row.standard &&
          domainKey(domain) === 'target=75+',
      )
      close(entry?.value, row.value)
      close(entry?.se, row.se)
      expect(entry?.df).toBe(row.df)
    }
  })

  test('changes with Satterthwaite df and Holm', () => {
    for (const row of reference.changes) {
      const entry = results.changes.find(
        change => inSeries(change, row.series) && change.from === row.from && change.to === row.to,
      )
      for (const field of ['diff', 'se', 'df'] as const) close(entry?.[field], row[field])
      for (const field of ['p', 'pHolm'] as const) close(entry?.[field], row[field], 1e-7)
      close(entry?.ci95?.[0], row.ci95[0], 1e-7)
      close(entry?.ci95?.[1], row.ci95[1], 1e-7)
    }
  })

  test('the line through the waves, its lack of fit and the omnibus test', () => {
    for (const row of reference.trends) {
      const entry = results.trends.find(trend => inSeries(trend, row.series))
      close(entry?.wls?.slope, row.slope, 1e-8)
      close(entry?.wls?.se, row.se, 1e-8)
      close(entry?.wls?.Q, row.Q, 1e-8)
      close(entry?.wls?.pQ, row.pQ, 1e-7)
      close(entry?.omnibus?.Q, row.omnibus, 1e-8)
    }
  })

  test('the break: class, δ, its error and intervals, and what could have been detected', () => {
    for (const row of reference.breaks) {
      const entry = results.breaks.find(found => inSeries(found, row.series))
      expect(entry?.class).toBe(row.class)
      expect(entry?.breakState).toBe(row.breakState)
      expect(entry?.direction).toBe(row.direction)
      expect(entry?.preSlope?.direction).toBe(row.pre)
      close(entry?.assessed?.delta, row.delta)
      close(entry?.assessed?.se, row.se)
      close(entry?.expected, row.expected)
      close(entry?.mde80, row.mde80)
      for (const field of ['ci95', 'ci90'] as const) {
        close(entry?.assessed?.[field][0], row[field][0])
        close(entry?.assessed?.[field][1], row[field][1])
      }
    }
    expect(results.breaks).toHaveLength(6)
  })
})

function inSeries(
  entry: { measure: string; standard: string | null; domain: Results['changes'][number]['domain'] },
  series: string,
): boolean {
  const [measure, standard] = series.split(' ')
  return (
    entry.measure === measure &&
    (entry.standard ?? 'crude') === standard &&
    domainKey(entry.domain) === 'target=75+'
  )
}

test('the same bytes with one thread and with two', async () => {
  const [one, two] = await Promise.all([1, 2].map(threads => analyse(threeWaves(), { threads })))
  expect(JSON.stringify(one.results)).toBe(JSON.stringify(two.results))
})

describe('what a change is made of', () => {
  const ofTarget = (method: string) =>
    results.decompositions.filter(entry => entry.method === method && entry.measure === 'lonely')
  const crude = (wave: string) =>
    results.estimates.find(
      entry =>
        entry.wave === wave &&
        entry.measure === 'lonely' &&
        entry.standard === null &&
        domainKey(entry.domain) === 'target=75+',
    )

  test('rate and composition together are the crude change', () => {
    for (const entry of ofTarget('kitagawa')) {
      const change = results.changes.find(
        found => inSeries(found, 'lonely crude') && found.from === entry.from && found.to === entry.to,
      )
      close((entry.rate ?? 0) + (entry.composition ?? 0), change?.diff ?? Number.NaN)
    }
    expect(ofTarget('kitagawa').map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2012 2016',
      '2016 2020',
      '2012 2020',
    ])
  })

  test('the number of people is the share times the register, and its three parts add up', () => {
    const [, , whole] = ofTarget('dasgupta')
    if (whole.method !== 'dasgupta') throw new Error('no number')
    close(whole.numberFrom, (crude('2012')?.value ?? 0) * 1_192_559)
    close(whole.numberTo, (crude('2020')?.value ?? 0) * 1_455_288)
    close((whole.size ?? 0) + (whole.rate ?? 0) + (whole.composition ?? 0), whole.total ?? Number.NaN)
  })
})
