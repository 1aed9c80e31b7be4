/**
 * A data file as `ingest` understood it: its variables, and how to get at its rows.
 *
 * Nothing of the rows has been read into JavaScript; the engine takes CSV and
 * Parquet by path and SPSS columns in chunks.
 */
import type { Warning } from './warning.ts'

export interface DataFile {
  /** absolute path as the user gave it */
  readonly path: string
  readonly format: 'csv' | 'sav' | 'parquet'
  /** utf-8, windows-1252 … */
  readonly encoding: string
  readonly bytes: number
  readonly sha256: string
  /** null where only reading the rows would tell */
  readonly rows: number | null
  readonly variables: readonly Variable[]
  /** notes of the file itself (.sav file label and documents), where "synthetic" may be said */
  readonly notes: readonly string[]
  readonly warnings: readonly Warning[]
  readonly content: CsvContent | ParquetContent | ColumnContent
  /** the files it was put together from, where it is not one file itself */
  readonly joinedFrom?: readonly DataFile[]
  /** of an SPSS file: what it says of itself as a whole */
  readonly spss?: SpssFacts
}

export interface Variable {
  readonly name: string
  readonly label: string
  readonly type: 'number' | 'text' | 'date'
  /** SPSS print format such as F8.2, or the engine's type */
  readonly format: string
  readonly valueLabels: readonly { readonly value: number | string; readonly label: string }[]
  readonly missing: readonly MissingCode[]
  /** further columns of SPSS's variable view; absent where the file does not say */
  readonly measure?: 'nominal' | 'ordinal' | 'scale'
  readonly role?: 'input' | 'target' | 'both' | 'none' | 'partition' | 'split'
  /** characters of its column on screen */
  readonly columns?: number
  readonly alignment?: 'left' | 'right' | 'centre'
  /** only where it differs from `format` */
  readonly writeFormat?: string
  readonly attributes?: Attributes
}

/** Custom attributes: name → values. */
export type Attributes = Readonly<Record<string, readonly string[]>>

export interface SpssFacts {
  readonly label: string
  readonly documents: readonly string[]
  readonly attributes: Attributes
  /** the variable the file is weighted by */
  readonly weight: string | null
  readonly responseSets: readonly ResponseSet[]
  readonly variableSets: readonly VariableSet[]
}

export interface VariableSet {
  readonly name: string
  readonly variables: readonly string[]
}

/** Multiple response set: answers spread over variables. */
export interface ResponseSet extends VariableSet {
  readonly label: string
  /** null: the variables hold categories; else the value that counts as yes */
  readonly counted: string | null
  /** of a set with a counted value: where the labels of its categories come from */
  readonly labels: 'variables' | 'counted values' | 'counted values, set label of its first variable'
}

/** A declared user-missing value or range (bounds inclusive, ±Infinity for LO and HI). */
export type MissingCode =
  | { readonly kind: 'value'; readonly value: number | string }
  | { readonly kind: 'range'; readonly from: number; readonly to: number }

export interface CsvContent {
  readonly kind: 'csv'
  /** UTF-8 file to scan: the original, or a transcoded temporary copy */
  readonly path: string
  readonly delimiter: string
  readonly quote: string
  readonly decimal: '.' | ','
}

export interface ParquetContent {
  readonly kind: 'parquet'
  readonly path: string
}

/** Columns delivered in chunks of at most `CHUNK_ROWS` rows by the reader itself. */
export interface ColumnContent {
  readonly kind: 'columns'
  chunks(names: readonly string[]): AsyncIterable<ColumnChunk> | Iterable<ColumnChunk>
  /** what came to light in the rows read so far */
  warnings?(): readonly Warning[]
}

export interface ColumnChunk {
  readonly rows: number
  /** in the order asked for; NaN = system-missing in numbers, null never occurs in text (blank = '') */
  readonly columns: readonly (Float64Array | readonly string[])[]
}

export const CHUNK_ROWS = 2048
