/**
 * Weighted prevalence or mean of a domain, with its design-based variance.
 *
 * Taylor linearisation of the ratio Σwy/Σw: u = w(y − ȳ)/Σw for members, 0 for
 * the other records, which stay in the design. 0 and 100 % are read from the
 * counts, never from the value; there the effective sample size is n.
 *
 * Units: proportions 0-1, mean scores in points.
 * Source: Korn & Graubard (1999), Analysis of Health Surveys, ch. 2-3.
 * Checked against: R survey 4.5, svymean, svyby, degf.
 */
import type { Cells, MeasureSums, Selection } from '../core/cells.ts'
import { EjzError } from '../core/error.ts'
import type { Estimate, LonelyPsu } from '../core/estimate.ts'
import { designOf } from './design.ts'
import { indexRows } from './rows.ts'
import { type Spread, spreadMeter } from './spread.ts'

export interface EstimateOptions {
  readonly lonelyPsu: LonelyPsu
}

/** One domain; for many of one table `estimateDomains` finds their rows faster. */
export function estimateDomain(
  cells: Cells,
  measure: string,
  selection: Selection,
  options: EstimateOptions,
): Estimate {
  return estimateDomains(cells, measure, [selection], options)[0]
}

export function estimateDomains(
  cells: Cells,
  measure: string,
  selections: readonly Selection[],
  options: EstimateOptions,
): Estimate[] {
  const sums = sumsOf(cells, measure)
  const index = indexRows(cells)
  const spread = spreadMeter(cells, sums, designOf(cells, options.lonelyPsu))
  return selections.map(selection => estimateRows(cells, sums, index.rows(selection), spread))
}

export function estimateRows(cells: Cells, sums: MeasureSums, rows: Int32Array, spread: Spread): Estimate {
  const totals = totalsOf(cells, sums, rows)
  const { n, population } = totals
  const counts = {
    n,
    nMissing: totals.records - n,
    events: sums.kind === 'proportion' ? totals.events : null,
    population,
  }
  const value = shareOrMean(sums.kind, totals)
  if (value === null) return { value, variance: 0, df: 0, ...counts, deff: null, neff: null }
  const { variance, df } = spread(rows, value, population)
  return { value, variance, df, ...counts, ...effectiveSize(sums.kind, value, variance, totals) }
}

export function sumsOf(cells: Cells, measure: string): MeasureSums {
  const sums = cells.measures.get(measure)
  if (sums !== undefined) return sums
  const known = [...cells.measures.keys()].join(', ')
  throw new EjzError('unknown-measure', `cells have no measure ${measure}`, `they have ${known}`, 'bug')
}

interface Totals {
  readonly records: number
  readonly n: number
  readonly events: number
  readonly population: number
  readonly wy: number
  readonly wyy: number
}

function totalsOf(cells: Cells, sums: MeasureSums, rows: Int32Array): Totals {
  let [records, n, events, population, wy, wyy] = [0, 0, 0, 0, 0, 0]
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]
    records += cells.records[row]
    n += sums.n[row]
    events += sums.events[row]
    population += sums.w[row]
    wy += sums.wy[row]
    wyy += sums.wyy[row]
  }
  return { records, n, events, population, wy, wyy }
}

function shareOrMean(kind: MeasureSums['kind'], { n, events, wy, population }: Totals): number | null {
  if (n === 0) return null
  if (kind === 'proportion' && (events === 0 || events === n)) return events / n
  return wy / population
}

/** deff = v · n / s², with s² = Σw(y − ȳ)²/Σw */
function effectiveSize(kind: MeasureSums['kind'], value: number, variance: number, totals: Totals) {
  const { n, events } = totals
  if (kind === 'proportion' && (events === 0 || events === n)) return { deff: null, neff: n }
  const spread = kind === 'proportion' ? value * (1 - value) : totals.wyy / totals.population - value * value
  if (variance <= 0 || spread <= 0) return { deff: null, neff: null }
  return { deff: (variance * n) / spread, neff: spread / variance }
}
