/**
 * One LASA file in memory: the columns a wave needs of it, by respondent number.
 *
 * A file holds some thousands of people. The number is a number in one file and
 * a text in the next, with or without leading zeros: it is compared as written
 * without them.
 */
import { basename } from 'node:path'
import type { DataFile, MissingCode, Variable } from '../core/data-file.ts'
import { EjzError } from '../core/error.ts'
import { openDataFile } from '../ingest/open.ts'
import { type LasaTopic, lasaFileName } from '../sources/lasa-files.ts'

export interface LasaTable {
  readonly file: DataFile
  readonly name: string
  readonly topic: LasaTopic | null
  /** respondent number → row */
  readonly rows: ReadonlyMap<string, number>
  /** by the name that was asked for, in small letters */
  readonly columns: ReadonlyMap<string, LasaColumn>
}

export interface LasaColumn {
  readonly variable: Variable
  readonly values: Float64Array | readonly string[]
}

/** A column and the file it is in. */
export interface TableColumn {
  readonly table: LasaTable
  readonly column: LasaColumn
}

export const RESPNR = 'respnr'
/** LASAZ052 has a row for each of five moments of life; 5 is the present residence. */
const MOMENT = '052record'
const NOW = 5

/** Of one file the respondent number and those of the wanted columns that it has, in any capitals. */
export async function openLasaTable(
  path: string,
  wanted: readonly string[],
  { encoding, id }: { readonly encoding: string | null; readonly id: string },
): Promise<LasaTable> {
  const file = await openDataFile(path, { encoding })
  if (file.format !== 'sav' || file.content.kind !== 'columns') throw notSav(path)
  const found = new Map<string, Variable>()
  const name = basename(path)
  const topic = lasaFileName(name)?.topic ?? null
  for (const variable of file.variables) {
    const name = wantedName(variable, wanted, id) ?? dateName(variable, topic)
    if (name === null) continue
    if (found.has(name)) throw twoColumns(path, found.get(name)!.name, variable.name)
    found.set(name, variable)
  }
  const columns = await readColumns(file, found)
  return { file, name, topic, rows: rowsOf(path, columns, topic), columns }
}

function wantedName({ name }: Variable, wanted: readonly string[], id: string): string | null {
  const small = name.toLowerCase()
  if (small === id.toLowerCase()) return RESPNR
  if (small.endsWith(MOMENT)) return MOMENT
  return wanted.some(one => one.toLowerCase() === small) ? small : null
}

/** A file with answers may hold its own interview date, under a name that no list tells. */
function dateName({ name, type }: Variable, topic: LasaTopic | null): string | null {
  const answers = topic === null || topic === 'items' || topic === 'scores' || topic === 'telephone'
  return answers && type === 'date' ? name.toLowerCase() : null
}

async function readColumns(
  file: DataFile,
  found: ReadonlyMap<string, Variable>,
): Promise<Map<string, LasaColumn>> {
  const variables = [...found.values()]
  const numbers = variables.map((): number[] => [])
  const texts = variables.map((): string[] => [])
  if (file.content.kind === 'columns') {
    for await (const chunk of file.content.chunks(variables.map(({ name }) => name))) {
      for (const [i, column] of chunk.columns.entries()) {
        if (column instanceof Float64Array) for (const value of column) numbers[i].push(value)
        else for (const value of column) texts[i].push(value.trim())
      }
    }
  }
  return new Map(
    [...found].map(([name, variable], i) => [
      name,
      { variable, values: variable.type === 'text' ? texts[i] : Float64Array.from(numbers[i]) },
    ]),
  )
}

function rowsOf(
  path: string,
  columns: ReadonlyMap<string, LasaColumn>,
  topic: LasaTopic | null,
): ReadonlyMap<string, number> {
  const ids = columns.get(RESPNR)?.values
  if (ids === undefined) throw noRespnr(path)
  const moment = topic === 'residence' ? columns.get(MOMENT)?.values : undefined
  const rows = new Map<string, number>()
  const twice = new Set<string>()
  let blank = 0
  for (const [row, value] of ids.entries()) {
    if (moment !== undefined && Number(moment[row]) !== NOW) continue
    const id = respnrOf(value)
    if (id === '') blank++
    else if (rows.has(id)) twice.add(id)
    else rows.set(id, row)
  }
  if (twice.size > 0) throw duplicates(path, twice.size)
  if (blank > 0) throw blankRespnr(path, blank)
  return rows
}

function respnrOf(value: number | string): string {
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value)
  return /^\d+$/.test(value) ? value.replace(/^0+(?=\d)/, '') : value
}

/** In the first of the files that has it. */
export function columnIn(tables: readonly LasaTable[], name: string): TableColumn | null {
  for (const table of tables) {
    const column = table.columns.get(name.toLowerCase())
    if (column !== undefined) return { table, column }
  }
  return null
}

/** Whether the file itself declares a value missing. */
export function isDeclaredMissing({ missing }: Variable, value: number | string): boolean {
  return missing.some((code: MissingCode) =>
    code.kind === 'value'
      ? code.value === value
      : typeof value === 'number' && code.from <= value && value <= code.to,
  )
}

/** The number of a person in a column; NaN for what is blank, negative or declared missing. */
export function numberAt({ variable, values }: LasaColumn, row: number | undefined): number {
  if (row === undefined) return Number.NaN
  const value = values[row]
  const number = typeof value === 'number' ? value : value === '' ? Number.NaN : Number(value)
  return number <= -1 || isDeclaredMissing(variable, value) ? Number.NaN : number
}

function notSav(path: string): EjzError {
  const hint =
    'LASA delivers .sav: name that file, or write `source: microdata` and say its columns and codes'
  return new EjzError('lasa-not-sav', 'the file is not an SPSS file', hint, 'data', { where: path })
}

function noRespnr(path: string): EjzError {
  const hint = 'say which column holds the respondent number under `columns`: { id: … }'
  return new EjzError('columns-missing', `${basename(path)} has no column \`respnr\``, hint, 'data', {
    where: path,
  })
}

function duplicates(path: string, count: number): EjzError {
  const message = `${count} respondent ${count === 1 ? 'number occurs' : 'numbers occur'} more than once in ${basename(path)}`
  const hint = 'each person has one record in a file of LASA: ask for the file again, or take the doubles out'
  return new EjzError('duplicate-respnr', message, hint, 'data', { where: path })
}

function blankRespnr(path: string, count: number): EjzError {
  const message = `${count} records of ${basename(path)} have no respondent number`
  const hint = 'without it a record cannot be joined to the other files: ask for the file again'
  return new EjzError('respnr-missing', message, hint, 'data', { where: path })
}

function twoColumns(path: string, one: string, other: string): EjzError {
  const message = `${one} and ${other} may both be the same variable of LASA`
  const hint = 'rename or remove one of them'
  return new EjzError('column-ambiguous', message, hint, 'data', { where: path })
}
