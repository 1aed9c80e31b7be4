/**
 * A CSV as a view over the file, checked once from end to end.
 *
 * Every column needed is converted in one counting scan that stores nothing. A
 * row that does not fit the header is an error. A numeric column in which some
 * cell is no number becomes text, so that the cell can be counted as an unknown
 * code; where only a number will do, it is an error. Either way nothing is lost
 * in silence.
 */
import type { CsvContent, DataFile } from '../core/data-file.ts'
import { EjzError } from '../core/error.ts'
import { firstOddCells, type OddCell, type Reject, rowProblems } from './csv-reject.ts'
import { type CsvColumn, numericNames, plainColumn, scanCsv } from './csv-scan.ts'
import type { Engine } from './engine.ts'
import { type CheckedColumns, notNumbers, settleMixed } from './mixed-column.ts'
import type { Relation } from './relation.ts'
import { quotedName } from './sql-text.ts'

export async function registerCsv(
  engine: Engine,
  file: DataFile,
  content: CsvContent,
  name: string,
  wanted: readonly string[],
  numbers: ReadonlySet<string>,
): Promise<Relation> {
  const numeric = numericNames(file, numbers)
  const checked = await checkedColumns(engine, file, content, wanted, numeric)
  const { columns, mixed } = await settleMixed(engine, file, content, checked, numeric)
  const refused = mixed.filter(column => numbers.has(column.name))
  if (refused.length > 0) throw EjzError.of(refused.map(notNumbers), 'data')
  const selected = columns.map(column => `${column.sql} AS ${quotedName(column.name)}`)
  await engine.run(
    `CREATE OR REPLACE VIEW ${quotedName(name)} AS SELECT ${selected.join(', ')} FROM ${scanCsv(content, file, columns)}`,
  )
  return {
    name,
    columns: new Map(columns.map(column => [column.name, column.type])),
    rows: checked.rows,
    mixed,
    warnings: [],
  }
}

/** Scans until every column has a type that all its cells fit; mostly that is once. */
async function checkedColumns(
  engine: Engine,
  file: DataFile,
  content: CsvContent,
  wanted: readonly string[],
  numeric: ReadonlySet<string>,
): Promise<CheckedColumns> {
  const odd = new Map<string, OddCell>()
  const tooLong = new Set<string>()
  const notFinite = new Set<string>()
  for (;;) {
    const asText = [odd, tooLong, notFinite]
    const columns = wanted.map(name =>
      plainColumn(file, name, numeric.has(name) && !asText.some(names => names.has(name))),
    )
    const scan = await countingScan(engine, file, content, columns)
    const problems = rowProblems(file, content, scan.rejects)
    if (problems.length > 0) throw EjzError.of(problems, 'data')
    const before = odd.size + tooLong.size + notFinite.size
    for (const [name, cell] of firstOddCells(file, content, scan.rejects)) odd.set(name, cell)
    for (const [name, highest] of scan.highest) {
      if (highest > Number.MAX_SAFE_INTEGER && Number.isFinite(highest)) tooLong.add(name)
      else if (!Number.isFinite(highest)) notFinite.add(name)
    }
    if (odd.size + tooLong.size + notFinite.size === before) {
      return { rows: scan.rows, columns, odd, tooLong }
    }
  }
}

interface CountingScan {
  readonly rows: number
  readonly highest: ReadonlyMap<string, number>
  readonly rejects: readonly Reject[]
}

/** The engine reads `nan` and `inf` as numbers and rounds long identifiers: the highest value tells. */
async function countingScan(
  engine: Engine,
  file: DataFile,
  content: CsvContent,
  columns: readonly CsvColumn[],
): Promise<CountingScan> {
  const table = engine.newName('rejects')
  const counted = columns.map(({ index, scanned }) =>
    scanned === 'DOUBLE' ? `max(c${index})` : `count(c${index})`,
  )
  const values = ['count(*)', ...counted].map((sql, i) => `${sql} AS v${i}`)
  const options = `, store_rejects = true, rejects_table = '${table}', rejects_scan = '${table}_scan'`
  const scan = `SELECT ${values.join(', ')} FROM ${scanCsv(content, file, columns, options)}`
  const [found] = await engine.rows(scan).catch(cause => {
    throw located(cause, file)
  })
  const rejects = await engine.rows(
    `SELECT line_byte_position AS "start", column_idx - 1 AS index, error_type AS kind, error_message AS message FROM ${table} ORDER BY line_byte_position, column_idx`,
  )
  await engine.run(`DROP TABLE ${table}; DROP TABLE ${table}_scan`)
  const highest = columns.flatMap(({ name, scanned }, i): [string, number][] => {
    const value = found[`v${i + 1}`]
    return scanned === 'DOUBLE' && typeof value === 'number' ? [[name, value]] : []
  })
  return {
    rows: Number(found.v0),
    highest: new Map(highest),
    rejects: rejects.map(({ start, index, kind, message }) => ({
      start: Number(start),
      index: Number(index),
      kind: String(kind),
      message: String(message),
    })),
  }
}

/** The engine says what is wrong with a file, not which file. */
function located(cause: unknown, file: DataFile): unknown {
  if (!(cause instanceof EjzError) || cause.fault !== 'data') return cause
  return new EjzError(cause.code, cause.message, cause.hint, 'data', { where: file.path, cause })
}
