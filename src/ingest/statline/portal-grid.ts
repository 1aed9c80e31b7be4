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
  const width = commonWidth(used)
  const start = used.findIndex(row => row.cells.length === width && filled(row) > 1 && !isChosen(row, width))
  if (start < 0 || width < 2) throw noTable(path)
  const body = used.slice(start)
  const ragged = body.find(({ cells }) => cells.length !== width)
  if (ragged !== undefined) throw raggedRow(ragged, width, path)
  const above = used.slice(0, start)
  const heads = headingCount(body, numericColumns(lowerRows(body), width))
  if (heads === body.length) throw noTable(path)
  const [headings, data] = [body.slice(0, heads), body.slice(heads)]
  return {
    title: above[0]?.cells.filter(cell => cell !== '').join('; ') ?? null,
    chosen: above
      .slice(1)
      .flatMap(({ cells }) => (isChosen({ cells }, width) ? [[cells[0], cells[1]] as const] : [])),
    headings,
    data,
    labels: labelCount(headings, data, numericColumns(data, width)),
    width,
  }
}

/** Notes may stand under the source. */
function upToFooter(rows: readonly GridRow[]): readonly GridRow[] {
  const footer = rows.findIndex(({ cells }) => isFooter(cells))
  return footer < 0 ? rows : rows.slice(0, footer)
}

/** Of most rows; a title may hold the mark between columns. */
function commonWidth(rows: readonly GridRow[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of rows)
    if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
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

const MOST_HEADINGS = 6

/** Rows that are data beyond doubt: the lower half, of a short table what lies under the headings. */
function lowerRows(body: readonly GridRow[]): readonly GridRow[] {
  return body.slice(Math.max(Math.floor(body.length / 2), Math.min(body.length - 1, MOST_HEADINGS)))
}

/** Columns whose cells are mostly numbers; a word among them is found when they are read. */
function numericColumns(rows: readonly GridRow[], width: number): readonly boolean[] {
  return Array.from({ length: width }, (_, at) => {
    const cells = rows.map(row => row.cells[at]).filter(cell => cell !== '')
    return cells.length > 0 && cells.filter(isValue).length * 2 > cells.length
  })
}

const HEADING = /^(onderwerp(en)?|topics?|perioden|periods?)$/i

/** The first row is a heading, and so is each under it with words or periods where numbers should stand. */
function headingCount(body: readonly GridRow[], numeric: readonly boolean[]): number {
  const data = body.findIndex((row, i) => i > 0 && !isHeading(row, body[i + 1], numeric))
  return data < 0 ? body.length : data
}

function isHeading(row: GridRow, next: GridRow | undefined, numeric: readonly boolean[]): boolean {
  const values = ({ cells }: GridRow) => cells.filter((cell, at) => numeric[at] && cell !== '')
  const own = values(row)
  if (own.some(cell => !isValue(cell) && parsePeriod(cell) === null)) return true
  if (!arePeriods(own)) return false
  const isNamed = row.cells.some((cell, at) => !numeric[at] && HEADING.test(cell))
  return isNamed || (own.length > 1 && next !== undefined && !arePeriods(values(next)))
}

function arePeriods(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every(cell => parsePeriod(cell) !== null)
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
