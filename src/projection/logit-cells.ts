/**
 * Prevalences of cells on the logit scale, with their full covariance.
 *
 * Var(logit p) = v / (p(1 − p))². A cell in which everybody or nobody is lonely
 * has no logit: it takes p̃ = (n_eff p + ½)/(n_eff + 1) with p̃(1 − p̃)/n_eff,
 * as everywhere in sums over cells, and is named.
 *
 * Units: log odds.
 * Source: Cox & Snell (1989), Analysis of Binary Data, 2.1 for the half.
 * Checked against: R 4.2.
 */
import type { DomainEstimates, Estimate } from '../core/estimate.ts'
import type { Matrix, Vector } from '../core/linear.ts'

export type LogitCells =
  | {
      readonly kind: 'cells'
      readonly values: Vector
      readonly covariance: Matrix
      /** positions of the cells that were smoothed */
      readonly smoothed: readonly number[]
    }
  | { readonly kind: 'refused'; readonly reason: 'empty_cell' | 'no_variance' }

export function logitCells({ estimates, covariance }: DomainEstimates): LogitCells {
  const cells = estimates.map(settled)
  const known = cells.filter(cell => cell !== null)
  if (known.length < cells.length) return { kind: 'refused', reason: 'empty_cell' }
  if (!known.every(({ variance }) => variance > 0)) return { kind: 'refused', reason: 'no_variance' }
  const slopes = known.map(({ p }) => p * (1 - p))
  const between = (i: number, j: number) => {
    if (i === j) return known[i].variance
    return known[i].smoothed || known[j].smoothed ? 0 : covariance[i][j]
  }
  return {
    kind: 'cells',
    values: known.map(({ p }) => logit(p)),
    covariance: known.map((_, i) => known.map((_, j) => between(i, j) / (slopes[i] * slopes[j]))),
    smoothed: known.flatMap(({ smoothed }, i) => (smoothed ? [i] : [])),
  }
}

export function logit(p: number): number {
  return Math.log(p / (1 - p))
}

export function expit(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

function settled({ value, variance, events, n, neff }: Estimate) {
  if (value === null) return null
  const certain = value === 0 || value === 1 || events === 0 || events === n
  if (!certain) return { p: value, variance, smoothed: false }
  const size = neff ?? n
  const p = (size * value + 0.5) / (size + 1)
  return { p, variance: (p * (1 - p)) / size, smoothed: true }
}
