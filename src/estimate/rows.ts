/**
 * Which rows of a table of cells make up a domain, without walking all of them.
 *
 * Rows are listed by level for each dimension; a domain starts from the
 * dimension in which it is smallest and drops what the others do not admit.
 */
import type { Cells, Selection } from '../core/cells.ts'
import { EjzError } from '../core/error.ts'

export interface RowIndex {
  /** to be read only: the same selection gets the same array */
  rows(selection: Selection): Int32Array
}

const indices = new WeakMap<Cells, RowIndex>()

/** The index of a table, made once. */
export function indexRows(cells: Cells): RowIndex {
  const known = indices.get(cells)
  if (known !== undefined) return known
  const index = makeIndex(cells)
  indices.set(cells, index)
  return index
}

function makeIndex(cells: Cells): RowIndex {
  const everyRow = Int32Array.from({ length: cells.length }, (_, row) => row)
  const dimensions = new Map(cells.dimensions.map(({ name }, i) => [name, i]))
  const lists: Postings[] = []
  const listsOf = (d: number) => {
    lists[d] ??= postings(cells.codes[d], cells.dimensions[d].levels.length)
    return lists[d]
  }
  const rowsOf = (selection: Selection): Int32Array => {
    const filters = [...selection].map(([name, levels]) => {
      const d = numberOf(dimensions, name)
      const count = cells.dimensions[d].levels.length
      refuseUnknown(name, levels, count)
      return { codes: cells.codes[d], lists: listsOf(d), levels: distinct(levels), count }
    })
    if (filters.length === 0) return everyRow
    const smallest = filters.reduce((a, b) => (sizeOf(b) < sizeOf(a) ? b : a))
    return filters.reduce(
      (rows, filter) => (filter === smallest ? rows : keep(rows, filter)),
      gather(smallest),
    )
  }
  // the measures of a table ask for the same domains, one after the other
  const found = new WeakMap<Selection, Int32Array>()
  return {
    rows(selection) {
      const rows = found.get(selection) ?? rowsOf(selection)
      found.set(selection, rows)
      return rows
    },
  }
}

/** The rows of level l are `order[start[l]]` to before `order[start[l + 1]]`, ascending. */
interface Postings {
  readonly start: Int32Array
  readonly order: Int32Array
}

interface Filter {
  readonly codes: Int32Array
  readonly lists: Postings
  readonly levels: readonly number[]
  /** levels of the dimension */
  readonly count: number
}

function postings(codes: Int32Array, levels: number): Postings {
  const start = new Int32Array(levels + 1)
  for (const code of codes) if (code >= 0) start[code + 1]++
  for (let level = 0; level < levels; level++) start[level + 1] += start[level]
  const next = start.slice()
  const order = new Int32Array(start[levels])
  for (let row = 0; row < codes.length; row++) if (codes[row] >= 0) order[next[codes[row]]++] = row
  return { start, order }
}

function numberOf(dimensions: ReadonlyMap<string, number>, name: string): number {
  const number = dimensions.get(name)
  if (number !== undefined) return number
  const known = [...dimensions.keys()].join(', ')
  throw new EjzError('unknown-dimension', `cells have no dimension ${name}`, `they have ${known}`, 'bug')
}

function refuseUnknown(name: string, levels: readonly number[], count: number): void {
  const unknown = levels.find(level => !(level >= 0 && level < count))
  if (unknown === undefined) return
  throw new EjzError('unknown-level', `${name} has no level ${unknown}`, `it has ${count}`, 'bug')
}

function distinct(levels: readonly number[]): readonly number[] {
  return levels.length === 1 ? levels : [...new Set(levels)]
}

function sizeOf({ lists, levels }: Filter): number {
  return levels.reduce((size, level) => size + lists.start[level + 1] - lists.start[level], 0)
}

function gather(filter: Filter): Int32Array {
  const rows = new Int32Array(sizeOf(filter))
  let at = 0
  for (const level of filter.levels) {
    const list = filter.lists.order.subarray(filter.lists.start[level], filter.lists.start[level + 1])
    rows.set(list, at)
    at += list.length
  }
  return rows
}

/** Drops in place the rows that the filter does not admit. */
function keep(rows: Int32Array, { codes, levels, count }: Filter): Int32Array {
  const admitted = new Uint8Array(count + 1)
  for (const level of levels) admitted[level + 1] = 1
  let length = 0
  for (let i = 0; i < rows.length; i++) if (admitted[codes[rows[i]] + 1] === 1) rows[length++] = rows[i]
  return rows.subarray(0, length)
}
