import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { incidence, poissonLimits } from '../../src/panel/incidence.ts'
import { anyPairs, expected, invented, reversed } from './invented-pairs.ts'
import { expectClose } from './reference.ts'
import { hasWorkedExample, workedFigures, workedPairs } from './worked-example.ts'

describe('onset and recovery per person-year', () => {
  test('equal poisson.test with person-years to the midpoint, for intervals that differ', () => {
    const ours = incidence(invented, 3)
    for (const part of ['onset', 'recovery'] as const) {
      const { atRisk, events, personYears, rate, ci95 } = ours[part]
      const theirs = expected[part]
      expectClose(
        [atRisk, events, personYears, rate],
        [theirs.atRisk, theirs.events, theirs.personYears, theirs.rate],
      )
      expectClose(ci95, theirs.ci95)
    }
  })

  test.skipIf(!hasWorkedExample)('the worked example (skipped without ../shared)', () => {
    const worked = workedFigures().incidence
    const { onset, recovery } = incidence(workedPairs(), 3)
    expectClose([onset.rate, onset.personYears], [worked.onset_midpoint_per_py, worked.onset_py])
    expectClose([recovery.rate, recovery.personYears], [worked.recovery_midpoint_per_py, worked.recovery_py])
    expectClose(onset.ci95, worked.onset_ci_exact)
    expectClose(recovery.ci95, worked.recovery_ci_exact)
    expectClose(onset.hazard.value, worked.onset_simple_hazard)
  })

  test('nobody changed: the rate is 0 and its upper limit is not', () => {
    const { onset } = incidence({ from: [0, 1, 2], to: [2, 1, 0], years: [3, 3, 3] }, 3)
    expect(onset.rate).toBe(0)
    // 1 − e^−m = 0.975 at 9 person-years
    expectClose(onset.ci95, [0, Math.log(40) / 9])
  })

  test('nobody at risk gives no rate but a reason', () => {
    const { recovery, markov } = incidence({ from: [0, 1], to: [4, 1], years: [3, 3] }, 3)
    expect([recovery.rate, recovery.ci95, recovery.reason]).toEqual([null, null, 'nobody_at_risk'])
    expect(recovery.hazard.reason).toBe('nobody_at_risk')
    expect(markov.onset.reason).toBe('nobody_at_risk')
  })

  test('limits of a count are exact in both tails', () => {
    // qchisq(.05, 20)/2 and qchisq(.95, 22)/2
    expectClose(poissonLimits(10, 0.9), [5.4254056970912918, 16.962219235721896], 1e-12)
  })

  test('rates turn with the waves, and scale with time', () => {
    fc.assert(
      fc.property(anyPairs, pairs => {
        const one = incidence(pairs, 3)
        const slow = incidence({ ...pairs, years: pairs.years.map(years => years * 10) }, 3)
        expect(one.onset.atRisk + one.recovery.atRisk).toBe(pairs.from.length)
        expect(incidence(reversed(pairs), 3).recovery.events).toBe(one.onset.events)
        for (const part of ['onset', 'recovery'] as const) {
          if (one[part].rate === null) continue
          expectClose(slow[part].rate! * 10, one[part].rate)
          expect(one[part].ci95![0]).toBeLessThanOrEqual(one[part].rate!)
          expect(one[part].ci95![1]).toBeGreaterThanOrEqual(one[part].rate!)
        }
      }),
    )
  })
})
