import { describe, expect, test } from 'vitest'
import { diagonal } from '../../src/core/linear.ts'
import { segmented, type WavesAndStart } from '../../src/trend/segmented.ts'
import { expectClose, hasReference, readReference } from './reference.ts'

const CASES = 'method/05_trendbreak.json'

function fitted(series: WavesAndStart) {
  const found = segmented(series)
  if (found.kind === 'refused') throw new Error(found.reason)
  return found
}

describe.skipIf(!hasReference(CASES))(
  'fifteen yearly waves with a known break (skipped without ../shared)',
  () => {
    test('equal R in every field', () => {
      const { T0, segmented_known: expected } = JSON.parse(readReference(CASES))
      const { t: times, p: values, v } = expected.input
      const found = fitted({ times, values, covariance: diagonal(v), t0: T0 })
      expectClose(found.beta, expected.beta)
      expectClose(found.se, expected.se)
      expectClose(found.Q, expected.Q)
      expect(found.df).toBe(expected.df)
      expect(found.phi).toBe(expected.phi)
      expectClose(found.critical, expected.critical)
      expectClose(found.preSlope.slope, expected.pre_slope)
      expectClose(found.slopeChange.slope, expected.slope_change)
      expectClose(found.slopeChange.ci95, expected.slope_change_ci95)
      expectClose(found.slopeChange.statistic, expected.slope_change_z)
      expectClose(found.postSlope.slope, expected.post_slope)
      expectClose(found.postSlope.se, expected.se_post_slope)
      expectClose(found.postSlope.ci95, expected.post_slope_ci95)
      expectClose(found.durbinWatson, expected.durbin_watson_std_residuals)
      expectClose(found.withLevelStep!.beta, expected.with_level_step.beta)
      expectClose(found.withLevelStep!.se, expected.with_level_step.se)
    })
  },
)

describe('segmented regression', () => {
  const times = [2010, 2012, 2014, 2016, 2020, 2022, 2024]
  const bent = times.map(time => 0.5 + 0.004 * (time - 2018) - 0.01 * Math.max(0, time - 2018))
  const covariance = diagonal(times.map(() => 1e-5))

  test('finds both slopes of a line that bends at the start', () => {
    const found = fitted({ times, values: bent, covariance, t0: 2018 })
    expectClose(found.beta, [0.5, 0.004, -0.01])
    expectClose(found.postSlope.slope, -0.006)
    expect(Math.abs(found.withLevelStep!.beta[3])).toBeLessThan(1e-9)
  })

  test('widens its intervals for scatter beyond sampling, and then uses t', () => {
    const scattered = bent.map((value, i) => value + (i % 2 === 0 ? 0.02 : -0.02))
    const found = fitted({ times, values: scattered, covariance, t0: 2018 })
    expect(found.phi).toBeGreaterThan(1)
    expectClose(found.critical, 2.7764451051977987)
    const calm = fitted({ times, values: bent, covariance, t0: 2018 })
    expectClose(found.slopeChange.se, calm.slopeChange.se * Math.sqrt(found.phi))
    expect(found.durbinWatson).toBeGreaterThan(2)
  })

  test('refuses too few waves on either side, equal times and a wave without variance', () => {
    const refused = (more: Partial<WavesAndStart>) =>
      segmented({ times, values: bent, covariance, t0: 2018, ...more })
    expect(refused({ t0: 2013 })).toEqual({ kind: 'refused', reason: 'too_few_waves' })
    expect(refused({ t0: 2023 })).toEqual({ kind: 'refused', reason: 'too_few_waves' })
    expect(refused({ times: [2010, 2012, 2014, 2016, 2020, 2020, 2024] })).toEqual({
      kind: 'refused',
      reason: 'duplicate_times',
    })
    expect(refused({ covariance: diagonal([0, 1, 1, 1, 1, 1, 1]) })).toEqual({
      kind: 'refused',
      reason: 'singular_covariance',
    })
  })
})
