/**
 * Writes the table of scores as CSV, Parquet, SPSS or Excel: whole or not at all.
 *
 * The file is made in a temporary sibling folder and moved to its place. In CSV a
 * text that Excel would take for a formula gets an apostrophe before it; ids that
 * are numbers, also negative ones, stay as they are.
 *
 * CSV: comma, point, UTF-8; empty = missing.
 */
import { mkdir, rename } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { DataFile } from '../core/data-file.ts'
import { EjzError } from '../core/error.ts'
import type { Engine } from '../engine/engine.ts'
import { quotedName, quotedText } from '../engine/sql-text.ts'
import type { SheetRow } from '../ingest/xlsx-write.ts'
import type { ScoreColumn } from './score-table.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

export const SCORE_FORMATS = ['csv', 'parquet', 'sav', 'xlsx'] as const
export type ScoreFormat = (typeof SCORE_FORMATS)[number]

export interface ScoresTable {
  /** table of the engine */
  readonly name: string
  readonly columns: readonly ScoreColumn[]
  readonly rows: number
  /** an SPSS file that is given back with the scores behind its own variables; null: only the scores */
  readonly original: DataFile | null
  /** of the data, YYYY-MM-DD: formats that must carry a date get this one */
  readonly date: string
}

/** The format that was asked for, else that of the file's name. */
export function scoreFormat(out: string, asked: string | null): ScoreFormat {
  const wanted = (asked ?? extname(out).slice(1)).toLowerCase()
  const format = SCORE_FORMATS.find(known => known === wanted)
  if (format !== undefined) return format
  throw new EjzError(
    'format-unknown',
    wanted === '' ? `${out} has no extension to tell its format` : `scores cannot be written as ${wanted}`,
    `end the name in .${SCORE_FORMATS.join(', .')}, or add --format`,
    'usage',
  )
}

export async function writeScores(
  engine: Engine,
  table: ScoresTable,
  out: string,
  format: ScoreFormat,
): Promise<void> {
  try {
    await mkdir(dirname(out), { recursive: true })
    await inTemporaryFolder(join(dirname(out), `.${basename(out)}-`), async folder => {
      const path = join(folder, basename(out))
      await WRITERS[format](engine, table, path)
      await rename(path, out)
    })
  } catch (cause) {
    throw cause instanceof EjzError ? cause : notWritable(out, cause)
  }
}

function notWritable(out: string, cause: unknown): EjzError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  const hint = 'choose a place with --out where a file may be written, and check the space left'
  return new EjzError('out-not-writable', `the scores cannot be written: ${reason}`, hint, 'usage', {
    where: out,
    cause,
  })
}

const WRITERS: Readonly<
  Record<ScoreFormat, (engine: Engine, table: ScoresTable, path: string) => Promise<void>>
> = {
  csv: writeCsv,
  parquet: (engine, table, path) => copy(engine, typed(table), path, 'FORMAT parquet'),
  sav: writeSpss,
  xlsx: writeSheet,
}

function writeCsv(engine: Engine, { name, columns }: ScoresTable, path: string): Promise<void> {
  const safe = columns.map(column => {
    const cell = quotedName(column.name)
    return column.type === 'text' ? `${withoutFormula(cell)} AS ${cell}` : cell
  })
  return copy(engine, `SELECT ${safe.join(', ')} FROM ${quotedName(name)}`, path, 'FORMAT csv, HEADER')
}

function withoutFormula(cell: string): string {
  const startsOne = `regexp_matches(${cell}, '^[-=+@\\t\\r]')`
  const isNumber = `regexp_matches(${cell}, '^[-+]?[0-9]+([.][0-9]+)?$')`
  return `CASE WHEN ${startsOne} AND NOT ${isNumber} THEN chr(39) || ${cell} ELSE ${cell} END`
}

/** The id as a number where it is one, for formats that tell numbers from texts. */
function typed({ name, columns }: ScoresTable): string {
  const id = columns[0].type === 'number' ? 'TRY_CAST(id AS DOUBLE) AS id' : 'id AS id'
  return `SELECT * REPLACE (${id}) FROM ${quotedName(name)}`
}

function copy(engine: Engine, query: string, path: string, options: string): Promise<void> {
  return engine.run(`COPY (${query}) TO ${quotedText(path)} (${options})`)
}

async function writeSpss(engine: Engine, table: ScoresTable, path: string): Promise<void> {
  const { writeFileWithScores, writeScoresSav } = await import('./score-sav.ts')
  const { columns, date, original } = table
  const values = await engine.columns(typed(table))
  if (original === null) writeScoresSav(path, columns, values, date)
  else await writeFileWithScores(path, original, columns, values, date)
}

async function writeSheet(engine: Engine, table: ScoresTable, path: string): Promise<void> {
  const { writeXlsx } = await import('../ingest/xlsx-write.ts')
  const { columns, rows } = table
  const values = await engine.columns(typed(table))
  const header = columns.map(column => column.name)
  await writeXlsx(path, { name: 'scores', header, count: rows }, sheetRows([...values.values()], rows))
}

function* sheetRows(columns: readonly ArrayLike<unknown>[], rows: number): Iterable<SheetRow> {
  for (let row = 0; row < rows; row++) {
    yield columns.map(column => {
      const value = column[row]
      return typeof value === 'number' || typeof value === 'string' ? value : null
    })
  }
}
