/**
 * A random number of successes: the quantile of the binomial at a uniform number.
 *
 * Exact whatever the number of trials; the search begins at the normal
 * approximation, from which the quantile is one or two steps away.
 *
 * Checked against: R 4.2 qbinom.
 */
import { binomialCdf, normalQuantile } from './distributions.ts'
import type { Random } from './random.ts'

export function drawBinomial(random: Random, trials: number, p: number): number {
  return binomialQuantile(random.uniform(), trials, p)
}

/** Smallest k with P(X ≤ k) ≥ u; 0 < u < 1, 0 < p < 1. */
export function binomialQuantile(u: number, trials: number, p: number): number {
  const guess = Math.floor(trials * p + normalQuantile(u) * Math.sqrt(trials * p * (1 - p)))
  let k = Math.min(trials, Math.max(0, guess))
  while (k < trials && binomialCdf(k, trials, p) < u) k++
  while (k > 0 && binomialCdf(k - 1, trials, p) >= u) k--
  return k
}
