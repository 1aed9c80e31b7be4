import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diagonal, type Matrix } from '../../src/core/linear.ts'
import { trendBreak } from '../../src/trend/break.ts'
import type { BreakInput } from '../../src/trend/break-choices.ts'
import { expectClose } from './reference.ts'

const START = 2018 + 66 / 365
const GM = [2012.8, 2016.8, 2020.8]

function input(p: number[], se: number | number[] = 0.0035, more: Partial<BreakInput> = {}): BreakInput {
  const times = p.length === 3 ? GM : [...GM, 2022.8, 2024.8].slice(0, p.length)
  return {
    waves: p.map((value, i) => ({ wave: String(Math.floor(times[i])), time: times[i], p: value })),
    covariance: diagonal(p.map((_, i) => (typeof se === 'number' ? se : se[i]) ** 2)),
    t0: START,
    tau: 0.005,
    margin: 0.02,
    maxDrift: 0.0025,
    ...more,
  }
}

/** Waves moved by a constant in time or in value. */
function moved({ waves, ...rest }: BreakInput, time: number, value: number): BreakInput {
  return {
    ...rest,
    t0: rest.t0 + time,
    waves: waves.map(w => ({ ...w, time: w.time + time, p: w.p + value })),
  }
}

const share = fc.double({ min: 0.4, max: 0.6, noNaN: true })
const three = fc.tuple(share, share, share)
const standardError = fc.double({ min: 0.001, max: 0.05, noNaN: true })

describe('δ', () => {
  test('of three equally spaced waves is p3 − 2 p2 + p1 with variance v3 + 4 v2 + v1 + 6 τ²', () => {
    fc.assert(
      fc.property(three, standardError, ([a, b, c], se) => {
        const { assessed } = trendBreak(input([a, b, c], [se, se / 2, se / 3])).entry
        expectClose(assessed!.delta, c - 2 * b + a)
        const variance = (se / 3) ** 2 + 4 * (se / 2) ** 2 + se ** 2 + 6 * 0.005 ** 2
        expectClose(assessed!.se, Math.sqrt(variance))
      }),
    )
  })

  test('moves with nothing: not with the era, not with the level', () => {
    const shift = fc.integer({ min: -100, max: 100 })
    const lift = fc.double({ min: -0.1, max: 0.1, noNaN: true })
    fc.assert(
      fc.property(three, standardError, shift, lift, (p, se, years, level) => {
        const here = trendBreak(input(p, se)).entry.assessed!
        const there = trendBreak(moved(input(p, se), years, level)).entry.assessed!
        expectClose(there.delta, here.delta, 1e-7)
        expectClose(there.se, here.se, 1e-7)
      }),
    )
  })

  test('does not depend on the order in which the waves are given', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 })
    fc.assert(
      fc.property(fc.array(share, { minLength: 5, maxLength: 5 }), order, (p, positions) => {
        const given = input(p)
        const mixed = {
          ...given,
          waves: positions.map(i => given.waves[i]),
          covariance: positions.map(i => positions.map(j => given.covariance[i][j])),
        }
        expect(trendBreak(mixed)).toEqual(trendBreak(given))
      }),
    )
  })

  test('is the same on both scales where the shares are near a half', () => {
    fc.assert(
      fc.property(fc.tuple(...[0, 1, 2].map(() => fc.double({ min: 0.49, max: 0.51, noNaN: true }))), p => {
        const identity = trendBreak(input(p)).entry.assessed!
        const logit = trendBreak(input(p, 0.0035, { scale: 'logit' })).entry.assessed!
        expect(Math.abs(logit.delta - identity.delta)).toBeLessThan(2e-4)
        expect(Math.abs(logit.se / identity.se - 1)).toBeLessThan(0.02)
      }),
    )
  })

  test('uses the covariance of waves that share persons', () => {
    const shared: Matrix = [
      [4e-4, 2e-4, 1e-4],
      [2e-4, 4e-4, 2e-4],
      [1e-4, 2e-4, 4e-4],
    ]
    const { assessed } = trendBreak({ ...input([0.5, 0.52, 0.5]), covariance: shared, tau: 0 }).entry
    expectClose(assessed!.se, Math.sqrt(24e-4 - 8 * 2e-4 + 2 * 1e-4))
  })
})

