/**
 * Gamma interval of a directly standardised rate with few events.
 *
 * Counts are Poisson, which overstates the variance of a proportion by
 * 1/(1 − p): for p < 0.10 only. The upper limit adds one event in the cell with
 * the largest weight. Weighted data enter with effective counts, n_eff · p.
 *
 * Units: rate per person; shares sum to 1.
 * Source: Fay & Feuer (1997), Statistics in Medicine 16, 791.
 * Checked against: epitools 0.5, ageadjust.direct.
 */
import { gammaQuantile } from '../core/distributions.ts'
import { sum } from '../core/linear.ts'

export interface CountedCell {
  readonly events: number
  readonly n: number
  /** share of the standard population */
  readonly share: number
}

export interface GammaInterval {
  readonly value: number
  /** under Poisson counts */
  readonly variance: number
  readonly largestWeight: number
  readonly low: number
  readonly high: number
}

export function fayFeuer(cells: readonly CountedCell[], level = 0.95): GammaInterval {
  const value = sum(cells.map(({ events, n, share }) => (share * events) / n))
  const variance = sum(cells.map(({ events, n, share }) => (share / n) ** 2 * events))
  const largestWeight = Math.max(...cells.map(({ n, share }) => share / n))
  const tail = (1 - level) / 2
  return {
    value,
    variance,
    largestWeight,
    low: value === 0 ? 0 : gammaLimit(tail, value, variance),
    high: gammaLimit(1 - tail, value + largestWeight, variance + largestWeight ** 2),
  }
}

/** Quantile of the gamma distribution with this mean and variance. */
function gammaLimit(p: number, mean: number, variance: number): number {
  return gammaQuantile(p, mean ** 2 / variance) * (variance / mean)
}
