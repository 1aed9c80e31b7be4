/**
 * Makes a data file a relation with only the columns that are needed.
 *
 * CSV and Parquet become views, so that the one scan that scores them reads the
 * file itself; SPSS columns are put into a table chunk by chunk. The name may be
 * used again: what it held before is dropped.
 */
import type { ColumnContent, DataFile } from '../core/data-file.ts'
import { EjzError } from '../core/error.ts'
import { registerCsv } from './csv-relation.ts'
import type { Engine } from './engine.ts'
import type { ColumnType } from './fill-table.ts'
import { registerParquet } from './parquet-relation.ts'
import type { Relation } from './relation.ts'
import { quotedName } from './sql-text.ts'

export interface RegisterOptions {
  /** columns in which a text that is no number is an error, such as weight and age */
  readonly numbers?: readonly string[]
}

export async function register(
  engine: Engine,
  file: DataFile,
  name: string,
  columns: readonly string[],
  options: RegisterOptions = {},
): Promise<Relation> {
  const wanted = [...new Set(columns)]
  checkColumns(file, wanted)
  const numbers = options.numbers ?? []
  const { content } = file
  await release(engine, { name })
  if (content.kind === 'csv') return registerCsv(engine, file, content, name, wanted, new Set(numbers))
  checkNumbers(file, numbers)
  return content.kind === 'parquet'
    ? registerParquet(engine, file, content, name, wanted)
    : registerColumns(engine, file, content, name, wanted)
}

/** Frees what a relation holds in memory. */
export async function release(engine: Engine, relation: Pick<Relation, 'name'>): Promise<void> {
  await engine.run(`DROP VIEW IF EXISTS ${quotedName(relation.name)}`)
  await engine.run(`DROP TABLE IF EXISTS ${rowsOf(relation.name)} CASCADE`)
}

function rowsOf(name: string): string {
  return quotedName(`${name} rows`)
}

function checkColumns(file: DataFile, wanted: readonly string[]): void {
  const known = new Set(file.variables.map(variable => variable.name))
  const unknown = wanted.filter(name => !known.has(name))
  if (unknown.length === 0) return
  const hint = 'run ejz inspect on the file to see its columns'
  throw new EjzError('missing-column', `the file has no column ${unknown.join(', ')}`, hint, 'data', {
    where: file.path,
  })
}

/** These formats say themselves what a column is. */
function checkNumbers(file: DataFile, numbers: readonly string[]): void {
  const texts = file.variables.filter(({ name, type }) => type === 'text' && numbers.includes(name))
  if (texts.length === 0) return
  const problems = texts.map(({ name }) => ({
    code: 'not-a-number',
    message: `column ${name} holds texts where only numbers will do`,
    hint: 'turn it into a numeric column, or name another one under columns',
    where: file.path,
  }))
  throw EjzError.of(problems, 'data')
}

async function registerColumns(
  engine: Engine,
  file: DataFile,
  content: ColumnContent,
  name: string,
  wanted: readonly string[],
): Promise<Relation> {
  const texts = new Set(file.variables.filter(({ type }) => type === 'text').map(variable => variable.name))
  const types = wanted.map((column): ColumnType => (texts.has(column) ? 'VARCHAR' : 'DOUBLE'))
  const declared = wanted.map((column, i) => `${quotedName(column)} ${types[i]}`)
  const table = rowsOf(name)
  await engine.run(`CREATE TABLE ${table} (${declared.join(', ')})`)
  const rows = await engine.fill(`${name} rows`, types, content.chunks(wanted))
  await engine.run(`CREATE OR REPLACE VIEW ${quotedName(name)} AS SELECT * FROM ${table}`)
  return {
    name,
    columns: new Map(wanted.map((column, i) => [column, types[i]])),
    rows,
    mixed: [],
    warnings: content.warnings?.() ?? [],
  }
}
