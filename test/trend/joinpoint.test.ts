import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../src/core/random.ts'
import { coincidesWithStart, joinpoint } from '../../src/trend/joinpoint.ts'
import type { YearlySeries } from '../../src/trend/joinpoint-criteria.ts'
import { joinpointChoices, maxJoinpoints } from '../../src/trend/joinpoint-grid.ts'
import { expectClose, hasReference, readReference } from './reference.ts'

const CASES = 'method/05_trendbreak.json'
const LUNG = 'breaks/joinpoint_nih_sample.csv'
const BREAKS = 'breaks/breaks.json'

function fitted(series: YearlySeries, max?: number) {
  const found = joinpoint(series, max === undefined ? {} : { max })
  if (found.kind === 'refused') throw new Error(found.reason)
  return found
}

describe.skipIf(!hasReference(CASES))(
  'the yearly example with one joinpoint (skipped without ../shared)',
  () => {
    const expected = hasReference(CASES) ? JSON.parse(readReference(CASES)).joinpoint : { input: {} }
    const { t: times, p: values, v: variances } = expected.input

    test('equals R for 0, 1 and 2 joinpoints', () => {
      const { models, selected } = fitted({ times, values, variances })
      expect(models).toHaveLength(3)
      expectClose(
        models.map(model => model.sse),
        expected.sse,
      )
      expectClose(
        models.map(model => model.bic),
        expected.bic,
      )
      expectClose(
        models.map(model => model.bic3),
        expected.bic3,
      )
      expectClose(models[1].partialR2, expected.wbic_k1.partial_R2)
      expectClose(models[1].wbic, expected.wbic_k1.wbic)
      expectClose(models[0].wbic, expected.wbic_k1.wbic_k0)
      expect(selected).toEqual({ bic: expected.selected_bic, bic3: expected.selected_bic3, wbic: 1 })
      expect(models[2].joinpoints).toEqual(expected.joinpoints_k2)
    })

    test('equals R in the chosen model: place, interval, slopes, average annual change', () => {
      const model = fitted({ times, values, variances }).models[1]
      expect(model.joinpoints).toEqual([expected.joinpoint])
      expect(model.ci95).toEqual([expected.joinpoint_ci95_set])
      expectClose(model.beta, expected.coef_k1, 1e-8)
      expectClose(
        model.slopes.map(({ slope }) => slope),
        expected.segment_slopes,
      )
      expectClose(
        model.slopes.map(({ se }) => se),
        expected.se_segment_slopes,
      )
      expectClose(model.slopeChanges[0].slope, expected.slope_change)
      expectClose(model.slopeChanges[0].se, expected.se_slope_change)
      expectClose(model.averageAnnualChange.slope, expected.average_annual_change)
      expectClose(model.averageAnnualChange.se, expected.se_aac)
    })

    test('coincides with a start in 2018 and not with one in 2012', () => {
      const [interval] = fitted({ times, values, variances }).models[1].ci95
      expect(coincidesWithStart(interval, 2018 + 66 / 365)).toBe(true)
      expect(coincidesWithStart(interval, 2012)).toBe(false)
    })
  },
)

describe.skipIf(!(hasReference(LUNG) && hasReference(BREAKS)))(
  'lung cancer 1975-2009, the sample of the Joinpoint program (skipped without ../shared)',
  () => {
    interface Case {
      id: string
      result: { tau: number[]; sse: number; bic_log: number; slopes: number[] }
    }
    const all: Case[] = hasReference(BREAKS) ? JSON.parse(readReference(BREAKS)).cases : []
    const rows = hasReference(LUNG) ? readReference(LUNG).trim().split('\n').slice(1) : []
    const seriesOf = (sex: string): YearlySeries => {
      const own = rows.map(row => row.split(',')).filter(row => row[0] === sex)
      const numbers = own.map(([, year, rate, se]) => [Number(year), Number(rate), Number(se)])
      return {
        times: numbers.map(([year]) => year),
        values: numbers.map(([, rate]) => Math.log(rate)),
        variances: numbers.map(([, rate, se]) => (se / rate) ** 2),
      }
    }

    test.each(['Both', 'Male', 'Female'])('grid search with 0 to 3 joinpoints equals R: %s', sex => {
      const { models } = fitted(seriesOf(sex), 3)
      for (const [k, model] of models.entries()) {
        const { result } = all.find(({ id }) => id === `joinpoint/${sex}/${k}`)!
        expect(model.joinpoints).toEqual([result.tau].flat())
        expectClose(model.sse, result.sse)
        expectClose(model.bic, result.bic_log)
        expectClose(
          model.slopes.map(({ slope }) => slope),
          [result.slopes].flat(),
        )
      }
    })
  },
)

