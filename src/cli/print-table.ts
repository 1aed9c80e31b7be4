/**
 * A table in the form that was asked for: for people (table, md) or for programs (json, ndjson, csv).
 *
 * People get formatted values, decimals under each other; programs get the
 * values as they are. A text that a spreadsheet would take for a formula is
 * made harmless in CSV.
 */
import { printable } from './printable.ts'
import type { Printer } from './terminal.ts'

export const FORMATS = ['table', 'json', 'ndjson', 'csv', 'md'] as const
export type Format = (typeof FORMATS)[number]

export type Value = string | number | boolean | null

export interface Column<Row> {
  /** name for programs */
  readonly key: string
  /** heading for people */
  readonly title: string
  readonly value: (row: Row) => Value
  /** for people; default: the value itself, nothing for null */
  readonly text?: (row: Row) => string
  readonly align?: 'left' | 'right'
  /** may be broken over lines where the terminal is too narrow */
  readonly wraps?: boolean
  /** left out for the others */
  readonly only?: 'people' | 'programs'
}

export async function printTable<Row>(
  out: Printer,
  format: Format,
  all: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<void> {
  const others = format === 'table' || format === 'md' ? 'programs' : 'people'
  const columns = all.filter(({ only }) => only !== others)
  switch (format) {
    case 'table':
      return out.write(await drawn(out, telling(columns, rows), rows))
    case 'md':
      return out.write(markdown(columns, rows))
    case 'csv':
      return out.write(csv(columns, rows))
    case 'json':
      return out.write(
        `${JSON.stringify(
          rows.map(row => record(columns, row)),
          null,
          2,
        )}\n`,
      )
    case 'ndjson':
      return out.write(rows.map(row => `${JSON.stringify(record(columns, row))}\n`).join(''))
  }
}

async function drawn<Row>(
  out: Printer,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<string> {
  const { default: Table } = await import('cli-table3')
  const texts = cells(columns, rows)
  const table = new Table({
    head: columns.map(column => out.colour.bold(column.title)),
    colAligns: columns.map(column => column.align ?? 'left'),
    colWidths: widths(out, columns, texts),
    wordWrap: true,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP, compact: true },
    chars: RULES,
  })
  table.push(...texts)
  return `${table.toString().replace(/ +$/gm, '')}\n`
}

/** The columns that have something to say of any row. */
function telling<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): readonly Column<Row>[] {
  return rows.length === 0 ? columns : columns.filter(column => rows.some(row => textOf(column, row) !== ''))
}

const GAP = 2
const NARROWEST = 12

/** Null = as wide as the widest text; columns that wrap share what the others leave. */
function widths<Row>(
  out: Printer,
  columns: readonly Column<Row>[],
  texts: readonly (readonly string[])[],
): (number | null)[] {
  const natural = columns.map(
    ({ title }, i) => GAP + Math.max(title.length, ...texts.map(row => [...row[i]].length)),
  )
  const sum = (numbers: readonly number[]) => numbers.reduce((total, width) => total + width, 0)
  if (!out.isTerminal || sum(natural) <= out.width) return columns.map(() => null)
  const wrapping = columns.flatMap(({ wraps }, i) => (wraps === true ? [i] : []))
  const shared = wrapping.map(i => natural[i])
  const shares = fitted(shared, out.width - (sum(natural) - sum(shared)))
  return columns.map((_, i) => (wrapping.includes(i) ? shares[wrapping.indexOf(i)] : null))
}

/** Narrow columns get what they need, the others an equal part of what is left. */
function fitted(natural: readonly number[], available: number): number[] {
  const widths = [...natural]
  let left = available
  const ascending = natural.map((_, i) => i).sort((a, b) => natural[a] - natural[b])
  for (const [done, i] of ascending.entries()) {
    const share = Math.max(NARROWEST, Math.floor(left / (natural.length - done)))
    widths[i] = Math.min(natural[i], share)
    left -= widths[i]
  }
  return widths
}

/** A line under the heading and nothing else. */
const RULES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
}

function markdown<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |\n`
  const safe = (text: string) => printable(text).replace(/[|\\]/g, '\\$&').replace(/</g, '&lt;')
  const rule = columns.map(({ align }) => (align === 'right' ? '---:' : '---'))
  return [
    line(columns.map(column => safe(column.title))),
    line(rule),
    ...rows.map(row => line(columns.map(column => safe(textOf(column, row))))),
  ].join('')
}

function csv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const line = (values: readonly Value[]) => `${values.map(csvCell).join(',')}\n`
  return [
    line(columns.map(column => column.key)),
    ...rows.map(row => line(columns.map(column => column.value(row)))),
  ].join('')
}

function csvCell(value: Value): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

function record<Row>(columns: readonly Column<Row>[], row: Row): Record<string, Value> {
  return Object.fromEntries(columns.map(column => [column.key, column.value(row)]))
}

/** Texts row by row, the decimals of each right-aligned column under each other. */
function cells<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string[][] {
  const byColumn = columns.map(column => {
    const texts = rows.map(row => printable(textOf(column, row)))
    return column.align === 'right' ? decimalsAligned(texts) : texts
  })
  return rows.map((_, row) => byColumn.map(texts => texts[row]))
}

function textOf<Row>(column: Column<Row>, row: Row): string {
  if (column.text !== undefined) return column.text(row)
  const value = column.value(row)
  return value === null ? '' : String(value)
}

export function decimalsAligned(texts: readonly string[]): string[] {
  const tail = (text: string) => /^[+\u2212-]?[\d,]+(\.\d+)?$/.exec(text)?.[1]?.length ?? 0
  const longest = Math.max(0, ...texts.map(tail))
  return texts.map(text => (/\d/.test(text) ? text + ' '.repeat(longest - tail(text)) : text))
}
