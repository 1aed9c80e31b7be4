/**
 * Do the waves differ at all? Asked before any pair of waves is compared.
 *
 * Q = (p − µ)'V⁻¹(p − µ) with µ the generalised mean, χ² with k − 1 degrees of
 * freedom; for independent waves the weighted sum of squares Σw(p − p̄)², for a
 * panel the Wald test of equality with the covariance between waves.
 *
 * Units: proportions 0-1 or mean scores; `covariance` of the same waves.
 * Source: Cochran (1954), Biometrics 10, 101.
 * Checked against: R 4.2, survey 4.1.
 */
import { chiSquareUpper } from '../core/distributions.ts'
import type { Matrix, Vector } from '../core/linear.ts'
import { leastSquares } from './least-squares.ts'

export interface Omnibus {
  readonly Q: number
  readonly df: number
  readonly p: number
}

/** Null for fewer than two waves or a singular covariance. */
export function omnibus(values: Vector, covariance: Matrix): Omnibus | null {
  if (values.length < 2) return null
  const fit = leastSquares(
    values.map(() => [1]),
    values,
    covariance,
  )
  return fit && { Q: fit.Q, df: fit.df, p: chiSquareUpper(fit.Q, fit.df) }
}
