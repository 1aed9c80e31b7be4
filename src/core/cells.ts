/**
 * Cells: all that the statistics need to know of the microdata.
 *
 * One row per stratum (× PSU where PSUs are declared) × combination of dimension
 * levels, with the sums from which every design-based estimate is made. One
 * table holds all waves of one source: `wave` is a dimension like any other, so
 * that covariance between waves (a panel, the same PSUs) needs nothing special.
 *
 * Units: weights as delivered; scores 0-11 or 0-6; binary measures 0/1.
 */
export interface Cells {
  readonly dimensions: readonly Dimension[]
  /** names of strata; wave-qualified unless the source is a panel */
  readonly strata: readonly string[]
  /** n_h: PSUs in the whole stratum, also those outside any domain */
  readonly psusInStratum: Float64Array
  /** N_h: PSUs in the population of the stratum (value > 1) or sampling fraction (≤ 1); null without FPC */
  readonly fpc: Float64Array | null
  /** number of rows in all the columns below */
  readonly length: number
  /** index into `strata` */
  readonly stratum: Int32Array
  /** index of the PSU, unique over the table; null where every record is its own PSU */
  readonly psu: Int32Array | null
  /** per dimension the level index of each row; −1 = missing */
  readonly codes: readonly Int32Array[]
  /** records in the cell, with or without a valid score */
  readonly records: Float64Array
  /** Σ weight of those records */
  readonly weights: Float64Array
  readonly measures: ReadonlyMap<string, MeasureSums>
}

export interface Dimension {
  /** wave, age, sex, municipality or any column named under `by` */
  readonly name: string
  readonly levels: readonly string[]
}

/** Sums over the records of a cell with a valid value y of one measure and weight w. */
export interface MeasureSums {
  readonly kind: 'proportion' | 'mean'
  readonly n: Float64Array
  /** unweighted Σy */
  readonly events: Float64Array
  readonly w: Float64Array
  readonly wy: Float64Array
  readonly w2: Float64Array
  readonly w2y: Float64Array
  /** Σwy² and Σw²y²; the same arrays as wy and w2y for a proportion */
  readonly wyy: Float64Array
  readonly w2yy: Float64Array
}

/** A domain as a union of cells: for each named dimension the admitted level indices. */
export type Selection = ReadonlyMap<string, readonly number[]>
