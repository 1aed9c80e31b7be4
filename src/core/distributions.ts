/**
 * Probability distributions: the normal, t, χ², F, beta, gamma and binomial that inference needs.
 *
 * Thin names over the Cephes library; t through the incomplete beta so that the
 * degrees of freedom may be fractional, upper tails through complements so that
 * small p-values keep their digits. A tail below 1e-304 is 0: Cephes would throw.
 *
 * Checked against: R 4.2 qnorm, pt, qt, pchisq, qf, qbeta, qgamma, pbinom.
 */
import cephes from 'cephes'

await cephes.compiled

/** ln of the smallest tail asked of Cephes */
const LEAST = -700

export function normalCdf(x: number): number {
  return cephes.ndtr(x)
}

export function normalQuantile(p: number): number {
  return cephes.ndtri(p)
}

/** P(|Z| ≥ |z|) */
export function normalTwoSided(z: number): number {
  return (z * z) / 2 > -LEAST ? 0 : cephes.erfc(Math.abs(z) / Math.SQRT2)
}

/** Quantile of Student's t; the normal for infinite df. */
export function tQuantile(p: number, df: number): number {
  if (df === Infinity) return normalQuantile(p)
  if (p < 0.5) return -tQuantile(1 - p, df)
  const known = quantiles.get(p)?.get(df)
  if (known !== undefined) return known
  const z = normalQuantile(p)
  const quantile = df >= 1000 && z <= 3 ? tByExpansion(z, df) : tByBeta(p, df)
  quantiles.set(p, (quantiles.get(p) ?? new Map<number, number>()).set(df, quantile))
  return quantile
}

/** Thousands of intervals ask for few levels and often the same df. */
const quantiles = new Map<number, Map<number, number>>()

function tByBeta(p: number, df: number): number {
  const share = cephes.incbi(0.5, df / 2, 2 * p - 1)
  return Math.sqrt((df * share) / (1 - share))
}

/** Abramowitz & Stegun 26.7.5; its error is of order df⁻⁵. */
function tByExpansion(z: number, df: number): number {
  const s = z * z
  const terms = [
    (s + 1) / 4,
    ((5 * s + 16) * s + 3) / 96,
    (((3 * s + 19) * s + 17) * s - 15) / 384,
    ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92160,
  ]
  return z * terms.reduceRight((sum, term) => (sum + term) / df, 0) + z
}

/** P(|T| ≥ |t|) */
export function tTwoSided(t: number, df: number): number {
  if (df === Infinity) return normalTwoSided(t)
  return cephes.incbet(df / 2, 0.5, df / (df + t * t))
}

/** P(χ² ≥ x) */
export function chiSquareUpper(x: number, df: number): number {
  const [shape, half] = [df / 2, x / 2]
  const tail = shape * Math.log(half) - half - cephes.lgam(shape)
  return half > shape && tail < LEAST ? 0 : cephes.igamc(shape, half)
}

/** Quantile of F(df1, df2). */
export function fQuantile(p: number, df1: number, df2: number): number {
  const share = cephes.incbi(df1 / 2, df2 / 2, p)
  return (df2 * share) / (df1 * (1 - share))
}

export function betaQuantile(p: number, a: number, b: number): number {
  return lnNearZero(p, a, b) < LEAST ? 0 : cephes.incbi(a, b, p)
}

/** ln of the quantile x where that is close to 0: p ≈ xᵃ / (a B(a, b)) */
function lnNearZero(p: number, a: number, b: number): number {
  return (Math.log(p * a) + cephes.lgam(a) + cephes.lgam(b) - cephes.lgam(a + b)) / a
}

/** Quantile of the gamma distribution with scale 1. */
export function gammaQuantile(p: number, shape: number): number {
  return cephes.igami(shape, 1 - p)
}

/** P(X ≤ successes) of `trials` independent tries with chance `p`, 0 < p < 1. */
export function binomialCdf(successes: number, trials: number, p: number): number {
  if (successes < 0) return 0
  if (successes >= trials) return 1
  const failures = trials - successes
  const chances = cephes.lgam(trials + 1) - cephes.lgam(successes + 1) - cephes.lgam(failures + 1)
  const last = chances + successes * Math.log(p) + failures * Math.log1p(-p)
  if (successes < trials * p && last < LEAST) return 0
  return cephes.incbet(failures, successes + 1, 1 - p)
}
