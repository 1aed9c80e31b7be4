/**
 * The line through the waves before the programme: what would have been expected.
 *
 * Generalised least squares of the pre waves on time since the start, on the
 * scale of the series and with its full covariance including τ². With two pre
 * waves the line fits exactly and its straightness cannot be tested.
 *
 * Units: the scale of the series; slope per year.
 * Source: Wagner et al. (2002), J. Clin. Pharm. Ther. 27, 299 (segmented regression).
 * Checked against: R 4.2.
 */
import { chiSquareUpper } from '../core/distributions.ts'
import { dot, quadraticForm, transpose, type Vector } from '../core/linear.ts'
import { leastSquares } from './least-squares.ts'
import { block, type WaveSeries } from './wave-series.ts'

export interface PreLine {
  readonly slope: number
  readonly seSlope: number
  /** lack of fit; p null without residual degrees of freedom */
  readonly fit: { readonly Q: number; readonly df: number; readonly p: number | null }
  readonly at: (time: number) => Expectation
}

export interface Expectation {
  readonly value: number
  readonly se: number
  /** the share of each pre wave in the value; they sum to 1 */
  readonly weights: Vector
}

/** Null when the covariance of the pre waves is singular. */
export function preLine(series: WaveSeries, t0: number): PreLine | null {
  const values = series.pre.map(i => series.values[i])
  const design = series.pre.map(i => [1, series.waves[i].time - t0])
  const line = leastSquares(design, values, block(series.covariance, series.pre))
  if (line === null) return null
  const perWave = transpose(line.hat)
  const at = (time: number): Expectation => {
    const where = [1, time - t0]
    const weights = perWave.map(wave => dot(where, wave))
    return { value: dot(weights, values), se: Math.sqrt(quadraticForm(where, line.covariance)), weights }
  }
  const fit =
    line.df === 0 ? { Q: 0, df: 0, p: null } : { Q: line.Q, df: line.df, p: chiSquareUpper(line.Q, line.df) }
  return { slope: line.beta[1], seSlope: Math.sqrt(line.covariance[1][1]), fit, at }
}
