import { describe, expect, test } from 'vitest'
import { mostLikely } from '../../src/panel/markov-likelihood.ts'
import { expectClose } from './reference.ts'

function group(people: number, events: number, years: (person: number) => number) {
  return Array.from({ length: people }, (_, i) => ({ years: years(i), event: i < events }))
}

describe('the most likely process of two states', () => {
  test('with one interval is the closed solution', () => {
    const [p01, p10, years] = [0.2, 0.3, 2.5]
    const total = -Math.log(0.5) / years
    const { onset, recovery } = mostLikely(
      group(50, 10, () => years),
      group(40, 12, () => years),
    )!
    expectClose([onset, recovery], [(p01 / 0.5) * total, (p10 / 0.5) * total], 1e-7)
  })

  test('finds slow processes and fast ones', () => {
    const slow = mostLikely(
      group(3000, 1, i => 3 + (i % 5)),
      group(3000, 2, i => 3 + (i % 5)),
    )!
    expectClose(slow.onset, 1 / 15000, 1e-2)
    expectClose(slow.recovery / slow.onset, 2, 1e-2)
    // λ = μ = 1: P = (1 − e^−2t)/2 is 0.316 after half a year and 0.491 after two
    const fast = mostLikely(
      [...group(1000, 316, () => 0.5), ...group(1000, 491, () => 2)],
      [...group(1000, 316, () => 0.5), ...group(1000, 491, () => 2)],
    )!
    expectClose([fast.onset, fast.recovery], [1, 1], 2e-3)
  })

  test('has none where the fastest does best', () => {
    expect(
      mostLikely(
        group(40, 20, i => 2 + (i % 2)),
        group(40, 20, i => 2 + (i % 2)),
      ),
    ).toBeNull()
    // fewer had changed after the longer interval: the faster the better
    const turned = [...group(50, 40, () => 1), ...group(50, 10, () => 5)]
    expect(mostLikely(turned, turned)).toBeNull()
  })

  test('does not depend on the order of the people or the unit of time', () => {
    const [free, lonely] = [group(60, 15, i => 2 + (i % 7) / 5), group(50, 11, i => 2 + (i % 3))]
    const one = mostLikely(free, lonely)!
    const turned = mostLikely([...free].reverse(), [...lonely].reverse())!
    const months = (people: typeof free) => people.map(person => ({ ...person, years: person.years * 12 }))
    const slower = mostLikely(months(free), months(lonely))!
    expectClose([turned.onset, turned.recovery], [one.onset, one.recovery], 1e-7)
    expectClose([slower.onset * 12, slower.recovery * 12], [one.onset, one.recovery], 1e-7)
  })
})
