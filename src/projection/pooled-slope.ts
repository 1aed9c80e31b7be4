/**
 * The slope that the cells have in common before the programme.
 *
 * In each cell a line through its logits, weighted by their inverse variances;
 * the slopes are pooled by inverse variance. Q = Σ (b_g − β)²/v_g tests whether
 * the cells share one slope. β is a weighted sum of the logits: its weights are
 * kept, because a projection starts from some of the same logits and the two go
 * together.
 *
 * Units: log odds per year; decimal years.
 * Source: Cochran (1954), Biometrics 10, 101 for Q.
 * Checked against: R 4.2, lm(weights) by cell and their inverse-variance mean.
 */
import { chiSquareUpper } from '../core/distributions.ts'
import { dot, type Matrix, quadraticForm, sum, type Vector } from '../core/linear.ts'

export interface PooledSlope {
  readonly beta: number
  readonly se: number
  readonly Q: number
  readonly df: number
  /** null for a single cell */
  readonly p: number | null
  /** β = weights · logits */
  readonly weights: Vector
}

/** `values` hold the cells of the first wave, then those of the next; at least two different times. */
export function pooledSlope(times: Vector, values: Vector, covariance: Matrix): PooledSlope {
  const cells = values.length / times.length
  const lines = Array.from({ length: cells }, (_, cell) => {
    const at = times.map((_, wave) => wave * cells + cell)
    const coefficients = lineWeights(
      times,
      at.map(i => 1 / covariance[i][i]),
    )
    const own = at.map(i => at.map(j => covariance[i][j]))
    return {
      coefficients,
      slope: dot(
        coefficients,
        at.map(i => values[i]),
      ),
      variance: quadraticForm(coefficients, own),
    }
  })
  const precision = sum(lines.map(({ variance }) => 1 / variance))
  const weights = times.flatMap((_, wave) =>
    lines.map(({ coefficients, variance }) => coefficients[wave] / variance / precision),
  )
  const beta = dot(weights, values)
  const Q = sum(lines.map(({ slope, variance }) => (slope - beta) ** 2 / variance))
  const df = cells - 1
  return {
    beta,
    se: Math.sqrt(quadraticForm(weights, covariance)),
    Q,
    df,
    p: df === 0 ? null : chiSquareUpper(Q, df),
    weights,
  }
}

/** What each wave adds to the slope of a weighted line. */
function lineWeights(times: Vector, precisions: Vector): number[] {
  const centre = dot(precisions, times) / sum(precisions)
  const spread = sum(times.map((time, i) => precisions[i] * (time - centre) ** 2))
  return times.map((time, i) => (precisions[i] * (time - centre)) / spread)
}
