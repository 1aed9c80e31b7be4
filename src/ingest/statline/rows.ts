/**
 * Rows of a table that can be gone through more than once: of a CSV in memory, or of JSON.
 */
import { parse } from 'csv-parse/sync'
import { EjzError } from '../../core/error.ts'
import type { Warning } from '../../core/warning.ts'
import { type Dialect, LINE_ENDS } from '../csv-dialect.ts'
import type { Cell } from './cell-reader.ts'

export interface Rows {
  /** columns as the file names them */
  readonly header: readonly string[]
  /** `most` stops early */
  readonly each: (visit: (cells: readonly Cell[], line: number) => void, most?: number) => void
  readonly where: (line: number) => string
  readonly warnings: readonly Warning[]
}

/** Every record with the line it ends on; `most` stops early. */
export function eachRecord(
  bytes: Buffer,
  dialect: Dialect,
  path: string,
  visit: (fields: string[], line: number) => void,
  most?: number,
): void {
  try {
    parse(bytes, {
      ...dialect,
      bom: true,
      record_delimiter: [...LINE_ENDS],
      relax_column_count: true,
      skip_empty_lines: true,
      ...(most === undefined ? {} : { to: most }),
      on_record: (fields: string[], { lines }) => {
        visit(fields, lines)
        return null
      },
    })
  } catch (cause) {
    if (cause instanceof EjzError) throw cause
    const line = cause instanceof Error && 'lines' in cause ? `:${cause.lines}` : ''
    throw new EjzError(
      'malformed-csv',
      `the quotes of the file do not fit: ${cause instanceof Error ? cause.message : String(cause)}`,
      'download the table again: it was cut off or damaged',
      'data',
      { where: `${path}${line}`, cause },
    )
  }
}

/** The rows of a CSV under its header; lines with a source or copyright under the table are no rows. */
export function csvRows(
  bytes: Buffer,
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
      eachRecord(bytes, dialect, path, record, most === undefined ? undefined : most + 1)
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
