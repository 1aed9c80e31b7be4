/**
 * Non-sampling variance between waves, estimated from the waves before the programme.
 *
 * What fieldwork, mode and season add to each wave: the scatter about the pre
 * line beyond sampling error, τ² = max(0, (Q − df) / tr P), P the residual
 * maker in the metric of V⁻¹. Moments rather than likelihood, because four to
 * eight waves give a likelihood no shape; below four waves nothing is said.
 *
 * Units: τ in the units of the values.
 * Source: DerSimonian & Laird (1986), Control. Clin. Trials 7, 177, with a covariate.
 * Checked against: R 4.2.
 */
import { chiSquareUpper } from '../core/distributions.ts'
import { inverse, type Matrix, multiply, sum, type Vector } from '../core/linear.ts'
import { leastSquares } from './least-squares.ts'

export interface NonSamplingError {
  readonly tau: number
  readonly tau2: number
  readonly Q: number
  readonly df: number
  readonly p: number
  readonly trace: number
}

/** Of the pre waves only. `tau` is at least `floor`, `tau2` is the estimate itself; null below four waves. */
export function estimateTau(
  times: Vector,
  values: Vector,
  covariance: Matrix,
  floor = 0.005,
): NonSamplingError | null {
  if (times.length < 4) return null
  const centre = sum(times) / times.length
  const design = times.map(time => [1, time - centre])
  const fit = leastSquares(design, values, covariance)
  const weight = inverse(covariance)
  if (fit === null || weight === null) return null
  const trace = traceOf(weight) - traceOf(multiply(weight, multiply(design, fit.hat)))
  const tau2 = Math.max(0, (fit.Q - fit.df) / trace)
  const tau = Math.max(floor, Math.sqrt(tau2))
  return { tau, tau2, Q: fit.Q, df: fit.df, p: chiSquareUpper(fit.Q, fit.df), trace }
}

function traceOf(matrix: Matrix): number {
  return sum(matrix.map((row, i) => row[i]))
}
