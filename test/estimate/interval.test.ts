import { describe, expect, it } from 'vitest'
import type { Estimate } from '../../src/core/estimate.ts'
import {
  intervalOf,
  kornGraubard,
  logInterval,
  logitInterval,
  reportingInterval,
} from '../../src/estimate/interval.ts'
import { allCloseTo } from './close-to.ts'
import { expected } from './invented-sample.ts'

const ESTIMATE: Estimate = {
  value: 0.4,
  variance: 0.001,
  df: 50,
  n: 300,
  nMissing: 2,
  events: 118,
  population: 5000,
  deff: 1.25,
  neff: 240,
}

interface IntervalCase {
  value: number
  variance: number
  df: number | 'Inf'
  n: number
  neff: number
  kgLow: number
  kgHigh: number
  logitLow: number
  logitHigh: number
}

describe('the limits of R', () => {
  it.each(expected.intervals as IntervalCase[])('p $value, df $df', c => {
    const df = c.df === 'Inf' ? Infinity : Number(c.df)
    const size = { neff: c.neff, n: c.n, df, cap: true }
    allCloseTo([...kornGraubard(c.value, size)], [c.kgLow, c.kgHigh], 1e-7)
    allCloseTo([...logitInterval(c.value, c.variance, df)], [c.logitLow, c.logitHigh], 1e-7)
  })
})

describe('the interval of an estimate', () => {
  it('is logit for a proportion and t for a mean', () => {
    expect(intervalOf(ESTIMATE, 'proportion').interval).toBe('logit')
    expect(intervalOf({ ...ESTIMATE, value: 4.1, events: null }, 'mean').interval).toBe('t')
  })

  it('has width at 0 and 100 %, from Korn and Graubard', () => {
    const extreme = { ...ESTIMATE, variance: 0, neff: 60, n: 60, deff: null }
    const none = intervalOf({ ...extreme, value: 0, events: 0 }, 'proportion')
    expect(none).toMatchObject({ low: 0, interval: 'kg' })
    expect(none.high).toBeCloseTo(0.060067297867614888, 10)
    const all = intervalOf({ ...extreme, value: 1, events: 60 }, 'proportion')
    expect(all.low).toBeCloseTo(1 - 0.060067297867614888, 10)
    expect(all.high).toBe(1)
  })

  it('is not made where nothing is known of the spread', () => {
    for (const unknown of [{ df: 0 }, { df: -1 }, { variance: 0 }]) {
      expect(intervalOf({ ...ESTIMATE, ...unknown }, 'proportion')).toEqual({
        low: null,
        high: null,
        interval: null,
        reason: 'no_df',
      })
    }
    const lonely = { ...ESTIMATE, value: 1, variance: 0, df: 0, n: 1, events: 1, neff: 1 }
    expect(intervalOf(lonely, 'proportion')).toMatchObject({ low: null, reason: 'no_df' })
  })

  it('of the report is capped at n and left out for means', () => {
    const capped = reportingInterval({ ...ESTIMATE, neff: 400 })
    const [low, high] = kornGraubard(0.4, { neff: 300, n: 300, df: 1e12, cap: true })
    expect(capped!.low).toBeCloseTo(low, 6)
    expect(capped!.high).toBeCloseTo(high, 6)
    expect(reportingInterval({ ...ESTIMATE, events: null })).toBeNull()
    expect(reportingInterval({ ...ESTIMATE, df: 0 })).toBeNull()
  })

  it('follows the level', () => {
    const wide = intervalOf(ESTIMATE, 'proportion', 0.99)
    const narrow = intervalOf(ESTIMATE, 'proportion', 0.9)
    expect(wide.low!).toBeLessThan(narrow.low!)
    expect(wide.high!).toBeGreaterThan(narrow.high!)
  })

  it('stays within 0 and 1 however wide', () => {
    expect(logitInterval(0.5, 1e9, 1)).toEqual([0, 1])
    expect(logInterval(2, 0, Infinity)).toEqual([2, 2])
  })
})
