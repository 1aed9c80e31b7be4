/**
 * Standardised difference between two means, Hedges' g.
 *
 * g = J d with d = (second − first) / s_pooled, ν = n₁ + n₂ − 2 and
 * J = 1 − 3/(4ν − 1) against the bias of small samples. `seIndependent` is the
 * textbook's; `seDesign` takes the variance of the difference from the design,
 * and with it whatever the samples share: J √(Var(Δ)/s_p² + d²/(2ν)).
 *
 * Units: standard deviations.
 * Source: Hedges (1981), J. Educ. Stat. 6, 107.
 * Checked against: R 4.2 with survey 4.1.
 */
import { normalQuantile } from '../core/distributions.ts'

export interface Group {
  readonly n: number
  readonly mean: number
  /** s² of the sample */
  readonly spread: number
}

export interface Hedges {
  readonly sPooled: number
  readonly cohensD: number
  readonly J: number
  readonly g: number
  readonly seIndependent: number
  readonly seDesign: number
  /** with the design's standard error */
  readonly ci95: readonly [number, number]
}

/** Null where scores do not vary within the groups, or there are fewer than two of each. */
export function hedges(from: Group, to: Group, varianceOfDifference: number): Hedges | null {
  const [n1, n2] = [from.n, to.n]
  if (n1 < 2 || n2 < 2) return null
  const nu = n1 + n2 - 2
  const sPooled = Math.sqrt(((n1 - 1) * from.spread + (n2 - 1) * to.spread) / nu)
  if (!(sPooled > 0)) return null
  const cohensD = (to.mean - from.mean) / sPooled
  const J = 1 - 3 / (4 * nu - 1)
  const g = J * cohensD
  const seDesign = J * Math.sqrt(varianceOfDifference / sPooled ** 2 + cohensD ** 2 / (2 * nu))
  const half = normalQuantile(0.975) * seDesign
  return {
    sPooled,
    cohensD,
    J,
    g,
    seIndependent: Math.sqrt((n1 + n2) / (n1 * n2) + g ** 2 / (2 * (n1 + n2))),
    seDesign,
    ci95: [g - half, g + half],
  }
}
