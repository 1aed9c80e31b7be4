/**
 * The (restricted) likelihood of a mixed model, with σ² and β profiled out.
 *
 * V_i = σ²(I + Z_i ΛΛ'Z_i') with Λ = [[a, 0], [b, c]] the relative Cholesky factor
 * of the covariance of intercept and slope. By Woodbury only a 2 × 2 factor per
 * person is needed: M = I + Λ'Z'ZΛ, |V_i| = σ^{2n}|M|, V_i⁻¹ = (I − ZΛM⁻¹Λ'Z')/σ².
 *
 * −2ℓ_R = Σ ln|M_i| + ln|X'V⁻¹X|σ² + (N − p)(1 + ln(2π r²/(N − p)));
 * without restriction: Σ ln|M_i| + N(1 + ln(2π r²/N)).
 *
 * Source: Bates, Mächler, Bolker & Walker (2015), J. Stat. Softw. 67(1), §3.
 * Checked against: R lme4 1.1-31, lmer.
 */
import { diagonal, dot, type Matrix, type Vector } from '../core/linear.ts'
import { inverseOfPositive } from '../core/positive-definite.ts'
import {
  COUNT,
  FIXED,
  type MixedProducts,
  OUTCOME_SUM,
  SLOPE_OUTCOME,
  SLOPE_SQUARES,
  SLOPE_SUM,
  strideOf,
} from './mixed-products.ts'

/** a, b, c of Λ, with respect to the scaled slope */
export type Theta = readonly [number, number, number]
export type Method = 'REML' | 'ML'

export interface MixedPoint {
  readonly criterion: number
  readonly residualVariance: number
  /** of the columns as given */
  readonly beta: Vector
  readonly covariance: Matrix
}

/** Null where nothing is left to vary, or the columns say the same thing once people differ. */
export function mixedPoint(products: MixedProducts, theta: Theta, method: Method): MixedPoint | null {
  const { logDeterminant, information, score, squares } = accumulate(products, theta)
  const inverse = inverseOfPositive(information)
  const step = inverse?.map(row => dot(row, score)) ?? []
  const rest = squares - dot(step, score)
  if (inverse === null || !(rest > 0)) return null
  const { records, size, back, start } = products
  const df = method === 'REML' ? records - size : records
  const restriction = method === 'REML' ? logOfDeterminant(information) + products.logDeterminant : 0
  const residualVariance = rest / df
  const criterion = logDeterminant + restriction + df * (1 + Math.log(2 * Math.PI * residualVariance))
  return {
    criterion,
    residualVariance,
    beta: start.map((value, j) => value + dot(back[j], step)),
    covariance: back.map(a => back.map(b => residualVariance * bilinear(a, inverse, b))),
  }
}

/**
 * Σ ln|M_i|, X'V⁻¹X, X'V⁻¹y and y'V⁻¹y, all times σ²: of each person L⁻¹Λ'Z'X (in
 * `first` and `second`) and L⁻¹Λ'Z'y are taken off, with LL' = M. Run hundreds of times.
 */
function accumulate({ people, size, squares }: MixedProducts, [a, b, c]: Theta) {
  const information = identity(size)
  const score = new Array<number>(size).fill(0)
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  const stride = strideOf(size)
  let [rest, logDeterminant] = [squares, 0]
  for (let at = 0; at < people.length; at += stride) {
    const slopeSum = people[at + SLOPE_SUM]
    const slopeSquares = people[at + SLOPE_SQUARES]
    const l11 = Math.sqrt(1 + a * a * people[at + COUNT] + 2 * a * b * slopeSum + b * b * slopeSquares)
    const l21 = (c * (a * slopeSum + b * slopeSquares)) / l11
    const l22 = Math.sqrt(Math.max(1, 1 + c * c * slopeSquares - l21 * l21))
    const own1 = (a * people[at + OUTCOME_SUM] + b * people[at + SLOPE_OUTCOME]) / l11
    const own2 = (c * people[at + SLOPE_OUTCOME] - l21 * own1) / l22
    logDeterminant += 2 * Math.log(l11 * l22)
    rest -= own1 * own1 + own2 * own2
    for (let j = 0; j < size; j++) {
      const slopeFixed = people[at + FIXED + 2 * j + 1]
      first[j] = (a * people[at + FIXED + 2 * j] + b * slopeFixed) / l11
      second[j] = (c * slopeFixed - l21 * first[j]) / l22
      score[j] -= first[j] * own1 + second[j] * own2
      const row = information[j]
      for (let k = 0; k <= j; k++) row[k] -= first[j] * first[k] + second[j] * second[k]
    }
  }
  for (let j = 0; j < size; j++) for (let k = 0; k < j; k++) information[k][j] = information[j][k]
  return { logDeterminant, information, score, squares: rest }
}

function identity(size: number): number[][] {
  return diagonal(new Array<number>(size).fill(1))
}

function logOfDeterminant(a: Matrix): number {
  const work = a.map(row => [...row])
  let total = 0
  for (let i = 0; i < work.length; i++) {
    total += Math.log(work[i][i])
    for (let j = i + 1; j < work.length; j++) {
      const factor = work[j][i] / work[i][i]
      for (let k = i; k < work.length; k++) work[j][k] -= factor * work[i][k]
    }
  }
  return total
}

/** a'Mb */
function bilinear(a: Vector, m: Matrix, b: Vector): number {
  return dot(
    a,
    m.map(row => dot(row, b)),
  )
}
