/**
 * Rows of a table that can be gone through more than once: of a CSV in memory, or of JSON.
 */
import { EjzError } from '../../core/error.ts'
import type { Warning } from '../../core/warning.ts'
import type { Dialect } from '../csv-dialect.ts'
import type { Cell } from './cell-reader.ts'
import { scanRecords } from './scan-records.ts'

export interface Rows {
  /** columns as the file names them */
  readonly header: readonly string[]
  /** `most` stops early */
  readonly each: (visit: (cells: readonly Cell[], line: number) => void, most?: number) => void
  readonly where: (line: number) => string
  readonly warnings: readonly Warning[]
}

/** The rows of a CSV under its header; lines with a source or copyright under the table are no rows. */
export function csvRows(
  text: string,
  dialect: Dialect,
  path: string,
  header: readonly string[],
  warnings: readonly Warning[],
): Rows {
  const where = (line: number) => `${path}:${line}`
  return {
    header,
    where,
    warnings,
    each: (visit, most) => {
      let isHeader = true
      const record = (fields: string[], line: number) => {
        if (isHeader) isHeader = false
        else if (!isFooter(fields)) visit(checkedRow(fields, header.length, where(line)), line)
      }
      scanRecords(text, dialect, path, record, most === undefined ? undefined : most + 1)
    },
  }
}

/** "Bron: CBS", "© Centraal Bureau voor de Statistiek, Den Haag/Heerlen 10-10-2017". */
export function isFooter(fields: readonly string[]): boolean {
  return (
    /^\s*(bron|source)\s*:|^\s*©/i.test(fields[0] ?? '') &&
    fields.slice(1).every(field => field.trim() === '')
  )
}

function checkedRow(fields: string[], columns: number, where: string): string[] {
  if (fields.length === columns) return fields
  throw new EjzError(
    'ragged-row',
    `a row has ${fields.length} fields where the header has ${columns}`,
    'download the table again: it was cut off or damaged',
    'data',
    { where },
  )
}
