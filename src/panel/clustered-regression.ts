/**
 * Least squares on records of a panel, with the person as cluster.
 *
 * β = (X'X)⁻¹X'y; the sandwich (X'X)⁻¹B(X'X)⁻¹ adds a person's scores x(y − xβ)
 * before squaring. Degrees of freedom: persons − strata + 1 − coefficients.
 *
 * Source: Binder (1983), Int. Stat. Rev. 51, 279.
 * Checked against: R survey 4.1, svyglm with ids = ~id.
 */
import { dot, type Matrix, multiply, type Vector } from '../core/linear.ts'
import { inverseOfPositive } from '../core/positive-definite.ts'
import { clusteredCovariance, clusteredDf, type PersonClusters } from './person-clusters.ts'

/** The first column is the constant. */
export interface Column {
  readonly name: string
  readonly values: Vector
}

export interface ClusteredRegression {
  readonly beta: Vector
  readonly se: Vector
  readonly covariance: Matrix
  /** not above 0: the standard errors say nothing */
  readonly df: number
}

/** One place per record in every column; null where columns say the same thing. */
export function clusteredRegression(
  clusters: PersonClusters,
  columns: readonly Column[],
  y: Vector,
): ClusteredRegression | null {
  const x = columns.map(({ values }) => values)
  const bread = inverseOfPositive(x.map(a => x.map(b => dot(a, b))))
  if (bread === null) return null
  const withOutcome = x.map(values => dot(values, y))
  const beta = bread.map(row => dot(row, withOutcome))
  const residuals = y.map((value, i) => value - x.reduce((fit, values, j) => fit + beta[j] * values[i], 0))
  const scores = x.map(values => values.map((value, i) => value * residuals[i]))
  const covariance = multiply(multiply(bread, clusteredCovariance(clusters, scores)), bread)
  return {
    beta,
    se: covariance.map((row, j) => Math.sqrt(Math.max(0, row[j]))),
    covariance,
    df: clusteredDf(clusters, () => true) + 1 - columns.length,
  }
}
