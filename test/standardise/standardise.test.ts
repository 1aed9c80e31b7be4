import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Estimate } from '../../src/core/estimate.ts'
import { sum } from '../../src/core/linear.ts'
import { estimateJointly } from '../../src/estimate/covariance.ts'
import { estimateDomain } from '../../src/estimate/domain.ts'
import { intervalOf, reportingInterval } from '../../src/estimate/interval.ts'
import { standardise, standardiseJointly } from '../../src/standardise/standardise.ts'
import { select } from '../estimate/cells-of.ts'
import { allCloseTo, closeTo } from '../estimate/close-to.ts'
import { DESIGNS, expected } from '../estimate/invented-sample.ts'

const ADJUST = { lonelyPsu: 'adjust' } as const
const AGES = ['75-79', '80-84', '85+']

interface StandardCase {
  design: string
  measure: string
  values: number[]
  covariance: number[][]
  df: number
  dfByWave: number[]
}

describe('R survey on an invented clustered sample', () => {
  const persons = AGES.map(age => Number(expected.persons[age]))
  const shares = persons.map(count => count / sum(persons))

  it.each((expected.standardised as StandardCase[]).map(c => [`${c.design} ${c.measure}`, c] as const))(
    '%s by svyby(covmat) and svycontrast',
    (_, c) => {
      const cells = DESIGNS[c.design]
      const selections = ['1', '2'].flatMap(wave => AGES.map(age => select(cells, { wave, age })))
      const joint = estimateJointly(cells, c.measure, selections, ADJUST)
      const dfs = ['1', '2'].map(
        wave => estimateDomain(cells, c.measure, select(cells, { wave, age: AGES }), ADJUST).df,
      )
      const both = standardiseJointly(joint, [
        { cells: [0, 1, 2], shares, df: dfs[0] },
        { cells: [3, 4, 5], shares, df: dfs[1] },
      ])
      const [first, second] = both.estimates
      allCloseTo([first.value, second.value, second.value! - first.value!], c.values)
      allCloseTo(both.covariance[0], c.covariance[0].slice(0, 2))
      allCloseTo(both.covariance[1], c.covariance[1].slice(0, 2))
      const change = both.covariance[0][0] + both.covariance[1][1] - 2 * both.covariance[0][1]
      closeTo(change, c.covariance[2][2])
      expect([both.df, first.df, second.df]).toEqual([c.df, ...c.dfByWave])
    },
  )
})

function cell(value: number | null, n: number, variance: number): Estimate {
  const events = Math.round((value ?? 0) * n)
  return { value, variance, df: n, n, nMissing: 1, events, population: 10 * n, deff: 1, neff: n }
}

describe('a standardised value', () => {
  it('does not take a cell at 0 % for certain', () => {
    const byCell = {
      estimates: [cell(0.5, 100, 0.0025), cell(0, 49, 0)],
      covariance: [
        [0.0025, 0],
        [0, 0],
      ],
      df: 147,
    }
    const estimate = standardise(byCell, [0.5, 0.5])
    // (0 + ½) / 50 = 0.01
    closeTo(estimate.variance, 0.25 * 0.0025 + (0.25 * 0.01 * 0.99) / 49)
    expect(estimate).toMatchObject({ value: 0.25, n: 149, nMissing: 2, events: 50, df: 147 })
    closeTo(estimate.neff, (0.25 * 0.75) / estimate.variance)
    closeTo(estimate.deff! * estimate.neff!, 149)
  })

  it('is 0 % as a crude one is when nobody was lonely', () => {
    const byCell = {
      estimates: [cell(0, 60, 0), cell(0, 40, 0)],
      covariance: [
        [0, 0],
        [0, 0],
      ],
      df: 98,
    }
    const estimate = standardise(byCell, [0.3, 0.7])
    expect(estimate).toMatchObject({ value: 0, variance: 0, neff: 100, deff: null })
    expect(intervalOf(estimate, 'proportion')).toMatchObject({ low: 0, interval: 'kg' })
    expect(reportingInterval(estimate)!.high).toBeGreaterThan(0.02)
  })

  it('is missing where a cell is empty', () => {
    const byCell = {
      estimates: [cell(0.5, 100, 0.0025), cell(null, 0, 0)],
      covariance: [
        [0.0025, 0],
        [0, 0],
      ],
      df: 99,
    }
    expect(standardise(byCell, [0.5, 0.5])).toMatchObject({ value: null, n: 100 })
  })

  it('refuses shares that are not of one whole', () => {
    const byCell = { estimates: [cell(0.5, 100, 0.0025)], covariance: [[0.0025]], df: 99 }
    expect(() => standardise(byCell, [0.9])).toThrow('1 shares for 1 cells sum to 0.9')
  })

  it("equals the crude value under the survey's own composition, with the crude mean's share of spread", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(DESIGNS)),
        fc.constantFrom('lonely', 'score'),
        fc.constantFrom('1', '2'),
        (cells, measure, wave) => {
          const byAge = estimateJointly(
            cells,
            measure,
            AGES.map(age => select(cells, { wave, age })),
            ADJUST,
          )
          const populations = byAge.estimates.map(({ population }) => population)
          const own = populations.map(population => population / sum(populations))
          const crude = estimateDomain(cells, measure, select(cells, { wave, age: AGES }), ADJUST)
          const { value, n, population } = standardise(byAge, own)
          closeTo(value, crude.value!)
          closeTo(population, crude.population)
          expect(n).toBe(crude.n)
        },
      ),
    )
  })
})
