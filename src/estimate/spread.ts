/**
 * Variance and degrees of freedom of one domain, from its rows.
 *
 * Where every record is its own PSU, Σu² of a stratum comes from the sums of
 * squared weights: Σw²(y − p)² = (1 − p)²Σw²y + p²(Σw² − Σw²y) for a
 * proportion. Where PSUs are declared, it comes from the totals of the PSUs.
 * Arrays over all strata (and PSUs) are kept between calls and only what a
 * domain touched is cleared, so that a small domain costs little.
 */
import type { Cells, MeasureSums } from '../core/cells.ts'
import { averageFactor, type Design } from './design.ts'
import { Touched } from './touched.ts'

export type Spread = (rows: Int32Array, value: number, population: number) => VarianceAndDf

export interface VarianceAndDf {
  readonly variance: number
  /** PSUs with domain members − strata with domain members */
  readonly df: number
}

export function spreadMeter(cells: Cells, sums: MeasureSums, design: Design): Spread {
  const strata = new StratumSums(design)
  return cells.psu === null
    ? spreadOfRecords(cells, sums, strata)
    : spreadOfPsus(cells, cells.psu, sums, strata)
}

function spreadOfRecords(cells: Cells, sums: MeasureSums, strata: StratumSums): Spread {
  const square = squaredResidual(sums)
  return (rows, value, population) => {
    let members = 0
    for (const row of rows) {
      if (sums.n[row] === 0) continue
      members += sums.n[row]
      strata.add(cells.stratum[row], sums.wy[row] - value * sums.w[row], square(row, value, value))
    }
    return strata.close(members, population)
  }
}

function spreadOfPsus(cells: Cells, psu: Int32Array, sums: MeasureSums, strata: StratumSums): Spread {
  const stratumOf = stratumOfPsu(cells, psu)
  const total = new Float64Array(stratumOf.length)
  const psus = new Touched(stratumOf.length)
  return (rows, value, population) => {
    for (const row of rows) {
      if (sums.n[row] === 0) continue
      psus.add(psu[row])
      total[psu[row]] += sums.wy[row] - value * sums.w[row]
    }
    for (const j of psus.list) {
      strata.add(stratumOf[j], total[j], total[j] * total[j])
      total[j] = 0
    }
    return strata.close(psus.clear(), population)
  }
}

/** Σu and Σu² of the strata a domain has members in. */
class StratumSums {
  private readonly total: Float64Array
  private readonly squares: Float64Array
  private readonly touched: Touched

  constructor(private readonly design: Design) {
    const strata = design.scale.length
    this.total = new Float64Array(strata)
    this.squares = new Float64Array(strata)
    this.touched = new Touched(strata)
  }

  add(h: number, total: number, squares: number): void {
    this.touched.add(h)
    this.total[h] += total
    this.squares[h] += squares
  }

  /** The variance over the strata added since the last call; `psus` = PSUs with members. */
  close(psus: number, population: number): VarianceAndDf {
    const { design, total, squares, touched } = this
    let variance = 0
    for (const h of touched.list) {
      variance += design.scale[h] * about(squares[h], design.centre[h] * total[h] * total[h])
      total[h] = 0
      squares[h] = 0
    }
    const factor = averageFactor(design, touched.list) / population ** 2
    return { variance: variance * factor, df: psus - touched.clear() }
  }
}

/** The stratum of each PSU: that of its first row, also for a panel member who moved. */
export function stratumOfPsu(cells: Cells, psu: Int32Array): Int32Array {
  const known = strataOfPsus.get(cells) ?? firstStrata(cells, psu)
  strataOfPsus.set(cells, known)
  return known
}

/** Found once for all measures and domains of a table. */
const strataOfPsus = new WeakMap<Cells, Int32Array>()

function firstStrata({ stratum }: Cells, psu: Int32Array): Int32Array {
  const count = psu.reduce((most, j) => Math.max(most, j), -1) + 1
  const stratumOf = new Int32Array(count).fill(-1)
  for (let row = 0; row < psu.length; row++) {
    if (stratumOf[psu[row]] === -1) stratumOf[psu[row]] = stratum[row]
  }
  return stratumOf
}

/** Σw²(y − a)(y − b) of one row. */
export function squaredResidual(sums: MeasureSums): (row: number, a: number, b: number) => number {
  const { w2, w2y, w2yy } = sums
  return sums.kind === 'proportion'
    ? (row, a, b) => (1 - a) * (1 - b) * w2y[row] + a * b * (w2[row] - w2y[row])
    : (row, a, b) => w2yy[row] - (a + b) * w2y[row] + a * b * w2[row]
}

/** Σu² − (Σu)²/n, and exactly 0 where only rounding is left of it. */
function about(squares: number, centred: number): number {
  const spread = squares - centred
  return spread < squares * 1e-13 ? 0 : spread
}
