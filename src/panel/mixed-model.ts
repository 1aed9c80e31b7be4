/**
 * Linear mixed model with a random intercept, or intercept and slope, per person.
 *
 * y = Xβ + u₀ + u₁z + e by (restricted) maximum likelihood; the search runs over
 * the Cholesky factor of the covariance of u, relative to σ², so that any point of
 * it is a covariance. It starts from the random intercept alone. A fit on the edge
 * (a variance of 0, a correlation of ±1) is given as such, `singular`.
 *
 * Units: of the outcome, and per unit of the columns.
 * Source: Laird & Ware (1982), Biometrics 38, 963; Bates et al. (2015), J. Stat. Softw. 67(1).
 * Checked against: R lme4 1.1-31, lmer, REML TRUE and FALSE.
 */
import type { Matrix, Vector } from '../core/linear.ts'
import { type Method, type MixedPoint, mixedPoint, type Theta } from './mixed-criterion.ts'
import { isIdentified, type Structure } from './mixed-identified.ts'
import { type MixedData, type MixedProducts, mixedProducts } from './mixed-products.ts'
import { minimise } from './nelder-mead.ts'

export interface MixedFit {
  readonly kind: 'fit'
  readonly beta: Vector
  readonly se: Vector
  readonly vcov: Matrix
  readonly varIntercept: number
  /** null = no random slope */
  readonly varSlope: number | null
  readonly cov: number | null
  readonly residVar: number
  /** −2 (restricted) log likelihood */
  readonly criterion: number
  readonly nRecords: number
  readonly nPersons: number
  /** on the edge of the possible: a variance of 0 or a correlation of ±1 */
  readonly singular: boolean
}

export type NoFitReason =
  | 'no_records'
  | 'one_observation_per_person'
  | 'not_identified'
  | 'singular_design'
  | 'no_residual_variance'
  | 'not_converged'

export interface NoMixedFit {
  readonly kind: 'none'
  readonly reason: NoFitReason
}

/** Smallest relative standard deviation that is not 0, and largest that leaves a residual. */
const EDGE = 1e-4
const LARGEST = 1e4

export function mixedModel(
  data: MixedData,
  structure: Structure,
  method: Method = 'REML',
): MixedFit | NoMixedFit {
  if (data.person.length === 0) return none('no_records')
  if (new Set(data.person).size === data.person.length) return none('one_observation_per_person')
  if (!isIdentified(data.person, data.slope, structure)) return none('not_identified')
  const products = mixedProducts(data)
  if (products === null || products.records <= products.size) return none('singular_design')
  const theta = search(products, structure, method)
  if (theta === null) return none('not_converged')
  const point = mixedPoint(products, theta, method)
  if (point === null || Math.max(...theta.map(Math.abs)) > LARGEST) return none('no_residual_variance')
  return fitAt(products, structure, theta, point)
}

function none(reason: NoFitReason): NoMixedFit {
  return { kind: 'none', reason }
}

/** The random intercept first; from there the most likely of a few sizes of the slope's deviation. */
function search(products: MixedProducts, structure: Structure, method: Method): Theta | null {
  const criterion = (theta: Theta) => mixedPoint(products, theta, method)?.criterion ?? Infinity
  const alone = minimise(([a]) => criterion([a, 0, 0]), [1], 0.5)
  if (alone === null) return null
  const a = Math.abs(alone.at[0])
  if (structure === 'intercept') return [a, 0, 0]
  const theta = ([x, y, z]: Vector): Theta => (structure === 'uncorrelated' ? [x, 0, y] : [x, y, z])
  const sizes = [0.03, 0.1, 0.3, 1, 3].map(c => ({ c, value: criterion([a, 0, c]) }))
  const { c } = sizes.reduce((best, other) => (other.value < best.value ? other : best))
  const start = structure === 'uncorrelated' ? [a, c] : [a, 0, c]
  const found = minimise(at => criterion(theta(at)), start, 0.2)
  return found === null ? null : theta(found.at)
}

function fitAt(
  products: MixedProducts,
  structure: Structure,
  [a, b, c]: Theta,
  { criterion, residualVariance, beta, covariance }: MixedPoint,
): MixedFit {
  const { records, persons, slopeScale } = products
  const sloped = structure !== 'intercept'
  return {
    kind: 'fit',
    beta,
    se: covariance.map((row, j) => Math.sqrt(row[j])),
    vcov: covariance,
    varIntercept: residualVariance * a * a,
    varSlope: sloped ? (residualVariance * (b * b + c * c)) / slopeScale ** 2 : null,
    cov: structure === 'correlated' ? (residualVariance * a * b) / slopeScale : null,
    residVar: residualVariance,
    criterion,
    nRecords: records,
    nPersons: persons,
    singular: Math.abs(a) < EDGE || (sloped && Math.abs(c) < EDGE),
  }
}
