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
  /** what stands in place of a number, by index of the observation: names and codes that are published as topics */
  readonly texts: ReadonlyMap<number, string>
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
  /** such as Kenmerken, RegioS, Perioden; made from the title in the same way where the form has no keys */
  readonly key: string
  readonly title: string
  readonly kind: 'period' | 'region' | 'margin' | 'other'
  readonly categories: readonly StatLineCategory[]
}

export interface StatLineCategory {
  /**
   * Without padding, such as GM0014; the title where the form has no keys. Periods
   * and margins have CBS's code in every form (2022JJ00, 2022KW01, MW00000, MOG0095,
   * MBG0095), unless the title is none that is known.
   */
  readonly key: string
  /** the key where no code table names it */
  readonly title: string
  /** periods only */
  readonly provisional?: boolean
}

export interface StatLineMeasure {
  /** such as Eenzaam_27; the heading where the form has no keys. Not unique where the file's own names are not */
  readonly key: string
  /**
   * What is matched on, the same in every form: the key without its running number
   * (Eenzaam), or made from the title as CBS makes its keys where keys are codes or
   * absent. Not unique: Binnen5Km may stand under several headings.
   */
  readonly stem: string
  readonly title: string
  readonly unit: string | null
  readonly decimals: number | null
}
