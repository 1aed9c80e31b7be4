import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diagonal } from '../../src/core/linear.ts'
import { linearTrend } from '../../src/trend/linear-trend.ts'
import { omnibus } from '../../src/trend/omnibus.ts'
import { expectClose, hasReference, readReference } from './reference.ts'

const NATIONAL_A = 'method/01_national_a.json'

describe.skipIf(!hasReference(NATIONAL_A))('trend of the worked example (skipped without ../shared)', () => {
  const reference = hasReference(NATIONAL_A) ? JSON.parse(readReference(NATIONAL_A)) : { waves: [] }
  const waves: { t: number; p: number; var: number }[] = reference.waves
  const [times, values] = [waves.map(wave => wave.t), waves.map(wave => wave.p)]
  const variances = waves.map(wave => wave.var)

  test('equals R: weighted least squares with lack of fit', () => {
    const found = linearTrend(times, values, diagonal(variances))!
    const expected = reference.wls
    expectClose(found.slope, expected.slope_per_year)
    expectClose(found.se, expected.se)
    expectClose(found.z, expected.z)
    expectClose(found.p, expected.p_value)
    expectClose(found.ci, expected.ci95)
    expectClose(found.Q, expected.lack_of_fit_Q)
    expectClose(found.dfQ, expected.lack_of_fit_df)
    expectClose(found.pQ, expected.lack_of_fit_p)
  })

  test('equals R: omnibus test of the three waves', () => {
    const found = omnibus(values, diagonal(variances))!
    expectClose(found.Q, reference.omnibus.Q)
    expect(found.df).toBe(2)
    expectClose(found.p, reference.omnibus.p_value)
  })

  test('with three waves the lack of fit is the squared change of slope', () => {
    const [h1, h2] = [times[1] - times[0], times[2] - times[1]]
    const slopeChange = (values[2] - values[1]) / h2 - (values[1] - values[0]) / h1
    const variance = variances[2] / h2 ** 2 + variances[1] * (1 / h1 + 1 / h2) ** 2 + variances[0] / h1 ** 2
    const { Q, pQ } = linearTrend(times, values, diagonal(variances))!
    expectClose(slopeChange, reference.slope_change.estimate)
    expectClose(Math.sqrt(variance), reference.slope_change.se)
    expectClose(Q, slopeChange ** 2 / variance)
    expectClose(Q, reference.slope_change.z ** 2)
    expectClose(pQ, reference.slope_change.p_value)
  })
})

describe('a straight line through waves', () => {
  test('through two waves is their change per year, and says nothing about its fit', () => {
    const found = linearTrend([2012, 2016], [0.5, 0.54], diagonal([1e-4, 3e-4]))!
    expectClose(found.slope, 0.01)
    expectClose(found.se, 0.005)
    expect(found).toMatchObject({ Q: 0, dfQ: 0, pQ: null })
  })

  test('is refused by name where two waves have the same time', () => {
    expect(() => linearTrend([2012, 2012], [0.5, 0.54], diagonal([1e-4, 3e-4]))).toThrow(
      expect.objectContaining({ code: 'equal-times' }),
    )
  })

  test('is absent for one wave and for a wave without variance', () => {
    expect(linearTrend([2012], [0.5], [[1e-4]])).toBeNull()
    expect(linearTrend([2012, 2016], [0.5, 1], diagonal([1e-4, 0]))).toBeNull()
    expect(omnibus([0.5], [[1e-4]])).toBeNull()
    expect(omnibus([0.5, 1], diagonal([1e-4, 0]))).toBeNull()
  })

  test('of waves that share persons is the generalised one', () => {
    // slope of two waves = difference / years, whatever the covariance; its variance is not
    const shared = [
      [4e-4, 3e-4],
      [3e-4, 4e-4],
    ]
    expectClose(linearTrend([0, 2], [0.5, 0.54], shared)!.se, Math.sqrt(2e-4) / 2)
    expectClose(omnibus([0.5, 0.54], shared)!.Q, 0.04 ** 2 / 2e-4)
  })

  test('does not care about the order of waves or the era', () => {
    const wave = fc.record({
      p: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      v: fc.double({ min: 1e-5, max: 1e-3, noNaN: true }),
    })
    fc.assert(
      fc.property(
        fc.array(wave, { minLength: 3, maxLength: 8 }),
        fc.integer({ min: -500, max: 500 }),
        (waves, by) => {
          const times = waves.map((_, i) => 2000 + i)
          const forward = linearTrend(
            times,
            waves.map(w => w.p),
            diagonal(waves.map(w => w.v)),
          )!
          const back = [...waves].reverse()
          const moved = linearTrend(
            times.map(time => time + by).reverse(),
            back.map(w => w.p),
            diagonal(back.map(w => w.v)),
          )!
          expectClose(moved.slope, forward.slope, 1e-8)
          expectClose(moved.se, forward.se)
          expectClose(moved.Q, forward.Q, 1e-8)
        },
      ),
    )
  })
})
