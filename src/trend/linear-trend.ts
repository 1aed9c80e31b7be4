/**
 * Straight line through the waves, with its lack of fit.
 *
 * Weighted least squares on the wave estimates, generalised when the waves
 * share persons. The test uses the normal distribution: the variances are
 * those of the survey, not of the scatter about the line. Two waves fit
 * exactly, so that nothing can be said about linearity.
 *
 * Units: slope per year.
 * Source: NCHS, Vital and Health Statistics 2(179) (2018).
 * Checked against: R 4.2.
 */
import { chiSquareUpper, normalQuantile, normalTwoSided } from '../core/distributions.ts'
import { EjzError } from '../core/error.ts'
import { type Matrix, sum, type Vector } from '../core/linear.ts'
import { leastSquares } from './least-squares.ts'

export interface LinearTrend {
  readonly slope: number
  readonly se: number
  readonly z: number
  readonly p: number
  readonly ci: [number, number]
  /** lack of fit; dfQ 0 and pQ null with two waves */
  readonly Q: number
  readonly dfQ: number
  readonly pQ: number | null
}

/** Null for fewer than two waves or a singular covariance. */
export function linearTrend(times: Vector, values: Vector, covariance: Matrix): LinearTrend | null {
  refuseEqualTimes(times)
  if (times.length < 2) return null
  const centre = sum(times) / times.length
  const fit = leastSquares(
    times.map(time => [1, time - centre]),
    values,
    covariance,
  )
  if (fit === null) return null
  const slope = fit.beta[1]
  const se = Math.sqrt(fit.covariance[1][1])
  const half = normalQuantile(0.975) * se
  const lackOfFit = fit.df === 0 ? { Q: 0, pQ: null } : { Q: fit.Q, pQ: chiSquareUpper(fit.Q, fit.df) }
  return {
    slope,
    se,
    z: slope / se,
    p: normalTwoSided(slope / se),
    ci: [slope - half, slope + half],
    ...lackOfFit,
    dfQ: fit.df,
  }
}

function refuseEqualTimes(times: Vector): void {
  const double = times.find((time, i) => times.indexOf(time) < i)
  if (double === undefined) return
  throw new EjzError(
    'equal-times',
    `two waves of one series have the same time, ${double.toFixed(2)}`,
    'give each wave its own fieldwork dates, or put the records into one wave',
  )
}