describe('the verdict on a break', () => {
  test('never turns from inconclusive into a shown break when the samples get smaller', () => {
    const factor = fc.double({ min: 1, max: 50, noNaN: true })
    fc.assert(
      fc.property(three, standardError, factor, (p, se, wider) => {
        const sure = trendBreak(input(p, se)).entry
        const unsure = trendBreak(input(p, se * wider)).entry
        if (sure.breakState === 'inconclusive') expect(unsure.breakState).toBe('inconclusive')
      }),
    )
  })

  test('is that of the wave named in advance, and of the last one where the source lacks it', () => {
    const waves = [0.52, 0.55, 0.53, 0.59]
    expect(trendBreak(input(waves, 0.0035, { assess: '2020' })).entry.assessed!.wave).toBe('2020')
    expect(trendBreak(input(waves, 0.0035, { assess: '2019' })).entry.assessed!.wave).toBe('2022')
    expect(trendBreak(input(waves)).posts.map(post => post.wave)).toEqual(['2020', '2022'])
  })

  test('does not need the variance of a later wave that is not judged', () => {
    const waves = [0.52, 0.55, 0.53, 0.59]
    const known = trendBreak(input(waves, 0.0035, { assess: '2020' }))
    const given = input(waves, [0.0035, 0.0035, 0.0035, 0], { assess: '2020', tau: 0 })
    const later = trendBreak(given)
    expect(later.entry.assessed?.delta).toBeCloseTo(known.entry.assessed!.delta, 12)
    expect(later.posts.map(post => post.wave)).toEqual(['2020'])
  })

  test('says in advance that continuation cannot be shown with τ 0.005 and margin 0.02', () => {
    expect(trendBreak(input([0.52, 0.55, 0.58])).entry.continuationAttainable).toBe(false)
    expect(trendBreak(input([0.52, 0.55, 0.58], 0.0035, { margin: 0.03 })).entry.continuationAttainable).toBe(
      true,
    )
  })

  test('is robust when it survives more drift than nature is allowed', () => {
    const { robust } = trendBreak(input([0.52, 0.55, 0.53], 0.0035, { tau: 0 })).entry
    expectClose(robust!.breakdownDrift, 0.00829920228318928)
    expect(robust!.robust).toBe(true)
    expect(trendBreak(input([0.52, 0.55, 0.56], 0.0035, { tau: 0 })).entry.robust!.robust).toBe(false)
  })

  test('stays in proportions on the logit scale', () => {
    const identity = trendBreak(input([0.52, 0.55, 0.53])).entry
    const logit = trendBreak(input([0.52, 0.55, 0.53], 0.0035, { scale: 'logit' })).entry
    expect(Math.abs(logit.preSlope!.slope / identity.preSlope!.slope - 1)).toBeLessThan(0.05)
    expect(Math.abs(logit.robust!.breakdownDrift / identity.robust!.breakdownDrift - 1)).toBeLessThan(0.1)
    expect(Math.abs(logit.robust!.ci95![0] / identity.robust!.ci95![0] - 1)).toBeLessThan(0.05)
    expect(Math.abs(logit.seExpected! / identity.seExpected! - 1)).toBeLessThan(0.05)
    expectClose(logit.counterfactual.at(-1)!.se, logit.seExpected)
    expectClose(logit.counterfactual.at(-1)!.value, logit.expected)
  })

  test('draws the expected course through both pre waves to the last wave, quarter by quarter', () => {
    const { counterfactual } = trendBreak(input([0.52, 0.55, 0.53])).entry
    const at = (time: number) => counterfactual.find(point => point.time === time)!
    expectClose([at(2012.8).value, at(2016.8).value, at(2020.8).value], [0.52, 0.55, 0.58])
    expect(counterfactual[0].time).toBe(2012.8)
    expect(counterfactual.at(-1)!.time).toBe(2020.8)
    expect(counterfactual.map(point => point.time)).toContain(START)
    expect(counterfactual.filter(point => point.time * 4 === Math.round(point.time * 4))).toHaveLength(32)
    expect(counterfactual.every(({ time }, i) => i === 0 || time > counterfactual[i - 1].time)).toBe(true)
    expectClose(at(2020.8).se, trendBreak(input([0.52, 0.55, 0.53])).entry.seExpected)
    expectClose(at(2012.8).se, Math.hypot(0.0035, 0.005))
  })
})

