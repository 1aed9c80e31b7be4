/**
 * Logistic regression by maximum (weighted) likelihood.
 *
 * Newton-Raphson on logit P(y = 1) = Xβ. Where a column parts the ones from the
 * noughts there is no maximum: β runs off to infinity, and no coefficient is given.
 * The standard errors are the caller's: `inverseInformation` is the model's own
 * covariance, and the bread of a sandwich under a design.
 *
 * Units: log odds; weights of any scale (they scale the information).
 * Source: McCullagh & Nelder (1989), Generalized Linear Models, ch. 4.
 * Checked against: R 4.2 glm(family = binomial); survey 4.1 svyglm(quasibinomial).
 */
import { dot, type Matrix, type Vector } from './linear.ts'
import { inverseOfPositive } from './positive-definite.ts'

export interface LogisticFit {
  readonly kind: 'fit'
  readonly beta: Vector
  /** P(y = 1), one per row of the design */
  readonly probabilities: Vector
  /** (X'WX)⁻¹ with W = weight · p(1 − p) */
  readonly inverseInformation: Matrix
}

export interface NoLogisticFit {
  readonly kind: 'none'
  readonly reason: 'one_outcome' | 'singular_design' | 'separation'
}

const ITERATIONS = 50
/** largest last step, of a coefficient relative to 1 + its size */
const SETTLED = 1e-11

/** `design` has a row per record, the constant included; `y` is 0 or 1. */
export function logisticFit(design: Matrix, y: Vector, weights?: Vector): LogisticFit | NoLogisticFit {
  const weight = weights ?? y.map(() => 1)
  const counted = y.filter((_, i) => weight[i] > 0)
  if (counted.length === 0 || counted.every(value => value === counted[0])) {
    return { kind: 'none', reason: 'one_outcome' }
  }
  let beta: number[] = design[0].map(() => 0)
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const probabilities = design.map(row => expit(dot(row, beta)))
    const { information, score } = slopesAt(design, y, weight, probabilities)
    const inverseInformation = inverseOfPositive(information)
    if (inverseInformation === null) {
      return { kind: 'none', reason: iteration === 0 ? 'singular_design' : 'separation' }
    }
    const step = inverseInformation.map(row => dot(row, score))
    if (step.every((change, j) => Math.abs(change) <= SETTLED * (1 + Math.abs(beta[j])))) {
      return { kind: 'fit', beta, probabilities, inverseInformation }
    }
    beta = beta.map((value, j) => value + step[j])
  }
  return { kind: 'none', reason: 'separation' }
}

function slopesAt(design: Matrix, y: Vector, weight: Vector, probabilities: Vector) {
  const information = design[0].map(() => design[0].map(() => 0))
  const score = design[0].map(() => 0)
  for (const [i, row] of design.entries()) {
    const p = probabilities[i]
    const curvature = weight[i] * p * (1 - p)
    const residual = weight[i] * (y[i] - p)
    for (let j = 0; j < row.length; j++) {
      score[j] += residual * row[j]
      for (let k = 0; k <= j; k++) information[j][k] += curvature * row[j] * row[k]
    }
  }
  for (let j = 0; j < score.length; j++) for (let k = 0; k < j; k++) information[k][j] = information[j][k]
  return { information, score }
}

function expit(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}
