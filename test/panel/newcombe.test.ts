import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { correctedPhi, differenceInterval, pairedInterval, wilson } from '../../src/panel/newcombe.ts'
import { expected } from './invented-pairs.ts'
import { expectClose, hasReference, readReference } from './reference.ts'
import { hasWorkedExample, workedFigures } from './worked-example.ts'

const PROPORTIONS = 'proportions/proportions.json'

interface Case {
  readonly id: string
  readonly x: number
  readonly n: number
  readonly x1: number
  readonly n1: number
  readonly x2: number
  readonly n2: number
}

function casesOf<Extra>(prefix: string): (Case & Extra)[] {
  if (!hasReference(PROPORTIONS)) return []
  const { cases } = JSON.parse(readReference(PROPORTIONS))
  return cases.filter(({ id }: Case) => id.startsWith(prefix))
}

const single = casesOf<{ full: { wilson: number[] } }>('newcombe1998/')
const difference = casesOf<{ full: number[]; published_4dp: number[] }>('newcombe1998diff/')

describe.skipIf(!hasReference(PROPORTIONS))('the tables of Newcombe 1998 (skipped without ../shared)', () => {
  test('hold four proportions and eight differences', () => {
    expect([single.length, difference.length]).toEqual([4, 8])
  })

  test.each(single)('$id', ({ x, n, full }) => {
    expectClose(wilson({ events: x, n }), full.wilson)
  })

  test.each(difference)('$id', ({ x1, n1, x2, n2, full, published_4dp }) => {
    const limits = differenceInterval({ events: x2, n: n2 }, { events: x1, n: n1 }, 0)
    expectClose(limits, full)
    for (const [i, limit] of limits.entries()) expect(limit).toBeCloseTo(published_4dp[i], 4)
  })
})

describe('Newcombe, method 10', () => {
  test.skipIf(!hasWorkedExample)('the worked example (skipped without ../shared)', () => {
    const { transition } = workedFigures()
    expectClose(pairedInterval(transition), transition.ci_newcombe10)
    expectClose(correctedPhi(transition), transition.phi_corrected)
  })

  test('Wilson limits equal prop.test in R', () => {
    const [[n00, n01], [n10, n11]] = expected.table
    expectClose(wilson({ events: n01, n: n00 + n01 }), expected.wilson.onset)
    expectClose(wilson({ events: n10, n: n10 + n11 }), expected.wilson.recovery)
  })

  test('brings a positive φ nearer to 0 by half the sample, and leaves a negative one', () => {
    // 20 · 20 − 9 · 1 = 391, less half of 50
    expectClose(correctedPhi({ n00: 20, n01: 9, n10: 1, n11: 20 }), 366 / (29 * 21))
    // 5 · 5 − 5 · 4 = 5, below half of 19
    expect(correctedPhi({ n00: 5, n01: 5, n10: 4, n11: 5 })).toBe(0)
    // 2 · 4 − 8 · 6 = −40
    expectClose(correctedPhi({ n00: 2, n01: 8, n10: 6, n11: 4 }), -40 / Math.sqrt(12 * 10 * 10 * 8))
  })

  test('has φ 0 and an interval around 0 where nobody was ever lonely', () => {
    const nobody = { n00: 40, n01: 0, n10: 0, n11: 0 }
    expect(correctedPhi(nobody)).toBe(0)
    const [low, high] = pairedInterval(nobody)
    expect(low).toBeLessThan(0)
    expectClose(high, -low)
  })

  test('reaches 1 and never passes it', () => {
    const [low, high] = pairedInterval({ n00: 0, n01: 12, n10: 0, n11: 0 })
    expect(low).toBeGreaterThan(0)
    expect(high).toBe(1)
  })

  test('a Wilson limit at 0 or 100 % is exactly there, at any level', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0.5, max: 0.999, noNaN: true }),
        (n, level) => {
          expect(wilson({ events: 0, n }, level)[0]).toBe(0)
          expect(wilson({ events: n, n }, level)[1]).toBe(1)
        },
      ),
    )
  })

  test('contains the difference, widens with the level and turns with the waves', () => {
    const count = fc.integer({ min: 0, max: 200 })
    fc.assert(
      fc.property(count, count, count, count, (n00, n01, n10, n11) => {
        const n = n00 + n01 + n10 + n11
        fc.pre(n > 0)
        const [low, high] = pairedInterval({ n00, n01, n10, n11 })
        const diff = (n01 - n10) / n
        expect(low).toBeLessThanOrEqual(diff + 1e-12)
        expect(high).toBeGreaterThanOrEqual(diff - 1e-12)
        expect(low).toBeGreaterThanOrEqual(-1)
        expect(high).toBeLessThanOrEqual(1)
        const [low90, high90] = pairedInterval({ n00, n01, n10, n11 }, 0.9)
        expect(low90).toBeGreaterThanOrEqual(low - 1e-12)
        expect(high90).toBeLessThanOrEqual(high + 1e-12)
        expectClose(pairedInterval({ n00, n01: n10, n10: n01, n11 }), [-high, -low])
      }),
    )
  })
})
