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
import type { Cells, Selection } from '../core/cells.ts'
import type { DomainEstimates } from '../core/estimate.ts'
import { averageFactor, type Design, designOf } from './design.ts'
import { type EstimateOptions, estimateRows, sumsOf } from './domain.ts'
import { indexRows } from './rows.ts'
import { spreadMeter } from './spread.ts'
import { Touched } from './touched.ts'
import { type Residuals, type Units, unitsOf } from './units.ts'

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
  const units = unitsOf(cells, sums)
  const rows = selections.map(selection => index.rows(selection))
  const estimates = rows.map(own => estimateRows(cells, sums, own, spread))
  const residuals = rows.map((own, i) => units.residuals(own, estimates[i].value ?? 0))
  const products = sumOfProducts(residuals, units, design)
  const factors = residuals.map(({ strata }) => averageFactor(design, strata))
  return {
    estimates,
    covariance: products.map((row, a) =>
      row.map((product, b) => {
        if (a === b) return estimates[a].variance
        const scale = estimates[a].population * estimates[b].population
        return scale === 0 ? 0 : (product * Math.sqrt(factors[a] * factors[b])) / scale
      }),
    ),
    df: degreesOfFreedom(residuals, units),
  }
}

/**
 * Σ_h scale (Σ u_a u_b − centre Σu_a Σu_b) for every pair of domains. The domains a
 * unit belongs to are chained: `latest` holds its last entry, `previous` the one before.
 */
function sumOfProducts(domains: readonly Residuals[], units: Units, design: Design): number[][] {
  const products = domains.map(() => domains.map(() => 0))
  const entries = domains.reduce((count, domain) => count + domain.units.length, 0)
  const latest = new Int32Array(units.stratum.length).fill(-1)
  const previous = new Int32Array(entries)
  const domainOf = new Int32Array(entries)
  let first = 0
  const starts = domains.map(domain => {
    first += domain.units.length
    return first - domain.units.length
  })
  for (let b = 0; b < domains.length; b++) {
    const own = domains[b].units
    for (let i = 0; i < own.length; i++) {
      const unit = own[i]
      for (let entry = latest[unit]; entry >= 0; entry = previous[entry]) {
        const a = domainOf[entry]
        const product = units.product(domains[a], entry - starts[a], domains[b], i)
        products[a][b] += design.scale[units.stratum[unit]] * product
      }
      previous[starts[b] + i] = latest[unit]
      domainOf[starts[b] + i] = b
      latest[unit] = starts[b] + i
    }
    for (let a = 0; a < b; a++) {
      products[a][b] -= productOfTotals(domains[a], domains[b], design)
      products[b][a] = products[a][b]
    }
  }
  return products
}

function productOfTotals(a: Residuals, b: Residuals, { scale, centre }: Design): number {
  let product = 0
  for (const h of b.strata) product += scale[h] * centre[h] * a.totals[h] * b.totals[h]
  return product
}

/** PSUs with members of any of the domains − strata with such members. */
function degreesOfFreedom(domains: readonly Residuals[], units: Units): number {
  const met = new Uint8Array(units.stratum.length)
  const strata = new Touched(domains[0]?.totals.length ?? 0)
  let psus = 0
  for (const domain of domains) {
    for (const h of domain.strata) strata.add(h)
    for (let i = 0; i < domain.units.length; i++) {
      const unit = domain.units[i]
      if (met[unit] === 0) psus += units.psus(unit)
      met[unit] = 1
    }
  }
  return psus - strata.list.length
}
