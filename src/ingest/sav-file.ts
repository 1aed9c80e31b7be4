/** What a .sav to be written holds. */
import type { SpssFacts, Variable } from '../core/data-file.ts'
import { EjzError } from '../core/error.ts'

export interface SavFile extends SavHead {
  readonly columns: readonly SavColumn[]
}

/** Everything but the variables. */
export interface SavHead {
  readonly fileLabel?: string
  /** documents of the file, lines of at most 80 bytes */
  readonly notes?: readonly string[]
  /** attributes of the file, its weight and its sets of variables */
  readonly facts?: Pick<SpssFacts, 'attributes' | 'weight' | 'responseSets' | 'variableSets'>
  readonly compression?: 'none' | 'byte' | 'zsav'
  /** YYYY-MM-DD; said by the caller, so that the clock does not change the bytes */
  readonly created: string
}

export type SavColumn = NumberColumn | TextColumn
/** A column whose rows come later. */
export type SavVariable = NumberVariable | TextVariable

/** A name of at most 64 bytes; at most three missing values, or a range and a value. */
type Codebook = Pick<Variable, 'name'> &
  Partial<
    Pick<
      Variable,
      | 'label'
      | 'format'
      | 'writeFormat'
      | 'valueLabels'
      | 'missing'
      | 'measure'
      | 'role'
      | 'columns'
      | 'alignment'
      | 'attributes'
    >
  >

export interface NumberVariable extends Codebook {
  readonly type: 'number'
}

export interface TextVariable extends Codebook {
  readonly type: 'text'
  /** in bytes of UTF-8 */
  readonly width: number
}

export interface NumberColumn extends NumberVariable {
  /** null and NaN are system-missing */
  readonly values: ArrayLike<number | null>
}

export interface TextColumn extends Omit<TextVariable, 'width'> {
  /** absent = that of the longest text */
  readonly width?: number
  readonly values: ArrayLike<string | null>
}

export function unwritable(what: string): EjzError {
  const hint = 'write a CSV or Parquet file, which have no such limits'
  return new EjzError('sav-unwritable', `a .sav cannot be written: ${what}`, hint, 'usage')
}
