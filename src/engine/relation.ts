/** A data file as the engine knows it: a view with only the columns asked for. */
import type { Warning } from '../core/warning.ts'
import type { ColumnType } from './fill-table.ts'

export interface View {
  readonly name: string
  /** column of the file → type; a blank is NULL in both */
  readonly columns: ReadonlyMap<string, ColumnType>
  /** columns that look numeric but hold texts as well: they are VARCHAR, numbers written with a point */
  readonly mixed: readonly MixedColumn[]
  /** what came to light while the rows were read */
  readonly warnings: readonly Warning[]
}

export interface Relation extends View {
  readonly rows: number
}

export interface MixedColumn {
  readonly name: string
  /** cells that are no number */
  readonly count: number
  /** the first of them */
  readonly value: string
  /** file:line */
  readonly where: string
}
