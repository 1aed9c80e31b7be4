/**
 * Critical value for an estimate that may be biased by a known number of standard errors.
 *
 * The c with Φ(c − b) − Φ(−c − b) = 1 − α: the root of the quantile of the
 * noncentral χ² with one degree of freedom and noncentrality b². Bisection: it
 * lies between b + z(1 − α) and b + z(1 − α/2), where the function is monotone.
 *
 * Source: Armstrong & Kolesár (2018), Econometrica 86, 655.
 * Checked against: R 4.2 qchisq(ncp =).
 */
import { normalCdf, normalQuantile } from '../core/distributions.ts'

/** `bias` in standard errors, either sign. */
export function biasedCriticalValue(bias: number, alpha = 0.05): number {
  const b = Math.abs(bias)
  const upper = b + normalQuantile(1 - alpha / 2)
  if (b === 0) return upper
  let [low, high] = [Math.max(0, b + normalQuantile(1 - alpha)), upper]
  for (let middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2) {
    const covered = normalCdf(middle - b) - normalCdf(-middle - b)
    if (covered < 1 - alpha) low = middle
    else high = middle
  }
  return high
}
