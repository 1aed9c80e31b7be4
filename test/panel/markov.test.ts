import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { incidence } from '../../src/panel/incidence.ts'
import { twoStates } from '../../src/panel/markov.ts'
import { expected, invented } from './invented-pairs.ts'
import { expectClose } from './reference.ts'
import { hasWorkedExample, workedFigures, workedPairs } from './worked-example.ts'

function group(people: number, events: number, years: (person: number) => number) {
  return Array.from({ length: people }, (_, i) => ({ years: years(i), event: i < events }))
}

describe('the process of two states', () => {
  test.skipIf(!hasWorkedExample)('the worked example (skipped without ../shared)', () => {
    const worked = workedFigures().incidence
    const { onset, recovery, balance, method } = incidence(workedPairs(), 3).markov
    expect(method).toBe('closed_form')
    expectClose([onset.value, recovery.value], [worked.markov_onset_hazard, worked.markov_recovery_hazard])
    expectClose(balance.value, worked.equilibrium_prevalence)
    // the standard errors of the reference come from numerical derivatives
    expectClose([onset.se, recovery.se], [worked.se_onset, worked.se_recovery], 1e-8)
    expectClose(onset.ci95, worked.ci_onset_log, 1e-8)
    expectClose(recovery.ci95, worked.ci_recovery_log, 1e-8)
  })

  test('equals msm where the intervals differ', () => {
    const { onset, recovery, balance, method } = incidence(invented, 3).markov
    const theirs = expected.markov
    expect(method).toBe('likelihood')
    for (const [ours, value] of [
      [onset, theirs.onset],
      [recovery, theirs.recovery],
      [balance, theirs.balance],
    ] as const) {
      expectClose([ours.value, ours.se], [value.value, value.se], 1e-6)
      expectClose(ours.ci95, value.ci95, 1e-6)
    }
  })

  test('the likelihood agrees with the closed form where intervals hardly differ', () => {
    const alike = twoStates(
      group(80, 20, () => 3),
      group(60, 15, () => 3),
    )
    const nearly = twoStates(
      group(80, 20, i => 3 + (i % 2) * 1e-9),
      group(60, 15, () => 3),
    )
    expect([alike.method, nearly.method]).toEqual(['closed_form', 'likelihood'])
    expectClose([nearly.onset.value, nearly.recovery.value], [alike.onset.value, alike.recovery.value], 1e-7)
    expectClose([nearly.onset.se, nearly.recovery.se], [alike.onset.se, alike.recovery.se], 1e-7)
  })

  test('its standard errors are the delta method on two binomials', () => {
    const [p01, p10, years] = [0.25, 0.35, 3]
    const rate = (x: number, y: number) => ((x / (x + y)) * -Math.log(1 - x - y)) / years
    const step = 1e-6
    const by01 = (rate(p01 + step, p10) - rate(p01 - step, p10)) / (2 * step)
    const by10 = (rate(p01, p10 + step) - rate(p01, p10 - step)) / (2 * step)
    const se = Math.sqrt((by01 ** 2 * p01 * (1 - p01)) / 80 + (by10 ** 2 * p10 * (1 - p10)) / 60)
    const { onset } = twoStates(
      group(80, 20, () => years),
      group(60, 21, () => years),
    )
    expectClose([onset.value, onset.se], [rate(p01, p10), se], 1e-8)
  })

  test.each([
    ['one interval', () => 3],
    ['intervals that differ', (i: number) => 3 + (i % 2) * 0.5],
  ])('more changes than any such process makes: no figure, %s', (_, years) => {
    const { onset, recovery, balance } = twoStates(group(40, 24, years), group(40, 20, years))
    for (const part of [onset, recovery, balance]) {
      expect([part.value, part.se, part.ci95, part.reason]).toEqual([
        null,
        null,
        null,
        'faster_than_observed',
      ])
    }
  })

  test('changes that just add up to everybody give no figure either', () => {
    const { onset } = twoStates(
      group(40, 20, () => 3),
      group(40, 20, () => 3),
    )
    expect([onset.value, onset.reason]).toEqual([null, 'faster_than_observed'])
  })

  test('a rate known no better than to a factor of millions is not given', () => {
    // s = 20/41 + 22/43 = 0.9994
    const { onset, recovery } = twoStates(
      group(41, 20, () => 3),
      group(43, 22, () => 3),
    )
    expect([onset.value, onset.ci95, onset.reason]).toEqual([null, null, 'faster_than_observed'])
    expect(recovery.reason).toBe('faster_than_observed')
    // with more people the same chances are known well enough
    expect(
      twoStates(
        group(41e4, 20e4, () => 3),
        group(43e4, 22e4, () => 3),
      ).onset.value,
    ).toBeGreaterThan(1)
  })

  test('changes in one direction only: the other rate is 0 without an interval', () => {
    const { onset, recovery, balance } = twoStates(
      group(40, 0, () => 3),
      group(40, 10, () => 3),
    )
    expect(onset).toEqual({ value: 0, se: null, ci95: null, reason: 'no_events' })
    expectClose(recovery.value, -Math.log(0.75) / 3)
    expect([balance.value, balance.se, balance.reason]).toEqual([0, null, 'no_events'])
    expect(
      twoStates(
        group(40, 10, () => 3),
        group(40, 0, () => 3),
      ).balance.value,
    ).toBe(1)
  })

  test('nobody changed, or everybody in one state: named', () => {
    const still = twoStates(
      group(40, 0, () => 3),
      group(40, 0, () => 3),
    )
    expect([still.onset.value, still.balance.value, still.balance.reason]).toEqual([
      0,
      null,
      'nobody_changed',
    ])
    const empty = twoStates(
      group(40, 10, () => 3),
      [],
    )
    expect([empty.onset.value, empty.balance.reason]).toEqual([null, 'nobody_at_risk'])
    const emptied = twoStates(
      group(40, 0, () => 3),
      group(40, 40, () => 3),
    )
    expect([emptied.recovery.value, emptied.balance.reason]).toEqual([null, 'everybody_changed'])
  })

  test('gives back the chances it was made from, never below the rate that ignores what is unseen', () => {
    const count = fc.integer({ min: 1, max: 45 })
    fc.assert(
      fc.property(count, count, fc.double({ min: 0.5, max: 6, noNaN: true }), (n01, n10, years) => {
        const { onset, recovery, balance } = twoStates(
          group(100, n01, () => years),
          group(100, n10, () => years),
        )
        const total = onset.value! + recovery.value!
        expectClose(balance.value! * -Math.expm1(-total * years), n01 / 100)
        expectClose((1 - balance.value!) * -Math.expm1(-total * years), n10 / 100)
        expect(onset.value!).toBeGreaterThan(-Math.log(1 - n01 / 100) / years)
        expect(onset.ci95![0]).toBeLessThan(onset.value!)
      }),
    )
  })

  test('the likelihood has its top where it says, for any intervals', () => {
    const years = fc.array(fc.double({ min: 1, max: 6, noNaN: true }), { minLength: 80, maxLength: 80 })
    fc.assert(
      fc.property(
        years,
        fc.integer({ min: 4, max: 20 }),
        fc.integer({ min: 4, max: 20 }),
        (all, n01, n10) => {
          const free = all.slice(0, 40).map((t, i) => ({ years: t, event: i < n01 }))
          const lonely = all.slice(40).map((t, i) => ({ years: t, event: i < n10 }))
          const { onset, recovery } = twoStates(free, lonely)
          if (onset.value === null) return
          const likelihood = (there: number, back: number) => {
            const part = (people: typeof free, a: number, b: number) =>
              people.reduce((sum, { years, event }) => {
                const chance = (a / (a + b)) * -Math.expm1(-(a + b) * years)
                return sum + Math.log(event ? chance : 1 - chance)
              }, 0)
            return part(free, there, back) + part(lonely, back, there)
          }
          const top = likelihood(onset.value, recovery.value!)
          for (const [a, b] of [
            [1.01, 1],
            [0.99, 1],
            [1, 1.01],
            [1, 0.99],
            [1.02, 1.02],
            [0.98, 0.98],
            [3, 3],
            [0.3, 0.3],
          ]) {
            expect(likelihood(onset.value * a, recovery.value! * b)).toBeLessThanOrEqual(top + 1e-10)
          }
        },
      ),
    )
  })
})