describe('a break that cannot be judged has a reason and no number', () => {
  const reasonOf = (given: BreakInput) => {
    const { entry, p, posts } = trendBreak(given)
    expect(entry).toMatchObject({
      class: 'not_assessable',
      assessed: null,
      robust: null,
      preFit: null,
      flags: [],
    })
    expect([p, posts]).toEqual([null, []])
    return entry.reason
  }
  const three = [0.52, 0.55, 0.53]

  test.each<[string, BreakInput]>([
    ['instrument_or_mode_break', input(three, 0.0035, { comparable: false })],
    ['no_post_wave', input(three, 0.0035, { t0: 2030 })],
    ['fewer_than_two_pre_waves', input(three, 0.0035, { t0: 2014 })],
    ['fewer_than_min_pre_waves', input(three, 0.0035, { minPre: 3 })],
    ['assessed_wave_not_post', input(three, 0.0035, { assess: '2016' })],
    ['logit_of_zero_or_one', input([0.02, 0, 0.01], 0.0035, { scale: 'logit' })],
    ['panel_covariance_missing', input(three, 0.0035, { barrier: 'panel_covariance_missing' })],
    ['no_variance', input(three, [0.0035, 0, 0.0035])],
    ['no_variance', input(three, [0.0035, 0.0035, 0])],
  ])('%s', (reason, given) => {
    expect(reasonOf(given)).toBe(reason)
  })

  test('duplicate_times, and a post wave that was declared before the last pre wave', () => {
    const { waves, ...rest } = input(three)
    const last = { ...waves[2], role: 'post' as const }
    expect(reasonOf({ ...rest, waves: [waves[0], waves[1], { ...last, time: 2016.8 }] })).toBe(
      'duplicate_times',
    )
    expect(reasonOf({ ...rest, waves: [waves[0], waves[1], { ...last, time: 2015 }] })).toBe(
      'post_wave_before_last_pre_wave',
    )
  })

  test('singular_covariance where two waves are the same persons with the same answers', () => {
    const v = 0.0035 ** 2
    const covariance = [
      [v, v, 0],
      [v, v, 0],
      [0, 0, v],
    ]
    expect(reasonOf({ ...input(three), covariance, tau: 0 })).toBe('singular_covariance')
  })

  test('but a covariance that no data can give is the fault of the caller', () => {
    const impossible = [
      [1e-5, 2e-5, 0],
      [2e-5, 1e-5, 0],
      [0, 0, 1e-5],
    ]
    expect(() => trendBreak({ ...input(three), covariance: impossible, tau: 0 })).toThrow(
      expect.objectContaining({ code: 'covariance-not-psd', fault: 'bug' }),
    )
  })
})

describe('flags', () => {
  const flagsOf = (given: BreakInput) => trendBreak(given).entry.flags

  test('say that two pre waves leave no degrees of freedom', () => {
    expect(flagsOf(input([0.52, 0.55, 0.53]))).toEqual(['no_residual_df'])
  })

  test('say that the judged wave lies in a declared shock, by its fieldwork where that is known', () => {
    const corona = [[2020.16, 2022.25]] as const
    const given = input([0.52, 0.55, 0.53, 0.54], 0.0035, { shocks: corona })
    expect(flagsOf({ ...given, assess: '2020' })).toContain('period_shock')
    expect(flagsOf(given)).not.toContain('period_shock')
    const overlapping = given.waves.map(w => ({ ...w, fieldwork: [w.time - 0.7, w.time + 0.7] as const }))
    expect(flagsOf({ ...given, waves: overlapping })).toContain('period_shock')
  })

  test('say that the pre waves do not lie on a line, and τ is estimated only when asked', () => {
    const bent = {
      ...input([0.5, 0.53, 0.53, 0.5, 0.5], 0.003, { t0: 2023, tau: 0 }),
    }
    const asked = trendBreak({ ...bent, estimateTau: true }).entry
    expect(flagsOf(bent)).toContain('pretrend_nonlinear')
    expect(trendBreak(bent).entry.tau).toBe(0)
    expect(asked.flags).toContain('tau_estimated')
    expect(asked.tau).toBeGreaterThan(0.005)
    expect(asked.assessed!.se).toBeGreaterThan(trendBreak(bent).entry.assessed!.se)
    // three pre waves are too few to estimate it from
    const short = trendBreak({ ...bent, t0: 2022, estimateTau: true }).entry
    expect(short.flags).toContain('pretrend_nonlinear')
    expect(short.flags).not.toContain('tau_estimated')
  })

  test('say that the judged wave is early and the pre waves stand close together', () => {
    const { waves, ...rest } = input([0.52, 0.55, 0.53])
    const times = [2016, 2017, 2019]
    const flags = flagsOf({ ...rest, waves: waves.map((w, i) => ({ ...w, time: times[i] })) })
    expect(flags).toEqual(['no_residual_df', 'too_early', 'short_pre_period'])
    const far = [2016, 2016.5, 2019]
    expect(flagsOf({ ...rest, waves: waves.map((w, i) => ({ ...w, time: far[i] })) })).toContain(
      'extrapolation_leverage',
    )
  })

  test('say that log odds were forced, because a line below 0 % is impossible', () => {
    const { entry } = trendBreak(input([0.04, 0.02, 0.015], 0.002))
    expect(entry.flags).toContain('logit_forced')
    expect(entry.expected).toBeGreaterThan(0)
    expect(entry.expected).toBeLessThan(0.02)
    const withZero = trendBreak(input([0.04, 0.02, 0], 0.002)).entry
    expect(withZero.flags).toContain('expected_outside_unit_interval')
  })
})
