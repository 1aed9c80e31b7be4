import { describe, expect, test } from 'vitest'
import { constantHazard } from '../../src/panel/hazard.ts'
import { expected, invented } from './invented-pairs.ts'
import { expectClose } from './reference.ts'

function observed(lonely: boolean) {
  return Array.from(invented.from, (from, i) => ({
    start: from >= 3,
    years: invented.years[i],
    event: from >= 3 !== invented.to[i] >= 3,
  })).filter(({ start }) => start === lonely)
}

describe('the constant hazard', () => {
  test('equals a complementary log-log regression with the logarithm of the interval as offset', () => {
    for (const [lonely, theirs] of [
      [false, expected.onsetHazard],
      [true, expected.recoveryHazard],
    ] as const) {
      const { value, se, ci95 } = constantHazard(observed(lonely))
      expectClose(value, theirs.value)
      // glm takes its standard error from the last step but one
      expectClose(se, theirs.se, 1e-7)
      expectClose(ci95, theirs.ci95, 1e-7)
    }
  })

  test('with one interval is −ln(1 − share)/Δt', () => {
    const people = Array.from({ length: 50 }, (_, i) => ({ years: 3.1, event: i < 11 }))
    expectClose(constantHazard(people).value, -Math.log(39 / 50) / 3.1, 1e-12)
  })

  test('names why there is no figure or no interval', () => {
    expect(constantHazard([])).toEqual({ value: null, se: null, ci95: null, reason: 'nobody_at_risk' })
    expect(constantHazard([{ years: 3, event: false }])).toEqual({
      value: 0,
      se: null,
      ci95: null,
      reason: 'no_events',
    })
    expect(constantHazard([{ years: 3, event: true }]).reason).toBe('everybody_changed')
    expect(constantHazard([{ years: 3, event: true }]).value).toBeNull()
  })

  test('one person-year in a thousand, or nearly everybody: still found', () => {
    const rare = Array.from({ length: 3000 }, (_, i) => ({ years: 1 + (i % 3), event: i === 7 }))
    expectClose(constantHazard(rare).value, 1 / 6000, 1e-3)
    const common = Array.from({ length: 400 }, (_, i) => ({ years: 1 + (i % 7), event: i !== 7 }))
    const { value } = constantHazard(common)
    const score = common.reduce(
      (total, { years, event }) =>
        total + (event ? (value! * years) / Math.expm1(value! * years) : -value! * years),
      0,
    )
    expect(Math.abs(score)).toBeLessThan(1e-9)
  })
})
