/**
 * The blocks of a table as the StatLine portal writes it.
 *
 * From top to bottom: title, dimensions of which one category was chosen, heading
 * rows (one per dimension or level of topics in the columns, perhaps one with
 * units), data, source. From left to right: columns with labels, columns with
 * values. Which rows and columns are which is told by where the numbers stand.
 */
import { EjzError } from '../../core/error.ts'
import { numberForm } from '../number-form.ts'
import { parsePeriod } from './period.ts'
import { isFooter } from './rows.ts'

export interface GridRow {
  readonly line: number
  readonly cells: readonly string[]
}

export interface PortalGrid {
  readonly title: string | null
  /** dimension and its one category */
  readonly chosen: readonly (readonly [string, string])[]
  readonly headings: readonly GridRow[]
  readonly data: readonly GridRow[]
  /** number of columns with labels */
  readonly labels: number
  readonly width: number
}

export function portalGrid(rows: readonly GridRow[], path: string): PortalGrid {
  const used = upToFooter(rows).filter(({ cells }) => cells.some(cell => cell !== ''))
  const width = Math.max(0, ...used.map(({ cells }) => cells.length))
  const start = used.findIndex(row => filled(row) > 1 && !isChosen(row, width))
  if (start < 0 || width < 2) throw noTable(path)
  const body = used.slice(start)
  const ragged = body.find(({ cells }) => cells.length !== width)
  if (ragged !== undefined) throw raggedRow(ragged, width, path)
  const above = used.slice(0, start)
  const numeric = numericColumns(body, width)
  const heads = headingCount(body, numeric)
  if (heads === body.length) throw noTable(path)
  const [headings, data] = [body.slice(0, heads), body.slice(heads)]
  return {
    title: above.find(row => filled(row) === 1)?.cells[0] ?? null,
    chosen: above.flatMap(({ cells }) => (isChosen({ cells }, width) ? [[cells[0], cells[1]] as const] : [])),
    headings,
    data,
    labels: labelCount(headings, data, numeric),
    width,
  }
}

/** Notes may stand under the source. */
function upToFooter(rows: readonly GridRow[]): readonly GridRow[] {
  const footer = rows.findIndex(({ cells }) => isFooter(cells))
  return footer < 0 ? rows : rows.slice(0, footer)
}

function filled({ cells }: Pick<GridRow, 'cells'>): number {
  return cells.filter(cell => cell !== '').length
}

/** "Geslacht";"Totaal" over a table with more columns. */
function isChosen(row: Pick<GridRow, 'cells'>, width: number): boolean {
  return width > 2 && filled(row) === 2 && row.cells[0] !== '' && row.cells[1] !== ''
}

/** A number, or what StatLine writes in place of one. */
export function isValue(cell: string): boolean {
  return /^(|\.|x|-|–)$/i.test(cell) || numberForm(cell) !== 'other'
}

/** Columns in whose lower half there are numbers and nothing else. */
function numericColumns(body: readonly GridRow[], width: number): readonly boolean[] {
  const lower = body.slice(Math.max(1, Math.floor(body.length / 2)))
  return Array.from({ length: width }, (_, at) => {
    const cells = lower.map(row => row.cells[at])
    return cells.every(isValue) && cells.some(cell => cell !== '')
  })
}

const HEADING = /^(onderwerp(en)?|topics?|perioden|periods?)$/i

/** The first row is a heading, and so is each under it with words or years where numbers should stand. */
function headingCount(body: readonly GridRow[], numeric: readonly boolean[]): number {
  const data = body.findIndex(({ cells }, row) => {
    if (row === 0) return false
    const values = cells.filter((cell, at) => numeric[at] && cell !== '')
    if (values.some(cell => !isValue(cell))) return false
    const named = cells.some((cell, at) => !numeric[at] && HEADING.test(cell))
    return !(named && values.length > 0 && values.every(cell => parsePeriod(cell) !== null))
  })
  return data < 0 ? body.length : data
}

function labelCount(
  headings: readonly GridRow[],
  data: readonly GridRow[],
  numeric: readonly boolean[],
): number {
  const isLabel = (at: number): boolean => {
    const heads = headings.map(({ cells }) => cells[at])
    if (heads.some(head => head.includes('|'))) return false
    if (!numeric[at]) return data.some(({ cells }) => cells[at] !== '')
    const periods = data.every(({ cells }) => parsePeriod(cells[at]) !== null)
    return periods && (heads.every(head => head === '') || heads.some(head => HEADING.test(head)))
  }
  let labels = 0
  while (labels < numeric.length - 1 && isLabel(labels)) labels++
  return labels
}

function noTable(path: string): EjzError {
  return new EjzError(
    'not-statline',
    'the file holds no table of StatLine: headings with figures under them',
    'an empty selection downloads like this: choose topics and periods on StatLine and download again',
    'data',
    { where: path },
  )
}

function raggedRow({ cells, line }: GridRow, width: number, path: string): EjzError {
  return new EjzError(
    'ragged-row',
    `a row has ${cells.length} fields where the table has ${width} columns`,
    'download the table again: it was cut off or changed',
    'data',
    { where: `${path}:${line}` },
  )
}
