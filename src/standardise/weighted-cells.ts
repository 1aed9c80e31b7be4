/**
 * Cells with their shares, and the covariance that sums over cells are made with.
 *
 * A cell at 0 or 100 % has variance 0 by linearisation, which would claim
 * certainty: it takes p̃(1 − p̃)/n_eff with p̃ = (n_eff p + ½)/(n_eff + 1).
 */
import { EjzError } from '../core/error.ts'
import type { DomainEstimates, Estimate } from '../core/estimate.ts'
import { sum, type Vector } from '../core/linear.ts'

/** Which of the estimates make up one value, and with what shares of a population. */
export interface WeightedCells {
  /** positions in the estimates */
  readonly cells: readonly number[]
  readonly shares: Vector
}

/** The covariance of the cells, without certainty where a cell has no variance. */
export function smoothedCovariance({ estimates, covariance }: DomainEstimates): number[][] {
  return covariance.map((row, i) =>
    row.map((value, j) => (i === j && value === 0 ? smoothedVariance(estimates[i]) : value)),
  )
}

/** A vector over all the estimates: `coefficients` at the positions of the cells, 0 elsewhere. */
export function spreadOver(length: number, cells: readonly number[], coefficients: Vector): number[] {
  const vector = new Array<number>(length).fill(0)
  for (const [i, cell] of cells.entries()) vector[cell] += coefficients[i]
  return vector
}

/** The values of the cells; null where one of them is empty. */
export function valuesOf({ estimates }: DomainEstimates, cells: readonly number[]): number[] | null {
  const values = cells.map(cell => estimates[cell].value).filter(value => value !== null)
  return values.length === cells.length ? values : null
}

export function refuseShares({ cells, shares }: WeightedCells): void {
  if (cells.length === shares.length && Math.abs(sum(shares) - 1) <= 1e-12) return
  throw new EjzError(
    'shares-do-not-sum',
    `${shares.length} shares for ${cells.length} cells sum to ${sum(shares)}`,
    'give one share per cell, together 1',
    'bug',
  )
}

function smoothedVariance({ value, events, n, neff }: Estimate): number {
  if (value === null || events === null) return 0
  const size = neff ?? n
  const smoothed = (size * value + 0.5) / (size + 1)
  return (smoothed * (1 - smoothed)) / size
}
