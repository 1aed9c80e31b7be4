/**
 * Newcombe's interval for the difference of two proportions, paired or not.
 *
 * The distances of each proportion to its Wilson limits are added as squares;
 * for pairs (method 10) less 2φ times their product, φ being the correlation of
 * the two states with a continuity correction that never turns its sign.
 *
 * Units: proportions and their differences, −1 to 1.
 * Source: Newcombe (1998), Stat. Med. 17, 857 (Wilson), 873 and 2635 (method 10).
 * Checked against: R 4.2; the paper's table of unpaired differences.
 */
import { normalQuantile } from '../core/distributions.ts'
import { type PairCounts, totalOf } from './pairs.ts'

export type Limits = [low: number, high: number]

export interface Tally {
  readonly events: number
  readonly n: number
}

/** Change from the first wave to the second; at least one pair. */
export function pairedInterval(counts: PairCounts, level = 0.95): Limits {
  const { n01, n10, n11 } = counts
  const n = totalOf(counts)
  return differenceInterval({ events: n10 + n11, n }, { events: n01 + n11, n }, correctedPhi(counts), level)
}

/** Correlation of the two states; 0 where one of the states was everybody's. */
export function correctedPhi(counts: PairCounts): number {
  const { n00, n01, n10, n11 } = counts
  const margins = (n11 + n01) * (n11 + n10) * (n00 + n01) * (n00 + n10)
  if (margins === 0) return 0
  return corrected(n11 * n00 - n01 * n10, totalOf(counts) / 2) / Math.sqrt(margins)
}

/** A positive cross product is brought nearer to 0 by half the sample, at most to 0. */
function corrected(cross: number, half: number): number {
  return cross > 0 ? Math.max(0, cross - half) : cross
}

/** For p(to) − p(from); φ = 0 where the samples are independent. */
export function differenceInterval(from: Tally, to: Tally, phi: number, level = 0.95): Limits {
  const [a, b] = [from.events / from.n, to.events / to.n]
  const [lowA, highA] = wilson(from, level)
  const [lowB, highB] = wilson(to, level)
  return [
    Math.max(-1, b - a - distance(b - lowB, highA - a, phi)),
    Math.min(1, b - a + distance(highB - b, a - lowA, phi)),
  ]
}

function distance(a: number, b: number, phi: number): number {
  return Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b))
}

/** Score limits of one proportion; n > 0. */
export function wilson({ events, n }: Tally, level = 0.95): Limits {
  const z = normalQuantile((1 + level) / 2)
  const [centre, width] = [2 * events + z * z, 2 * (n + z * z)]
  const half = z * Math.sqrt(z * z + (4 * events * (n - events)) / n)
  return [(centre - half) / width, events === n ? 1 : (centre + half) / width]
}
