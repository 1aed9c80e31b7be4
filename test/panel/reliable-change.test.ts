import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOfChange, reliableChange, reliableChanges } from '../../src/panel/reliable-change.ts'
import { anyPairs, invented, reversed } from './invented-pairs.ts'
import { expectClose, hasReference, readReference } from './reference.ts'
import { hasWorkedExample, workedFigures, workedPairs } from './worked-example.ts'

const PANEL = 'panel/panel.json'

describe('reliable change', () => {
  test.skipIf(!hasWorkedExample)(
    'the worked example, three reliabilities (skipped without ../shared)',
    () => {
      const worked = workedFigures().rci
      const pairs = workedPairs()
      expect(worked).toHaveLength(3)
      for (const theirs of worked) {
        const ours = reliableChange(pairs, 3, theirs.reliability)
        expectClose(
          [ours.sdBaseline, ours.sem, ours.sDiff, ours.threshold],
          [theirs.sd_baseline, theirs.sem, theirs.s_diff, theirs.threshold],
        )
        expect([
          ours.minIntegerChange,
          ours.deteriorated!.n,
          ours.improved!.n,
          ours.deteriorated!.nCrossed,
          ours.improved!.nCrossed,
          ours.expectedShareEachTail,
        ]).toEqual([
          theirs.min_integer_change,
          theirs.n_deteriorated,
          theirs.n_improved,
          theirs.n_reliable_and_onset,
          theirs.n_reliable_and_recovery,
          theirs.expected_pct_each_tail,
        ])
        expectClose(
          [ours.deteriorated!.share, ours.improved!.share],
          [theirs.pct_deteriorated, theirs.pct_improved],
        )
      }
    },
  )

  test.skipIf(!hasReference(PANEL))('the formula of Jacobson and Truax (skipped without ../shared)', () => {
    const { cases } = JSON.parse(readReference(PANEL))
    const { input, s75_r80, s10_r88 } = cases.find(
      ({ id }: { id: string }) => id === 'rci/jacobson_truax_1991',
    )
    for (const [sd, r, theirs] of [
      [7.5, 0.8, s75_r80],
      [10, 0.88, s10_r88],
    ]) {
      const { sem, sDiff, threshold } = errorOfChange(sd, r)
      expectClose([sem, sDiff], [theirs.sem, theirs.sdiff], 1e-10)
      expectClose((input.post - input.pre) / sDiff, theirs.rci, 1e-10)
      // the paper rounds the normal quantile to 1.96
      expectClose((threshold * 1.96) / 1.959963984540054, theirs['threshold_1.96'], 1e-10)
    }
  })

  test('asks for 0.80, 0.84 and 0.90, and a higher reliability needs a smaller change', () => {
    const all = reliableChanges(invented, 3)
    expect(all.map(({ reliability }) => reliability)).toEqual([0.8, 0.84, 0.9])
    const thresholds = all.map(({ threshold }) => threshold!)
    expect(thresholds).toEqual([...thresholds].sort((a, b) => b - a))
    expect(all[0].expectedEachTail).toBe(4.5)
  })

  test('crossed means from below the cut-off to on or above it, or back', () => {
    const pairs = { from: [0, 4, 3, 8, 0, 0, 1, 1, 0, 1], to: [9, 11, 0, 4, 0, 0, 1, 1, 1, 0] }
    const { deteriorated, improved, threshold } = reliableChange(pairs, 3, 0.84)
    expect(threshold!).toBeLessThan(3)
    expect([deteriorated!.n, deteriorated!.nCrossed]).toEqual([2, 1])
    expect([improved!.n, improved!.nCrossed]).toEqual([2, 1])
  })

  test('names why there is no figure', () => {
    for (const reliability of [1, 1.2, -0.1, Number.NaN]) {
      const { threshold, deteriorated, reason } = reliableChange(invented, 3, reliability)
      expect([threshold, deteriorated, reason]).toEqual([null, null, 'reliability_outside_range'])
    }
    expect(reliableChange({ from: [4], to: [9] }, 3, 0.84).reason).toBe('fewer_than_two_pairs')
    const flat = reliableChange({ from: [2, 2, 2], to: [0, 5, 2] }, 3, 0.84)
    expect([flat.sdBaseline, flat.threshold, flat.improved, flat.reason]).toEqual([
      0,
      null,
      null,
      'no_variance',
    ])
  })

  test('who crossed is among who changed, and nobody is in both tails', () => {
    fc.assert(
      fc.property(anyPairs, fc.double({ min: 0, max: 0.99, noNaN: true }), (pairs, reliability) => {
        const one = reliableChange(pairs, 3, reliability)
        if (one.deteriorated === null || one.improved === null) return
        expect(one.deteriorated.nCrossed).toBeLessThanOrEqual(one.deteriorated.n)
        expect(one.deteriorated.n + one.improved.n).toBeLessThanOrEqual(pairs.from.length)
        expect(one.minIntegerChange!).toBeGreaterThanOrEqual(one.threshold! - 1e-9)
        // the same spread with the scale upside down turns the tails
        const mirrored = { from: pairs.from.map(x => 11 - x), to: pairs.to.map(x => 11 - x) }
        const other = reliableChange(mirrored, 9, reliability)
        expect([other.improved!.n, other.improved!.nCrossed]).toEqual([
          one.deteriorated.n,
          one.deteriorated.nCrossed,
        ])
        expect(reliableChange(reversed(pairs), 3, reliability).n).toBe(one.n)
      }),
    )
  })
})
