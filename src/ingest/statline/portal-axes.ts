/**
 * What the headings and label columns of a portal table stand for: dimensions, topics, units.
 *
 * Topics are headed Onderwerp, stand in the headings that no dimension claims, or
 * are the table itself. Units stand under the topics, or beside them in a column
 * that the portal heads with the dimension of the columns.
 */
import { marginKey } from './margin.ts'
import { parsePeriod } from './period.ts'
import type { PortalGrid } from './portal-grid.ts'
import { isUnit } from './unit.ts'

/** A dimension or topic along the rows (`column`) or along the columns (`row`, a heading). */
export interface PortalAxis {
  readonly name: string
  readonly place: { readonly column: number } | { readonly row: number }
}

export interface PortalAxes {
  readonly dimensions: readonly PortalAxis[]
  /** headings, upper level first, or one label column; none: the table has one topic, its title */
  readonly topics: readonly PortalAxis['place'][]
  readonly unit: PortalAxis['place'] | null
}

export function portalAxes(grid: PortalGrid): PortalAxes {
  const columns = Array.from({ length: grid.labels }, (_, column) => labelAxis(grid, column))
  const topicColumn = columns.find(({ name }) => isTopicName(name))
  const unitColumn =
    topicColumn === undefined
      ? undefined
      : columns.findLast(axis => isUnitColumn(grid, axis.column, topicColumn.column))
  const rows = headingAxes(grid, topicColumn !== undefined, unitColumn?.name ?? null)
  return {
    dimensions: [
      ...columns
        .filter(axis => axis !== topicColumn && axis !== unitColumn)
        .map(({ name, column }) => ({ name, place: { column } })),
      ...rows.flatMap(({ role, name }, row) => (role === 'dimension' ? [{ name, place: { row } }] : [])),
    ],
    topics:
      topicColumn === undefined
        ? rows.flatMap(({ role }, row) => (role === 'topic' ? [{ row }] : []))
        : [{ column: topicColumn.column }],
    unit: unitPlace(unitColumn, rows),
  }
}

interface LabelAxis {
  readonly name: string
  readonly column: number
}

/** The last heading that names anything over the labels; only units may stand under it. */
function namingRow({ headings, labels }: PortalGrid): number {
  return headings.findLastIndex(({ cells }) => cells.slice(0, labels).some(cell => cell !== ''))
}

/** Row dimensions are named there. */
function labelAxis(grid: PortalGrid, column: number): LabelAxis {
  const { headings, data } = grid
  const named = headings[namingRow(grid)]?.cells[column] ?? ''
  if (named !== '') return { name: named, column }
  return {
    name: nameByCategories(
      data.map(({ cells }) => cells[column]),
      column,
    ),
    column,
  }
}

/** For headings that were left empty or taken away. */
function nameByCategories(categories: readonly string[], place: number): string {
  if (categories.every(cell => parsePeriod(cell) !== null)) return 'Perioden'
  if (categories.every(cell => marginKey(cell) !== null)) return 'Marges'
  if (categories.some(cell => cell === 'Nederland' || /\((LD|PV|CR|GM|GG)\)$/.test(cell))) return "Regio's"
  return `Dimensie ${place + 1}`
}

function isTopicName(name: string): boolean {
  return /^(onderwerp(en)?|topics?)$/i.test(name)
}

function isUnitColumn({ data, labels }: PortalGrid, column: number, topicColumn: number): boolean {
  return column === labels - 1 && column !== topicColumn && data.every(({ cells }) => isUnit(cells[column]))
}

interface HeadingAxis {
  readonly role: 'dimension' | 'topic' | 'unit'
  readonly name: string
}

function headingAxes(grid: PortalGrid, hasTopics: boolean, unitName: string | null): HeadingAxis[] {
  const { headings, labels } = grid
  const values = headings.map(({ cells }) => cells.slice(labels))
  const naming = namingRow(grid)
  const corners = headings.map(({ cells }, row) => (row === naming ? unitName : corner(cells, labels)))
  const isClaimed = (row: number) =>
    corners[row] !== null && corners[row] !== '' && !isTopicName(corners[row])
  const isPeriods = (row: number) => values[row].every(cell => parsePeriod(cell) !== null)
  const topicRows = hasTopics
    ? []
    : values.flatMap((_, row) => (isClaimed(row) || isPeriods(row) ? [] : [row]))
  const last = topicRows.at(-1)
  const unitRow =
    last !== undefined && topicRows.length > 1 && last === headings.length - 1 && values[last].every(isUnit)
      ? last
      : null
  return values.map((cells, row) => {
    if (row === unitRow) return { role: 'unit', name: '' }
    if (topicRows.includes(row)) return { role: 'topic', name: '' }
    const name = corners[row]
    return {
      role: 'dimension',
      name: name === null || name === '' || isTopicName(name) ? nameByCategories(cells, row) : name,
    }
  })
}

/** The name over the labels of a heading, which the portal may write in each of their columns. */
function corner(cells: readonly string[], labels: number): string {
  const names = new Set(cells.slice(0, labels).filter(cell => cell !== ''))
  return names.size === 1 ? [...names][0] : ''
}

function unitPlace(column: LabelAxis | undefined, rows: readonly HeadingAxis[]): PortalAxis['place'] | null {
  if (column !== undefined) return { column: column.column }
  const row = rows.findIndex(({ role }) => role === 'unit')
  return row < 0 ? null : { row }
}
