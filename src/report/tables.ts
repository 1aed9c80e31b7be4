/**
 * The results as tidy tables: one file for each kind of entry, numbers at full precision.
 *
 * Groups of a domain become columns of their own, before the figures; a group
 * whose name is taken by a figure gets `by_` in front. Every row says whether
 * the data are synthetic, so that a table that travels alone says so too.
 *
 * Units: as in the results: proportions 0-1, differences as proportions, persons.
 */
import type { Results } from '../core/results.ts'
import { type Cell, type CsvDialect, csvText, harmless } from './csv.ts'
import { plainTable } from './plain-table.ts'
import { TABLES, type TableName } from './table-names.ts'
import type { TidyRow } from './tidy-row.ts'
import { TIDY } from './tidy-rows.ts'

export interface ResultTable {
  readonly name: TableName
  readonly csv: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

export function resultTables(results: Results, dialect: CsvDialect = 'machine'): ResultTable[] {
  return TABLES.map(name => {
    const { columns, rows } = flat(TIDY[name](results), results.synthetic)
    return { name, columns, rows, csv: csvText(plainTable(columns, rows), columns, dialect) }
  })
}

function flat(tidy: readonly TidyRow[], synthetic: boolean): Pick<ResultTable, 'columns' | 'rows'> {
  const own = keysOf(tidy, ({ row }) => row)
  const groups = keysOf(tidy, ({ domain }) => domain)
  const named = new Map(groups.map(group => [group, columnOf(group, own)]))
  const columns = [
    ...ABOUT.filter(name => own.includes(name)),
    ...named.values(),
    ...own.filter(name => !ABOUT.includes(name)),
    'synthetic',
  ]
  const groupOf = new Map([...named].map(([group, column]) => [column, group]))
  const cells = columns.map((column): ((tidy: TidyRow) => Cell) => {
    const group = groupOf.get(column)
    if (column === 'synthetic') return () => synthetic
    return group === undefined ? ({ row }) => row[column] ?? null : ({ domain }) => domain?.[group] ?? null
  })
  const rows = tidy.map(entry => cells.map(cell => cell(entry)))
  return { columns, rows }
}

/** What stands before the groups: what was measured, where and when. */
const ABOUT: readonly string[] = ['source', 'wave', 'time', 'instrument', 'measure']

function columnOf(group: string, taken: readonly string[]): string {
  return harmless([...taken, 'synthetic'].includes(group) ? `by_${group}` : group)
}

/** Every key of any row, in the order of first appearance. */
function keysOf(tidy: readonly TidyRow[], part: (entry: TidyRow) => object | null): string[] {
  const keys = new Set<string>()
  for (const entry of tidy) for (const key in part(entry)) keys.add(key)
  return [...keys]
}
