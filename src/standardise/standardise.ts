/**
 * Direct standardisation of a prevalence or mean.
 *
 * Each cell's estimate is weighted by its share of a standard population;
 * variances are w'Vw with the full covariance V: cells of a clustered sample
 * share PSUs, waves of a panel persons, so their variances may not simply be
 * added. A cell without records leaves no standardised value: its share is
 * never spread silently over the others. Where all cells are at 0, or all at
 * 100 %, the value is that and the variance 0, as for a crude prevalence.
 *
 * Units: as the cells; shares of one standard sum to 1.
 * Source: Klein & Schoenborn (2001), Healthy People Statistical Notes 20.
 * Checked against: R survey 4.5, svystandardize; 4.1, svyby(covmat = TRUE), svycontrast.
 */
import type { DomainEstimates, Estimate } from '../core/estimate.ts'
import { dot, sum, type Vector } from '../core/linear.ts'
import { refuseShares, smoothedCovariance, spreadOver, type WeightedCells } from './weighted-cells.ts'

/** What one standardised value is made of; `df` is that of its union domain. */
export interface Weighting extends WeightedCells {
  readonly df: number
}

/** One standardised value over all the estimates. */
export function standardise(byCell: DomainEstimates, shares: Vector): Estimate {
  const all = { cells: [...shares.keys()], shares, df: byCell.df }
  return standardiseJointly(byCell, [all]).estimates[0]
}

/** Several standardised values (waves, sexes) from one set of estimates, with their covariance. */
export function standardiseJointly(
  byCell: DomainEstimates,
  weightings: readonly Weighting[],
): DomainEstimates {
  weightings.forEach(refuseShares)
  const covariance = smoothedCovariance(byCell)
  const weights = weightings.map(({ cells, shares }) => spreadOver(covariance.length, cells, shares))
  const products = weights.map(a => covariance.map(row => dot(row, a)))
  const estimates = weightings.map((weighting, i) => combine(byCell, weighting, dot(weights[i], products[i])))
  const known = estimates.map(({ variance }) => variance > 0)
  return {
    estimates,
    covariance: weights.map((a, i) =>
      products.map((product, j) => {
        if (i === j) return estimates[i].variance
        return known[i] && known[j] ? dot(a, product) : 0
      }),
    ),
    df: byCell.df,
  }
}

function combine({ estimates }: DomainEstimates, weighting: Weighting, variance: number): Estimate {
  const cells = weighting.cells.map(cell => estimates[cell])
  const total = (of: (cell: Estimate) => number) => sum(cells.map(of))
  const proportion = cells.every(({ events }) => events !== null)
  const counts = {
    n: total(({ n }) => n),
    nMissing: total(({ nMissing }) => nMissing),
    events: proportion ? total(({ events }) => events ?? 0) : null,
    population: total(({ population }) => population),
  }
  const none = { variance: 0, ...counts, deff: null, neff: null }
  if (cells.some(({ value }) => value === null)) return { value: null, df: 0, ...none }
  const value = dot(
    weighting.shares,
    cells.map(cell => cell.value ?? 0),
  )
  const { n, events } = counts
  if (proportion && (events === 0 || events === n)) {
    return { ...none, value: events === 0 ? 0 : 1, df: weighting.df, neff: n }
  }
  const size = proportion ? effectiveSize(value, variance, n) : { deff: null, neff: null }
  return { value, variance, df: weighting.df, ...counts, ...size }
}

/** n_eff = p(1 − p)/v and deff = n/n_eff; means have none, their s² is not kept by cell. */
function effectiveSize(value: number, variance: number, n: number) {
  if (!(variance > 0)) return { deff: null, neff: null }
  const neff = (value * (1 - value)) / variance
  return { deff: n / neff, neff }
}
