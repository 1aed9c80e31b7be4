import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Pattern } from '../../src/scale/joint-counts.ts'
import { reliability } from '../../src/scale/reliability.ts'
import { SCALES } from '../../src/scale/scale.ts'

const { djg11, djg6 } = SCALES
/** bits of items 4, 7, 8 */
const [I4, I7, I8] = [1 << 3, 1 << 6, 1 << 7]

function pattern(lonely: number, n: number, missing = 0): Pattern {
  return { lonely, missing, n }
}

describe('reliability', () => {
  /**
   * Ten records on three items, by hand: p = .5 .4 .3, pairs lonely together 4 3 3.
   * Σ cov (n²) = 20 + 15 + 18 = 53; largest = 20 + 15 + 18: a perfect Guttman scale.
   */
  it('of a perfect Guttman scale has H 1, with no error', () => {
    const quality = reliability(djg6, 'social', [
      pattern(0, 5),
      pattern(I4, 1),
      pattern(I4 | I7, 1),
      pattern(I4 | I7 | I8, 3),
    ])!
    expect(quality.n).toBe(10)
    expect(quality.items.map(item => [item.item, item.prevalence])).toEqual([
      [4, 0.5],
      [7, 0.4],
      [8, 0.3],
    ])
    expect(quality.h).toBe(1)
    expect(quality.seH).toBe(0)
    expect(quality.pairs.map(pair => [...pair.items, pair.h])).toEqual([
      [4, 7, 1],
      [4, 8, 1],
      [7, 8, 1],
    ])
    // Σ var (n²) = 25 + 24 + 21 = 70, var of the score = 70 + 2 · 53 = 176
    expect(quality.alpha).toBeCloseTo(1.5 * (1 - 70 / 176), 14)
    expect(quality.kr20).toBe(quality.alpha)
  })

  it('leaves out records that miss an answer of the sub-scale, and only those', () => {
    const patterns = [pattern(0, 5), pattern(I4 | I7, 4), pattern(I4, 7, I8), pattern(I7 | I8, 2, 1 << 2)]
    expect(reliability(djg6, 'social', patterns)!.n).toBe(11)
    expect(reliability(djg6, 'emotional', patterns)!.n).toBe(16)
    expect(reliability(djg6, 'total', patterns)!.n).toBe(9)
  })

  it('is null where it is not defined, never NaN', () => {
    const constantItem = reliability(djg6, 'social', [pattern(0, 5), pattern(I4 | I7, 5), pattern(I4, 1)])!
    expect(constantItem.items[2]).toMatchObject({ prevalence: 0, itemRest: null, h: null })
    expect(constantItem.h).toBe(1)
    const everyoneAlike = reliability(djg6, 'social', [pattern(I4, 12)])!
    expect([everyoneAlike.alpha, everyoneAlike.kr20, everyoneAlike.h, everyoneAlike.seH]).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect(everyoneAlike.items[0].prevalence).toBe(1)
    expect(reliability(djg6, 'social', [pattern(I4, 12, I8)])).toBeNull()
    expect(reliability(djg6, 'total', [])).toBeNull()
  })

  it('has no error where leaving out one record leaves nothing to compare', () => {
    const quality = reliability(djg6, 'social', [pattern(0, 5), pattern(I4 | I7, 1)])!
    expect([quality.h, quality.seH]).toEqual([1, null])
  })

  const patterns = fc.array(
    fc.record({
      lonely: fc.integer({ min: 0, max: 2047 }),
      missing: fc.constantFrom(0, 0, 0, 1, 32),
      n: fc.integer({ min: 1, max: 50 }),
    }),
    { minLength: 1, maxLength: 60 },
  )

  it('does not depend on the order or the grouping of records', () => {
    fc.assert(
      fc.property(patterns, rows => {
        const single = rows.flatMap(row => Array.from({ length: row.n }, () => ({ ...row, n: 1 })))
        for (const subset of ['total', 'emotional', 'social'] as const) {
          expect(reliability(djg11, subset, single.toReversed())).toEqual(reliability(djg11, subset, rows))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('stays within its bounds', () => {
    fc.assert(
      fc.property(patterns, rows => {
        const quality = reliability(djg11, 'total', rows)
        for (const value of [quality?.alpha, quality?.h, ...(quality?.pairs.map(pair => pair.h) ?? [])]) {
          expect(value ?? 0).toBeLessThanOrEqual(1)
        }
        expect(quality?.seH ?? 0).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
