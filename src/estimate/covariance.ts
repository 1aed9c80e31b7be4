/**
 * Several domains of one sample with their full covariance.
 *
 * cov = Σ_h scale (Σ u_a u_b − centre Σu_a Σu_b) over the PSUs of a stratum. Age
 * groups of a clustered sample share PSUs, and the waves of a panel share
 * persons, so their variances may not simply be added; overlapping domains
 * share records. Domains without a stratum in common (the waves of independent
 * samples) come out at exactly 0. Under `average` the factors of the two
 * domains are multiplied as √(a·b), which keeps the matrix non-negative.
 *
 * Units: proportions 0-1, mean scores in points; order of the selections.
 * Source: Korn & Graubard (1999), Analysis of Health Surveys, ch. 2-3.
 * Checked against: R survey 4.1, svyby(covmat = TRUE).
 */
import type { Cells, MeasureSums, Selection } from '../core/cells.ts'
import type { DomainEstimates } from '../core/estimate.ts'
import { averageFactor, type Design, designOf } from './design.ts'
import { type EstimateOptions, estimateRows, sumsOf } from './domain.ts'
import { indexRows } from './rows.ts'
import { spreadMeter, squaredResidual, stratumOfPsu } from './spread.ts'
import { Touched } from './touched.ts'

export function estimateJointly(
  cells: Cells,
  measure: string,
  selections: readonly Selection[],
  options: EstimateOptions,
): DomainEstimates {
  const sums = sumsOf(cells, measure)
  const design = designOf(cells, options.lonelyPsu)
  const index = indexRows(cells)
  const spread = spreadMeter(cells, sums, design)
  const units = unitsOf(cells)
  const linearise = lineariser(cells, sums, units)
  const rows = selections.map(selection => index.rows(selection))
  const estimates = rows.map(own => estimateRows(cells, sums, own, spread))
  const linearised = rows.map((own, i) => linearise(own, estimates[i].value ?? 0))
  const products = sumOfProducts(linearised, units, design, cells.psu === null ? squaredResidual(sums) : null)
  return {
    estimates,
    covariance: products.map((row, a) =>
      row.map((product, b) => {
        if (a === b) return estimates[a].variance
        const scale = estimates[a].population * estimates[b].population
        return scale === 0 ? 0 : (product * factor(linearised, design, a, b)) / scale
      }),
    ),
    df: degreesOfFreedom(cells, sums, units, rows),
  }
}

/** What varies independently within a stratum: PSUs, or rows of cells that stand for records. */
interface Units {
  readonly ofRow: Int32Array
  readonly stratum: Int32Array
}

/** Residuals Σw(y − ȳ) of one domain. */
interface Linearised {
  readonly value: number
  readonly units: readonly number[]
  /** beside `units` */
  readonly residuals: Float64Array
  readonly strata: readonly number[]
  /** over all strata */
  readonly totals: Float64Array
}

function unitsOf(cells: Cells): Units {
  if (cells.psu !== null) return { ofRow: cells.psu, stratum: stratumOfPsu(cells, cells.psu) }
  return { ofRow: Int32Array.from(cells.stratum.keys()), stratum: cells.stratum }
}

function lineariser(cells: Cells, sums: MeasureSums, units: Units) {
  const residual = new Float64Array(units.stratum.length)
  const met = new Touched(units.stratum.length)
  const strata = new Touched(cells.strata.length)
  return (rows: Int32Array, value: number): Linearised => {
    const totals = new Float64Array(cells.strata.length)
    for (const row of rows) {
      if (sums.n[row] === 0) continue
      const unit = units.ofRow[row]
      const u = sums.wy[row] - value * sums.w[row]
      met.add(unit)
      strata.add(units.stratum[unit])
      residual[unit] += u
      totals[units.stratum[unit]] += u
    }
    const own = {
      value,
      units: [...met.list],
      residuals: Float64Array.from(met.list, unit => residual[unit]),
      strata: [...strata.list],
      totals,
    }
    for (const unit of met.list) residual[unit] = 0
    met.clear()
    strata.clear()
    return own
  }
}

/**
 * Σ_h scale (Σ u_a u_b − centre Σu_a Σu_b) for every pair of domains. Where records
 * are PSUs a row holds many of them, and `square` gives its Σw²(y − a)(y − b).
 */
function sumOfProducts(
  domains: readonly Linearised[],
  units: Units,
  design: Design,
  square: ((row: number, a: number, b: number) => number) | null,
): number[][] {
  const products = domains.map(() => domains.map(() => 0))
  const earlier = new Map<number, { domain: number; residual: number }[]>()
  for (const [b, { value, units: own, residuals, strata, totals }] of domains.entries()) {
    for (const [i, unit] of own.entries()) {
      const sharing = earlier.get(unit) ?? []
      for (const { domain: a, residual } of sharing) {
        const product = square === null ? residual * residuals[i] : square(unit, domains[a].value, value)
        products[a][b] += design.scale[units.stratum[unit]] * product
      }
      sharing.push({ domain: b, residual: residuals[i] })
      earlier.set(unit, sharing)
    }
    for (let a = 0; a < b; a++) {
      for (const h of strata) {
        products[a][b] -= design.scale[h] * design.centre[h] * domains[a].totals[h] * totals[h]
      }
      products[b][a] = products[a][b]
    }
  }
  return products
}

function factor(domains: readonly Linearised[], design: Design, a: number, b: number): number {
  return Math.sqrt(averageFactor(design, domains[a].strata) * averageFactor(design, domains[b].strata))
}

/** PSUs with members of any of the domains − strata with such members. */
function degreesOfFreedom(
  cells: Cells,
  sums: MeasureSums,
  units: Units,
  domains: readonly Int32Array[],
): number {
  const met = new Touched(units.stratum.length)
  const strata = new Touched(cells.strata.length)
  for (const rows of domains) {
    for (const row of rows) {
      if (sums.n[row] === 0) continue
      met.add(units.ofRow[row])
      strata.add(units.stratum[units.ofRow[row]])
    }
  }
  const psus = cells.psu === null ? met.list.reduce((n, row) => n + sums.n[row], 0) : met.list.length
  return psus - strata.list.length
}
