/**
 * Transitions between not lonely and lonely within the same people.
 *
 * Change Δ = (n01 − n10)/n with Newcombe's interval for pairs and McNemar's
 * test; onset and recovery as shares of those who could change, with Wilson
 * intervals. Measurement error adds transitions in both directions: reliable
 * change is the guard.
 *
 * Units: persons; shares and their differences 0-1.
 * Source: Newcombe (1998), Stat. Med. 17, 2635.
 * Checked against: R 4.2.
 */
import { normalQuantile } from '../core/distributions.ts'
import { type McNemar, mcnemar } from './mcnemar.ts'
import { correctedPhi, type Limits, pairedInterval, wilson } from './newcombe.ts'
import { countPairs, type PairCounts, type Pairs, totalOf } from './pairs.ts'

export interface Transition extends PairCounts {
  readonly n: number
  readonly prevFrom: number | null
  readonly prevTo: number | null
  readonly diff: number | null
  readonly seWald: number | null
  readonly ciWald: Limits | null
  /** Newcombe, method 10 */
  readonly ci95: Limits | null
  readonly ci90: Limits | null
  /** correlation of the two states, corrected for continuity, as the interval uses it */
  readonly phi: number | null
  readonly onset: ChangedShare
  readonly recovery: ChangedShare
  readonly mcnemar: McNemar | null
  readonly reason?: 'no_pairs'
}

/** Of those who could change, how many did. */
export interface ChangedShare {
  readonly atRisk: number
  readonly events: number
  readonly share: number | null
  readonly ci95: Limits | null
  readonly reason?: 'nobody_at_risk'
}

/** A person is lonely from the cut-off on. */
export function transitions(pairs: Pick<Pairs, 'from' | 'to'>, cut: number): Transition {
  return transitionOf(countPairs(pairs, cut))
}

export function transitionOf(counts: PairCounts): Transition {
  const { n00, n01, n10, n11 } = counts
  const n = totalOf(counts)
  const shares = { onset: changedShare(n01, n00 + n01), recovery: changedShare(n10, n10 + n11) }
  if (n === 0) return { ...counts, n, ...shares, ...NO_PAIRS }
  const diff = (n01 - n10) / n
  const seWald = Math.sqrt(n01 + n10 - (n01 - n10) ** 2 / n) / n
  const half = normalQuantile(0.975) * seWald
  return {
    ...counts,
    n,
    prevFrom: (n10 + n11) / n,
    prevTo: (n01 + n11) / n,
    diff,
    seWald,
    ciWald: [diff - half, diff + half],
    ci95: pairedInterval(counts, 0.95),
    ci90: pairedInterval(counts, 0.9),
    phi: correctedPhi(counts),
    ...shares,
    mcnemar: mcnemar(counts),
  }
}

function changedShare(events: number, atRisk: number): ChangedShare {
  return atRisk === 0
    ? { atRisk, events, share: null, ci95: null, reason: 'nobody_at_risk' }
    : { atRisk, events, share: events / atRisk, ci95: wilson({ events, n: atRisk }) }
}

const NO_PAIRS = {
  prevFrom: null,
  prevTo: null,
  diff: null,
  seWald: null,
  ciWald: null,
  ci95: null,
  ci90: null,
  phi: null,
  mcnemar: null,
  reason: 'no_pairs',
} as const
