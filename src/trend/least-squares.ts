/**
 * Generalised least squares with a known covariance of the observations.
 *
 * β = (X'V⁻¹X)⁻¹X'V⁻¹y with covariance (X'V⁻¹X)⁻¹; Q = r'V⁻¹r is χ² with
 * n − p degrees of freedom when the model holds. Centre the times before they
 * enter a design: uncentred years lose half the digits.
 *
 * Source: Aitken (1936), Proc. R. Soc. Edinburgh 55, 42.
 */
import { dot, inverse, type Matrix, multiply, quadraticForm, transpose, type Vector } from '../core/linear.ts'
import { definiteness } from './definiteness.ts'

export interface LeastSquares {
  readonly beta: Vector
  readonly covariance: Matrix
  /** β = hat · y: one row per coefficient */
  readonly hat: Matrix
  readonly residuals: Vector
  readonly Q: number
  /** observations − coefficients */
  readonly df: number
}

/** `design` has a row per observation; null when the covariance or the design is singular. */
export function leastSquares(design: Matrix, y: Vector, covariance: Matrix): LeastSquares | null {
  const weight = definiteness(covariance) === 'positive' ? inverse(covariance) : null
  if (weight === null) return null
  const weighted = multiply(transpose(design), weight)
  const betaCovariance = inverse(multiply(weighted, design))
  if (betaCovariance === null) return null
  const hat = multiply(betaCovariance, weighted)
  const beta = hat.map(row => dot(row, y))
  const residuals = y.map((value, i) => value - dot(design[i], beta))
  const Q = quadraticForm(residuals, weight)
  return { beta, covariance: betaCovariance, hat, residuals, Q, df: y.length - beta.length }
}
