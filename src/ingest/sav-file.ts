/** What a .sav to be written holds. */
import type { MissingCode, Variable } from '../core/data-file.ts'
import { EjzError } from '../core/error.ts'

export interface SavFile {
  readonly columns: readonly SavColumn[]
  readonly fileLabel?: string
  /** documents of the file, lines of at most 80 bytes */
  readonly notes?: readonly string[]
  readonly compression?: 'none' | 'byte' | 'zsav'
  /** YYYY-MM-DD; said by the caller, so that the clock does not change the bytes */
  readonly created: string
}

export type SavColumn = NumberColumn | TextColumn

interface AnyColumn {
  /** at most 64 bytes */
  readonly name: string
  readonly label?: string
  /** SPSS print format such as F8.2, DATE11 or A12 */
  readonly format?: string
  readonly valueLabels?: Variable['valueLabels']
  /** at most three values, or a range and a value */
  readonly missing?: readonly MissingCode[]
  readonly measure?: 'nominal' | 'ordinal' | 'scale'
}

export interface NumberColumn extends AnyColumn {
  readonly type: 'number'
  /** null and NaN are system-missing */
  readonly values: ArrayLike<number | null>
}

export interface TextColumn extends AnyColumn {
  readonly type: 'text'
  /** in bytes of UTF-8; absent = that of the longest text */
  readonly width?: number
  readonly values: ArrayLike<string | null>
}

export function unwritable(what: string): EjzError {
  const hint = 'write a CSV or Parquet file, which have no such limits'
  return new EjzError('sav-unwritable', `a .sav cannot be written: ${what}`, hint, 'usage')
}