describe('weighted BIC with two joinpoints', () => {
  const expected = JSON.parse(
    readFileSync(new URL('../reference/joinpoint-wbic.json', import.meta.url), 'utf8'),
  )

  test('equals R, which takes each bend within its two adjacent segments', () => {
    const { models } = fitted({ times: expected.t, values: expected.p, variances: expected.v }, 2)
    expect(models[2].joinpoints).toEqual(expected.joinpoints)
    expectClose(
      models.map(model => model.sse),
      expected.sse,
    )
    expectClose(models[2].partialR2, Math.max(...expected.partialR2))
    expectClose(models[2].wbic, expected.wbic)
  })
})

describe('joinpoint regression', () => {
  const times = Array.from({ length: 14 }, (_, i) => 2010 + i)
  const { normal } = seededRandom(5)
  const values = times.map(time => 0.5 + 0.01 * Math.max(0, time - 2016) + 0.001 * normal())
  const series = { times, values, variances: times.map(() => 1e-6) }

  test('finds the bend that was put in', () => {
    const { models, selected } = fitted(series)
    expect(selected.wbic).toBe(1)
    expect(models[1].joinpoints).toEqual([2016])
    expect(models[1].ci95[0]).toContain(2016)
  })

  test('does not care about the order of the years, the era or the level', () => {
    const reversed = {
      times: [...times].reverse().map(time => time - 1000),
      values: [...values].reverse().map(value => value + 3),
      variances: series.variances,
    }
    const [here, there] = [fitted(series).models[1], fitted(reversed).models[1]]
    expect(there.joinpoints).toEqual([1016])
    expectClose(there.sse, here.sse, 1e-7)
    expectClose(there.slopeChanges[0].se, here.slopeChanges[0].se)
  })

  test('gives a straight line the same sum of squares as any finer model can only better', () => {
    const { models } = fitted(series)
    for (const [k, model] of models.entries()) if (k > 0) expect(model.sse).toBeLessThan(models[k - 1].sse)
  })

  test('refuses short series, equal years and a year without variance', () => {
    const short = {
      times: times.slice(0, 6),
      values: values.slice(0, 6),
      variances: series.variances.slice(0, 6),
    }
    expect(joinpoint(short)).toEqual({ kind: 'refused', reason: 'too_few_observations' })
    expect(joinpoint({ ...series, times: times.map(time => Math.max(2011, time)) })).toEqual({
      kind: 'refused',
      reason: 'duplicate_times',
    })
    expect(joinpoint({ ...series, variances: times.map((_, i) => i) })).toEqual({
      kind: 'refused',
      reason: 'no_variance',
    })
  })
})

describe('the grid of joinpoints', () => {
  test('keeps two observations at either end and between neighbours', () => {
    expect(joinpointChoices(7, 1)).toEqual([[2], [3], [4]])
    expect(joinpointChoices(8, 2)).toEqual([[2, 5]])
    expect(joinpointChoices(7, 0)).toEqual([[]])
  })

  test('bears the number of joinpoints of the rule of thumb', () => {
    expect([6, 7, 11, 12, 16, 17, 21, 22, 26, 27, 60].map(n => maxJoinpoints(n))).toEqual([
      0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5,
    ])
    expect(maxJoinpoints(12, { end: 5, between: 5 })).toBe(1)
  })
})
