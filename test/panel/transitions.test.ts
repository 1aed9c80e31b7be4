import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairedInterval } from '../../src/panel/newcombe.ts'
import { transitionOf, transitions } from '../../src/panel/transitions.ts'
import { anyPairs, expected, invented, reversed } from './invented-pairs.ts'
import { expectClose, hasReference, readReference } from './reference.ts'
import { hasWorkedExample, workedFigures, workedPairs } from './worked-example.ts'

const PANEL = 'panel/panel.json'

describe('transitions', () => {
  test('count the pairs like table in R', () => {
    const { n00, n01, n10, n11, onset, recovery } = transitions(invented, 3)
    expect([
      [n00, n01],
      [n10, n11],
    ]).toEqual(expected.table)
    expectClose(onset.ci95, expected.wilson.onset)
    expectClose(recovery.ci95, expected.wilson.recovery)
    expectClose([onset.share, recovery.share], [23 / 74, 22 / 106])
  })

  test.skipIf(!hasWorkedExample)('the worked example (skipped without ../shared)', () => {
    const { transition, incidence } = workedFigures()
    const ours = transitions(workedPairs(), 3)
    expect([ours.n, ours.n00, ours.n01, ours.n10, ours.n11]).toEqual([271, 115, 33, 21, 102])
    expect(ours.n).toBe(transition.n)
    expectClose(
      [ours.prevFrom, ours.prevTo, ours.diff, ours.seWald, ours.phi],
      [
        transition.prev_from,
        transition.prev_to,
        transition.diff,
        transition.se_wald,
        transition.phi_corrected,
      ],
    )
    expectClose(ours.ciWald, transition.ci_wald)
    expectClose(ours.ci95, transition.ci_newcombe10)
    expectClose(ours.mcnemar!.pMid, transition.p_mid)
    expectClose([ours.onset.share, ours.recovery.share], [incidence.P01, incidence.P10])
  })

  test.skipIf(!hasReference(PANEL))('approval ratings of Agresti (skipped without ../shared)', () => {
    const { cases } = JSON.parse(readReference(PANEL))
    const approval = cases.find(({ id }: { id: string }) => id === 'mcnemar/approval')
    const [[n00, n01], [n10, n11]] = approval.table
    const { diff, seWald } = transitionOf({ n00, n01, n10, n11 })
    expectClose([diff, seWald], [approval.diff, approval.se_diff], 1e-10)
    expectClose(n01 / n10, approval.or_discordant, 1e-10)
  })

  test('a change of nobody is 0 with an interval, not a certainty', () => {
    const { diff, seWald, ci95, mcnemar } = transitionOf({ n00: 60, n01: 0, n10: 0, n11: 30 })
    expect([diff, seWald]).toEqual([0, 0])
    expect(ci95![0]).toBeLessThan(0)
    expect(ci95![1]).toBeGreaterThan(0)
    expect([mcnemar!.pMid, mcnemar!.reason]).toEqual([1, 'nobody_changed'])
  })

  test('no pairs give no figures but a reason', () => {
    const { n, prevFrom, diff, ci95, mcnemar, reason } = transitions({ from: [], to: [] }, 3)
    expect([n, prevFrom, diff, ci95, mcnemar, reason]).toEqual([0, null, null, null, null, 'no_pairs'])
  })

  test('nobody lonely at the first wave gives no share of recovery but a reason', () => {
    const { recovery, onset } = transitionOf({ n00: 50, n01: 4, n10: 0, n11: 0 })
    expect(recovery).toEqual({ atRisk: 0, events: 0, share: null, ci95: null, reason: 'nobody_at_risk' })
    expect(onset.share).toBe(4 / 54)
  })

  test('turn with the waves and stay within their bounds', () => {
    fc.assert(
      fc.property(anyPairs, pairs => {
        const one = transitions(pairs, 3)
        const back = transitions(reversed(pairs), 3)
        expectClose(back.diff!, -one.diff!)
        expect([back.n01, back.n10]).toEqual([one.n10, one.n01])
        expect(one.n00 + one.n01 + one.n10 + one.n11).toBe(one.n)
        expectClose(one.prevTo! - one.prevFrom!, one.diff)
        expectClose(one.ci95, pairedInterval(one, 0.95))
        expectClose(one.ci90, pairedInterval(one, 0.9))
      }),
    )
  })
})
