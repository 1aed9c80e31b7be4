/**
 * The margins of a StatLine table folded into its values: value, lower and upper bound of one cell.
 *
 * CBS and RIVM publish an interval as two further rows (MOG0095, MBG0095) beside
 * the value (MW00000). A table without margins gets bounds that are missing.
 * Units: those of the table; level 0-1.
 */
import { EjzError } from './error.ts'
import type { StatLineTable } from './statline.ts'
import { cellNumbers } from './statline-cells.ts'

/** Without the dimension of margins. */
export interface StatLineIntervals extends StatLineTable {
  /** NaN = not published */
  readonly low: Float64Array
  readonly high: Float64Array
  /** of the intervals, such as 0.95; null where the table has none */
  readonly level: number | null
}

export function withIntervals(table: StatLineTable): StatLineIntervals {
  const at = table.dimensions.findIndex(({ kind }) => kind === 'margin')
  if (at < 0) return { ...table, low: missing(table.length), high: missing(table.length), level: null }
  const margins = table.dimensions[at].categories.map(({ key }) => sideOf(key, table))
  const sides = table.codes[at]
  const cells = cellNumbers(table, at)
  const bounds = boundsByCell(table, at, margins, cells)
  const kept = indicesOf(table, i => margins[sides[i]] === 'value')
  const pick = (column: Int32Array) => Int32Array.from(kept, i => column[i])
  const bound = (side: 'low' | 'high') =>
    Float64Array.from(kept, i => bounds[side].get(cells[i]) ?? Number.NaN)
  return {
    ...table,
    dimensions: table.dimensions.filter((_, d) => d !== at),
    codes: table.codes.filter((_, d) => d !== at).map(pick),
    measure: pick(table.measure),
    values: Float64Array.from(kept, i => table.values[i]),
    length: kept.length,
    absent: moved(table.absent, kept),
    texts: moved(table.texts, kept),
    low: bound('low'),
    high: bound('high'),
    level: commonLevel(table),
  }
}

type Side = 'value' | 'low' | 'high'

function sideOf(key: string, { title, id }: StatLineTable): Side {
  if (key === 'MW00000') return 'value'
  const [, side] = /^M([OB])G00\d\d$/.exec(key) ?? []
  if (side === undefined) {
    throw new EjzError(
      'unknown-margin',
      `${title ?? id ?? 'the table'} has a margin ${key} that is neither the value nor a bound of its interval`,
      'download the table with the value and the bounds of the 95 % interval only',
    )
  }
  return side === 'O' ? 'low' : 'high'
}

function commonLevel(table: StatLineTable): number | null {
  const levels = intervalLevels(table)
  if (levels.length <= 1) return levels[0] ?? null
  const { title, id } = table
  throw new EjzError(
    'several-levels',
    `${title ?? id ?? 'the table'} has intervals of ${levels.join(' and ')}`,
    'download the table with the bounds of one interval',
  )
}

/** Of the published intervals, such as 0.95. */
export function intervalLevels({ dimensions }: StatLineTable): number[] {
  const margins = dimensions.find(({ kind }) => kind === 'margin')?.categories ?? []
  const percents = margins.flatMap(({ key }) => /^M[OB]G00(\d\d)$/.exec(key)?.[1] ?? [])
  return [...new Set(percents)].map(percent => Number(percent) / 100)
}

function boundsByCell(
  { codes, values, length }: StatLineTable,
  at: number,
  sides: readonly Side[],
  cells: Float64Array,
): { low: Map<number, number>; high: Map<number, number> } {
  const bounds = { low: new Map<number, number>(), high: new Map<number, number>() }
  for (let i = 0; i < length; i++) {
    const side = sides[codes[at][i]]
    if (side !== 'value') bounds[side].set(cells[i], values[i])
  }
  return bounds
}

function indicesOf({ length }: StatLineTable, keeps: (i: number) => boolean): number[] {
  const kept: number[] = []
  for (let i = 0; i < length; i++) if (keeps(i)) kept.push(i)
  return kept
}

function moved(notes: ReadonlyMap<number, string>, kept: readonly number[]): Map<number, string> {
  const result = new Map<number, string>()
  if (notes.size === 0) return result
  for (const [to, from] of kept.entries()) {
    const note = notes.get(from)
    if (note !== undefined) result.set(to, note)
  }
  return result
}

function missing(length: number): Float64Array {
  return new Float64Array(length).fill(Number.NaN)
}
