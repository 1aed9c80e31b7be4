/**
 * Reliable change: who changed by more than measurement error alone explains?
 *
 * RCI = (x₂ − x₁)/(√2 SD₁ √(1 − r)), reliable beyond ±1.96. Error alone puts
 * 2.5 % in each tail, so an observed share says little without that beside it.
 * The test-retest reliability of the scale is not known: the question is asked
 * for several values. Reliable and crossed = reliably changed and on the other
 * side of the cut-off. One person's RCI is never an effect of the programme, and
 * extreme scores move back to the mean by themselves.
 *
 * Units: points of the score; shares 0-1 with Wilson limits.
 * Source: Jacobson & Truax (1991), J. Consult. Clin. Psychol. 59, 12.
 * Checked against: R 4.2.
 */
import { normalQuantile } from '../core/distributions.ts'
import { sdOf } from './mean-change.ts'
import { type Limits, wilson } from './newcombe.ts'
import type { Pairs } from './pairs.ts'

export interface ReliableChange {
  readonly reliability: number
  readonly n: number
  readonly sdBaseline: number | null
  /** standard error of measurement */
  readonly sem: number | null
  readonly sDiff: number | null
  /** smallest change that is reliable, in points, and in whole points */
  readonly threshold: number | null
  readonly minIntegerChange: number | null
  readonly deteriorated: Tail | null
  readonly improved: Tail | null
  /** what error alone would put in each tail */
  readonly expectedShareEachTail: number
  readonly expectedEachTail: number
  readonly reason?: 'fewer_than_two_pairs' | 'no_variance' | 'reliability_outside_range'
}

export interface Tail {
  readonly n: number
  readonly share: number
  readonly ci95: Limits
  /** of whom on the other side of the cut-off at the second wave */
  readonly nCrossed: number
}

export const RELIABILITIES: readonly number[] = [0.8, 0.84, 0.9]

export function reliableChanges(
  pairs: Pick<Pairs, 'from' | 'to'>,
  cut: number,
  reliabilities: readonly number[] = RELIABILITIES,
): ReliableChange[] {
  return reliabilities.map(reliability => reliableChange(pairs, cut, reliability))
}

export function reliableChange(
  pairs: Pick<Pairs, 'from' | 'to'>,
  cut: number,
  reliability: number,
): ReliableChange {
  const n = pairs.from.length
  const asked = { reliability, n, expectedShareEachTail: TAIL, expectedEachTail: TAIL * n }
  if (!(reliability >= 0 && reliability < 1))
    return { ...asked, ...NOTHING, reason: 'reliability_outside_range' }
  if (n < 2) return { ...asked, ...NOTHING, reason: 'fewer_than_two_pairs' }
  const sdBaseline = sdOf(pairs.from)
  if (sdBaseline === 0) return { ...asked, ...NOTHING, sdBaseline, reason: 'no_variance' }
  const { sem, sDiff, threshold } = errorOfChange(sdBaseline, reliability)
  return {
    ...asked,
    sdBaseline,
    sem,
    sDiff,
    threshold,
    minIntegerChange: Math.ceil(threshold - 1e-12),
    deteriorated: tailOf(pairs, cut, change => change > threshold, 'up'),
    improved: tailOf(pairs, cut, change => change < -threshold, 'down'),
  }
}

/** What a change of the score may be by error of measurement alone. */
export function errorOfChange(sdBaseline: number, reliability: number) {
  const sem = sdBaseline * Math.sqrt(1 - reliability)
  const sDiff = Math.SQRT2 * sem
  return { sem, sDiff, threshold: normalQuantile(1 - TAIL) * sDiff }
}

function tailOf(
  { from, to }: Pick<Pairs, 'from' | 'to'>,
  cut: number,
  isReliable: (change: number) => boolean,
  direction: 'up' | 'down',
): Tail {
  let [events, nCrossed] = [0, 0]
  for (let i = 0; i < from.length; i++) {
    if (!isReliable(to[i] - from[i])) continue
    events++
    const [lower, higher] = direction === 'up' ? [from[i], to[i]] : [to[i], from[i]]
    if (lower < cut && higher >= cut) nCrossed++
  }
  const n = from.length
  return { n: events, share: events / n, ci95: wilson({ events, n }), nCrossed }
}

const TAIL = 0.025

const NOTHING = {
  sdBaseline: null,
  sem: null,
  sDiff: null,
  threshold: null,
  minIntegerChange: null,
  deteriorated: null,
  improved: null,
}
