/**
 * The part of a StatLine table that is asked for: each measure and category gets
 * a label for what it stands for, and what has none is passed over.
 *
 * A dimension that nobody asked about is admitted as its total only, so that no
 * sum counts people twice. Two observations with the same labels are one fact
 * told twice; where they differ, the file is refused.
 */
import { EjzError } from '../core/error.ts'
import type { StatLineCategory, StatLineDimension, StatLineTable } from '../core/statline.ts'

/** per category what it stands for; '' = asked for, without a name; null = not asked for */
export type Labels = readonly (string | null)[]

export interface SliceRequest {
  /** per measure */
  readonly measures: Labels
  readonly axes: ReadonlyMap<StatLineDimension, Labels>
}

/** The labels of measure and axes, in the order of the request, joined by `|` → value; no value, no entry. */
export function slice(table: StatLineTable, { measures, axes }: SliceRequest): ReadonlyMap<string, number> {
  const places = [...axes.keys(), ...table.dimensions.filter(dimension => !axes.has(dimension))]
  const labels = places.map(dimension => axes.get(dimension) ?? totalOnly(table, dimension))
  const codes = places.map(dimension => table.codes[table.dimensions.indexOf(dimension)])
  const found = new Map<string, number>()
  for (let i = 0; i < table.length; i++) {
    const value = table.values[i]
    const key = measures[table.measure[i]] === null || Number.isNaN(value) ? null : keyAt(i)
    if (key === null) continue
    const known = found.get(key)
    if (known !== undefined && known !== value) throw twice(table, key, [known, value])
    found.set(key, value)
  }
  return found

  function keyAt(i: number): string | null {
    let key = measures[table.measure[i]] ?? ''
    for (let p = 0; p < labels.length; p++) {
      const label = labels[p][codes[p][i]]
      if (label === null) return null
      if (label !== '') key += `|${label}`
    }
    return key
  }
}

export function labelled(
  { categories }: StatLineDimension,
  label: (category: StatLineCategory) => string | null,
): Labels {
  return categories.map(label)
}

export type Margin = 'value' | 'low' | 'high'

const MARGINS: ReadonlyMap<string, Margin> = new Map([
  ['MW00000', 'value'],
  ['MOG0095', 'low'],
  ['MBG0095', 'high'],
])

/** The value and the bounds of its 95 % interval. */
export function marginOf({ key }: StatLineCategory): Margin | null {
  return MARGINS.get(key) ?? null
}

/** The year a period stands for; null for quarters, months and spans of years. */
export function yearOf({ key, title }: StatLineCategory): string | null {
  return /^(\d{4})JJ00$/.exec(key)?.[1] ?? /^(\d{4})\**$/.exec(title)?.[1] ?? null
}

/** "85766NED", or the name of the file where nothing gives its id. */
export function tableName({ id, inputs }: StatLineTable): string {
  return id ?? inputs[0]?.path.split(/[/\\]/).at(-1) ?? 'the table'
}

/** An error about a table: where it lies, unless something else is to blame. */
export function tableError(
  table: StatLineTable,
  code: string,
  message: string,
  hint: string,
  where: string | null = null,
): EjzError {
  const place = where ?? table.inputs[0]?.path
  return new EjzError(code, message, hint, 'data', place === undefined ? {} : { where: place })
}

function totalOnly(table: StatLineTable, { categories, key }: StatLineDimension): Labels {
  if (categories.length === 1) return ['']
  const total = categories.findIndex(isTotal)
  if (total >= 0) return categories.map((_, i) => (i === total ? '' : null))
  throw tableError(
    table,
    'dimension-unforeseen',
    `${tableName(table)} is divided by ${key}, without a total: ${first(categories)}`,
    'download the table with the total of that dimension, or with one of its categories only',
  )
}

function isTotal({ key, title }: StatLineCategory): boolean {
  return /^T00\d{4}$/.test(key) || /^(totaal|total)\b/i.test(title)
}

function first(categories: readonly StatLineCategory[]): string {
  const titles = categories.slice(0, 4).map(({ title }) => title)
  return titles.join(', ') + (categories.length > 4 ? ' …' : '')
}

function twice(table: StatLineTable, key: string, values: readonly number[]): EjzError {
  return tableError(
    table,
    'statline-twice',
    `${tableName(table)} gives two values for ${key.replaceAll('|', ', ')}: ${values.join(' and ')}`,
    'its titles or column names are not unique: download the table as CSV with codes',
  )
}
