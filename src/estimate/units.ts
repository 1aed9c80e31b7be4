/**
 * What varies independently within a stratum: declared PSUs, or records.
 *
 * Records are not kept one by one: a row of cells stands for many of them, and
 * its Σu² comes from its sums of squared weights.
 */
import type { Cells, MeasureSums } from '../core/cells.ts'
import { squaredResidual, stratumOfPsu } from './spread.ts'
import { Touched } from './touched.ts'

export interface Units {
  /** of each unit */
  readonly stratum: Int32Array
  /** PSUs in one unit */
  psus(unit: number): number
  residuals(rows: Int32Array, value: number): Residuals
  /** Σ u_a u_b over the records (or the one PSU) at these places of two domains: the same unit */
  product(a: Residuals, placeInA: number, b: Residuals, placeInB: number): number
}

/** Residuals u = w(y − value) of one domain, before division by its Σw. */
export interface Residuals {
  readonly value: number
  readonly units: Int32Array
  /** Σu per unit, beside `units` */
  readonly sums: Float64Array
  readonly strata: readonly number[]
  /** Σu over all strata */
  readonly totals: Float64Array
}

export function unitsOf(cells: Cells, sums: MeasureSums): Units {
  return cells.psu === null ? recordUnits(cells, sums) : psuUnits(cells, cells.psu, sums)
}

function recordUnits(cells: Cells, sums: MeasureSums): Units {
  const square = squaredResidual(sums)
  return {
    stratum: cells.stratum,
    psus: row => sums.n[row],
    residuals(rows, value) {
      const units = withMembers(rows, sums.n)
      const own = new Float64Array(units.length)
      for (let i = 0; i < own.length; i++) own[i] = sums.wy[units[i]] - value * sums.w[units[i]]
      return { value, units, sums: own, ...byStratum(cells, units, own, cells.stratum) }
    },
    product: (a, i, b) => square(a.units[i], a.value, b.value),
  }
}

function withMembers(rows: Int32Array, n: Float64Array): Int32Array {
  const kept = rows.slice()
  let length = 0
  for (let i = 0; i < rows.length; i++) if (n[rows[i]] > 0) kept[length++] = rows[i]
  return kept.subarray(0, length)
}

function psuUnits(cells: Cells, psu: Int32Array, sums: MeasureSums): Units {
  const stratum = stratumOfPsu(cells, psu)
  const total = new Float64Array(stratum.length)
  const met = new Touched(stratum.length)
  return {
    stratum,
    psus: () => 1,
    residuals(rows, value) {
      for (const row of rows) {
        if (sums.n[row] === 0) continue
        met.add(psu[row])
        total[psu[row]] += sums.wy[row] - value * sums.w[row]
      }
      const units = Int32Array.from(met.list)
      const own = Float64Array.from(met.list, unit => total[unit])
      for (const unit of units) total[unit] = 0
      met.clear()
      return { value, units, sums: own, ...byStratum(cells, units, own, stratum) }
    },
    product: (a, i, b, j) => a.sums[i] * b.sums[j],
  }
}

function byStratum(
  cells: Cells,
  units: Int32Array,
  sums: Float64Array,
  stratum: Int32Array,
): Pick<Residuals, 'strata' | 'totals'> {
  const totals = new Float64Array(cells.strata.length)
  const strata = new Touched(cells.strata.length)
  for (let i = 0; i < units.length; i++) {
    strata.add(stratum[units[i]])
    totals[stratum[units[i]]] += sums[i]
  }
  return { strata: strata.list, totals }
}
