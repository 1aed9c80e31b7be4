/** The records of one or more pages of JSON as rows; places are counted in records. */
import { EjzError } from '../../core/error.ts'
import type { Warning } from '../../core/warning.ts'
import type { Cell } from './cell-reader.ts'
import type { JsonPart, JsonRecord } from './json-part.ts'
import type { Rows } from './rows.ts'
import type { TextRecord } from './sections.ts'

export interface JsonPage {
  readonly path: string
  readonly part: JsonPart
}

export function jsonRows(pages: readonly JsonPage[], warnings: readonly Warning[]): Rows {
  const header = jsonHeader(pages.map(({ part }) => part))
  const where = (line: number) => place(pages, line)
  return {
    header,
    where,
    warnings,
    each: (visit, most = Number.POSITIVE_INFINITY) => {
      let line = 0
      for (const { part } of pages) {
        for (const record of part.records) {
          if (line >= most) return
          line++
          visit(
            header.map(name => cell(record, name, where, line)),
            line,
          )
        }
      }
    },
  }
}

/** Fields of the first records; what the service says about a record is none. */
export function jsonHeader(parts: readonly JsonPart[]): string[] {
  const names = new Set(parts.flatMap(({ records }) => Object.keys(records[0] ?? {})))
  return [...names].filter(name => !name.startsWith('@') && !name.startsWith('odata.'))
}

function place(pages: readonly JsonPage[], line: number): string {
  let left = line
  for (const { path, part } of pages) {
    if (left <= part.records.length) return `${path}, record ${left}`
    left -= part.records.length
  }
  return pages.at(-1)?.path ?? ''
}

function cell(record: JsonRecord, name: string, where: (line: number) => string, line: number): Cell {
  const value = record[name]
  if (typeof value === 'number' || typeof value === 'string') return value
  if (value === null || value === undefined) return null
  throw new EjzError(
    'statline-number',
    `${name} is neither a number nor a text`,
    'download the table again',
    'data',
    { where: where(line) },
  )
}

/** Records of a code table or list, with numbers and nothing as text. */
export function textRecords(records: readonly JsonRecord[]): TextRecord[] {
  return records.map(record =>
    Object.fromEntries(
      Object.entries(record).map(([name, value]) => [
        name,
        typeof value === 'string' || typeof value === 'number' ? String(value) : '',
      ]),
    ),
  )
}
