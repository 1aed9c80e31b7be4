import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meanChange } from '../../src/panel/mean-change.ts'
import { anyPairs, expected, invented, reversed } from './invented-pairs.ts'
import { expectClose, hasReference, readReference } from './reference.ts'
import { hasWorkedExample, workedFigures, workedPairs } from './worked-example.ts'

const PANEL = 'panel/panel.json'

describe('mean change', () => {
  test('equals a paired t-test in R', () => {
    const ours = meanChange(invented)
    const theirs = expected.paired
    expectClose(
      [ours.meanChange, ours.t, ours.df, ours.p, ours.srm, ours.r12],
      [theirs.value, theirs.t, theirs.df, theirs.p, theirs.srm, theirs.r12],
    )
    expectClose(ours.ci95, theirs.ci95)
    expectClose(ours.ci90, theirs.ci90)
  })

  test.skipIf(!hasWorkedExample)('the worked example (skipped without ../shared)', () => {
    const worked = workedFigures().mean_change
    const ours = meanChange(workedPairs())
    expectClose(
      [ours.n, ours.meanFrom, ours.meanTo, ours.meanChange, ours.sdChange, ours.se, ours.t, ours.df],
      [
        worked.n,
        worked.mean_from,
        worked.mean_to,
        worked.mean_change,
        worked.sd_change,
        worked.se,
        worked.t,
        worked.df,
      ],
    )
    expectClose([ours.srm, ours.r12], [worked.srm, worked.r12])
    expectClose(ours.ci95, worked.ci95)
  })

  test.skipIf(!hasReference(PANEL))("Student's sleep data (skipped without ../shared)", () => {
    const { cases } = JSON.parse(readReference(PANEL))
    const sleep = cases.find(({ id }: { id: string }) => id === 'paired/sleep')
    const ours = meanChange({ from: sleep.g2, to: sleep.g1 })
    expectClose([ours.t, ours.df, ours.p], [sleep.t, sleep.df, sleep.p], 1e-10)
    expectClose([ours.meanChange, ours.srm], [sleep.mean, sleep.cohen_dz], 1e-10)
    expectClose(ours.ci95, sleep.ci, 1e-10)
  })

  test('names what is missing', () => {
    const none = meanChange({ from: [], to: [] })
    expect([none.meanChange, none.reason]).toEqual([null, 'no_pairs'])
    const one = meanChange({ from: [3], to: [5] })
    expect([one.meanChange, one.se, one.reason]).toEqual([2, null, 'one_pair'])
    const same = meanChange({ from: [0.1, 1.1, 2.1], to: [0.1, 1.1, 2.1] })
    expect([same.meanChange, same.se, same.t, same.srm, same.reason]).toEqual([
      0,
      null,
      null,
      null,
      'no_variance',
    ])
    expectClose(same.r12, 1)
  })

  test('has no correlation where a wave does not vary', () => {
    const { r12, se } = meanChange({ from: [2, 2, 2, 2], to: [1, 2, 3, 5] })
    expect(r12).toBeNull()
    expect(se).toBeGreaterThan(0)
    // 0.1 + 0.1 + 0.1 is not quite 0.3
    expect(meanChange({ from: [0.1, 0.1, 0.1], to: [1, 2, 4] }).r12).toBeNull()
  })

  test('turns with the waves and does not depend on where the scale begins', () => {
    fc.assert(
      fc.property(anyPairs, pairs => {
        const one = meanChange(pairs)
        const back = meanChange(reversed(pairs))
        expectClose(back.meanChange, one.meanChange === null ? null : -one.meanChange)
        expectClose(back.p, one.p)
        const up = (scores: number[]) => scores.map(score => score + 100)
        const shifted = meanChange({ from: up(pairs.from), to: up(pairs.to) })
        expectClose([shifted.se, shifted.r12], [one.se, one.r12])
        if (one.r12 !== null) expect(Math.abs(one.r12)).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })
})
