/**
 * How much of a change in prevalence is the rates, and how much the composition.
 *
 * rate = Σ ½(W¹ + W²)(p² − p¹), composition = Σ ½(p¹ + p²)(W² − W¹); they sum to
 * the crude change. Both are linear in p, so their variances and covariance are
 * exact given the shares, which count as known.
 *
 * Units: proportions 0-1; each wave's shares sum to 1.
 * Source: Kitagawa (1955), JASA 50, 1168.
 * Checked against: R 4.2; DasGuptR for the values.
 */
import type { DomainEstimates } from '../core/estimate.ts'
import { dot, type Matrix, quadraticForm, sum, type Vector } from '../core/linear.ts'
import {
  refuseShares,
  smoothedCovariance,
  spreadOver,
  valuesOf,
  type WeightedCells,
} from './weighted-cells.ts'

export interface Kitagawa {
  readonly total: number
  readonly seTotal: number
  readonly rate: number
  readonly seRate: number
  readonly composition: number
  readonly seComposition: number
  /** between rate and composition */
  readonly covariance: number
  /** in the order of the cells */
  readonly cells: readonly { readonly rate: number; readonly composition: number }[]
}

/** `from` and `to` hold the same cells in the same order; null where one of them is empty. */
export function kitagawa(byCell: DomainEstimates, from: WeightedCells, to: WeightedCells): Kitagawa | null {
  refuseShares(from)
  refuseShares(to)
  const before = valuesOf(byCell, from.cells)
  const after = valuesOf(byCell, to.cells)
  if (before === null || after === null) return null
  const meanShare = from.shares.map((share, g) => (share + to.shares[g]) / 2)
  const moved = from.shares.map((share, g) => to.shares[g] - share)
  const cells = meanShare.map((share, g) => ({
    rate: share * (after[g] - before[g]),
    composition: ((before[g] + after[g]) / 2) * moved[g],
  }))
  const rate = sum(cells.map(cell => cell.rate))
  const composition = sum(cells.map(cell => cell.composition))
  const positions = [...from.cells, ...to.cells]
  const gradient = (atFrom: Vector, atTo: Vector) =>
    spreadOver(byCell.estimates.length, positions, [...atFrom, ...atTo])
  const rates = gradient(
    meanShare.map(share => -share),
    meanShare,
  )
  const halves = moved.map(change => change / 2)
  const compositions = gradient(halves, halves)
  const totals = rates.map((value, i) => value + compositions[i])
  const covariance = smoothedCovariance(byCell)
  return {
    total: rate + composition,
    seTotal: Math.sqrt(quadraticForm(totals, covariance)),
    rate,
    seRate: Math.sqrt(quadraticForm(rates, covariance)),
    composition,
    seComposition: Math.sqrt(quadraticForm(compositions, covariance)),
    covariance: bilinear(rates, covariance, compositions),
    cells,
  }
}

function bilinear(a: Vector, covariance: Matrix, b: Vector): number {
  return dot(
    a,
    covariance.map(row => dot(row, b)),
  )
}
