/**
 * A table of StatLine (CBS, RIVM), whatever form it was downloaded in.
 *
 * Written by `ingest/statline`, read by `sources` (figures, population). Keys
 * carry no padding; values stand in the unit of the table (percent stays percent).
 */
import type { Warning } from './warning.ts'

export interface StatLineTable {
  /** the files it was made from, absolute paths: one, or those of a folder or zip */
  readonly inputs: readonly StatLineInput[]
  readonly form: StatLineForm
  /** such as 85766NED; null where neither the file nor its name says it */
  readonly id: string | null
  readonly title: string | null
  readonly dimensions: readonly StatLineDimension[]
  readonly measures: readonly StatLineMeasure[]
  /** number of observations: the length of all columns below */
  readonly length: number
  /** per dimension the index of the category */
  readonly codes: readonly Int32Array[]
  /** index into `measures` */
  readonly measure: Int32Array
  /** NaN = no value */
  readonly values: Float64Array
  /** why there is no value, by index of the observation, where the table says so: Impossible, Confidential … */
  readonly absent: ReadonlyMap<number, string>
  readonly warnings: readonly Warning[]
}

export type StatLineForm =
  | 'odata3-typed'
  | 'odata3-untyped'
  | 'odata3-json'
  | 'odata4-csv'
  | 'odata4-json'
  | 'portal'
  /** keys replaced by titles, as cbsodata writes it */
  | 'titled'

export interface StatLineInput {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
}

export interface StatLineDimension {
  /** such as Kenmerken, RegioS, Perioden */
  readonly key: string
  readonly title: string
  readonly kind: 'period' | 'region' | 'margin' | 'other'
  readonly categories: readonly StatLineCategory[]
}

export interface StatLineCategory {
  /** without padding, such as 2022JJ00, GM0014, MW00000; the title where the form has no keys */
  readonly key: string
  /** the key where no code table names it */
  readonly title: string
  /** periods only */
  readonly provisional?: boolean
}

export interface StatLineMeasure {
  /** such as Eenzaam_27 */
  readonly key: string
  /** the key without its running number, such as Eenzaam: what is matched on */
  readonly stem: string
  readonly title: string
  readonly unit: string | null
  readonly decimals: number | null
}
