/** Parquet: its schema in the words of a codebook, and a view of the columns needed. */
import type { DataFile, ParquetContent, Variable } from '../core/data-file.ts'
import type { Engine } from './engine.ts'
import type { ColumnType } from './fill-table.ts'
import type { Relation } from './relation.ts'
import { quotedName, quotedText } from './sql-text.ts'

export interface ParquetDescription {
  readonly rows: number
  readonly variables: readonly Variable[]
}

export async function describeParquet(engine: Engine, path: string): Promise<ParquetDescription> {
  const columns = await engine.rows(`DESCRIBE SELECT * FROM ${scan(path)}`)
  const [{ rows }] = await engine.rows(
    `SELECT sum(num_rows) AS rows FROM parquet_file_metadata(${quotedText(path)})`,
  )
  const variables = columns.map(
    ({ column_name, column_type }): Variable => ({
      name: String(column_name),
      label: '',
      type: isNumeric(String(column_type)) ? 'number' : 'text',
      format: String(column_type),
      valueLabels: [],
      missing: [],
    }),
  )
  return { rows: Number(rows), variables }
}

export async function registerParquet(
  engine: Engine,
  file: DataFile,
  { path }: ParquetContent,
  name: string,
  wanted: readonly string[],
): Promise<Relation> {
  const long = await tooLong(engine, file, path, wanted)
  const numeric = new Set(
    file.variables.filter(({ type }) => type === 'number').map(variable => variable.name),
  )
  const columns = new Map(
    wanted.map((column): [string, ColumnType] => [
      column,
      numeric.has(column) && !long.has(column) ? 'DOUBLE' : 'VARCHAR',
    ]),
  )
  const selected = [...columns].map(([column, type]) => {
    const cast = `CAST(${quotedName(column)} AS ${type})`
    return `${type === 'VARCHAR' ? `nullif(trim(${cast}), '')` : cast} AS ${quotedName(column)}`
  })
  await engine.run(
    `CREATE OR REPLACE VIEW ${quotedName(name)} AS SELECT ${selected.join(', ')} FROM ${scan(path)}`,
  )
  return { name, columns, rows: file.rows ?? 0, mixed: [], warnings: [] }
}

/** Columns with whole numbers that would lose digits as numbers, such as some identifiers. */
async function tooLong(
  engine: Engine,
  file: DataFile,
  path: string,
  wanted: readonly string[],
): Promise<Set<string>> {
  const wide = file.variables.filter(({ name, format }) => wanted.includes(name) && WIDE.test(format))
  if (wide.length === 0) return new Set()
  const tests = wide.map(
    ({ name }, i) => `bool_or(abs(${quotedName(name)}) > ${Number.MAX_SAFE_INTEGER}) AS v${i}`,
  )
  const [found] = await engine.rows(`SELECT ${tests.join(', ')} FROM ${scan(path)}`)
  return new Set(wide.filter((_, i) => found[`v${i}`] === true).map(({ name }) => name))
}

const WIDE = /^(U?BIGINT|U?HUGEINT|DECIMAL\((1[6-9]|[23]\d),0\))$/

function scan(path: string): string {
  return `read_parquet(${quotedText(path)})`
}

function isNumeric(type: string): boolean {
  return /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*|BOOLEAN)$/i.test(type)
}
