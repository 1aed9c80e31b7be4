/**
 * Numeric columns in which some cells are no number.
 *
 * Where those cells are only spaces the column stays numeric. Otherwise it is
 * text, with its numbers written with a point, and the odd cells are counted.
 */
import type { CsvContent, DataFile } from '../core/data-file.ts'
import type { Problem } from '../core/error.ts'
import type { OddCell } from './csv-reject.ts'
import { type CsvColumn, scanCsv } from './csv-scan.ts'
import type { Engine } from './engine.ts'
import type { MixedColumn } from './relation.ts'

export interface CheckedColumns {
  readonly rows: number
  readonly columns: readonly CsvColumn[]
  /** first cell of each column that the engine could not read as a number */
  readonly odd: ReadonlyMap<string, OddCell>
  /** columns with whole numbers too long to be kept as numbers */
  readonly tooLong: ReadonlySet<string>
}

export async function settleMixed(
  engine: Engine,
  file: DataFile,
  content: CsvContent,
  { columns, odd, tooLong }: CheckedColumns,
  numeric: ReadonlySet<string>,
): Promise<{ columns: readonly CsvColumn[]; mixed: readonly MixedColumn[] }> {
  const doubtful = columns.filter(
    ({ name, scanned }) => numeric.has(name) && scanned === 'VARCHAR' && !tooLong.has(name),
  )
  if (doubtful.length === 0) return { columns, mixed: [] }
  const counted = await oddCells(engine, file, content, doubtful)
  const mixed: MixedColumn[] = []
  const settled = columns.map((column): CsvColumn => {
    const found = counted.get(column.name)
    if (found === undefined) return column
    if (found.count === 0)
      return { ...column, type: 'DOUBLE', sql: `CAST(${withPoint(column, content)} AS DOUBLE)` }
    mixed.push({ name: column.name, ...found, where: file.path, ...odd.get(column.name) })
    return {
      ...column,
      sql: `CASE WHEN ${isNumber(column, content)} THEN ${withPoint(column, content)} ELSE ${column.sql} END`,
    }
  })
  return { columns: settled, mixed }
}

export function notNumbers({ name, count, value, where }: MixedColumn): Problem {
  return {
    code: 'not-a-number',
    message: `column ${name}: "${value}" is no number`,
    hint: 'mend the cell or leave it empty; a code for missing must be a number in this column',
    where,
    count,
  }
}

async function oddCells(
  engine: Engine,
  file: DataFile,
  content: CsvContent,
  columns: readonly CsvColumn[],
): Promise<Map<string, { count: number; value: string }>> {
  const counts = columns.flatMap((column, i) => {
    const odd = `FILTER (WHERE ${column.sql} IS NOT NULL AND NOT ${isNumber(column, content)})`
    return [`count(*) ${odd} AS n${i}`, `min(${column.sql}) ${odd} AS v${i}`]
  })
  const [found] = await engine.rows(`SELECT ${counts.join(', ')} FROM ${scanCsv(content, file, columns)}`)
  return new Map(
    columns.map(({ name }, i) => [name, { count: Number(found[`n${i}`]), value: String(found[`v${i}`]) }]),
  )
}

/** Written as a number, and one that a computer can hold. */
function isNumber(column: CsvColumn, content: CsvContent): string {
  const mark = content.decimal === '.' ? '[.]' : ','
  const pattern = `[+-]?([0-9]+${mark}?[0-9]*|${mark}[0-9]+)([eE][+-]?[0-9]+)?`
  const written = `regexp_full_match(${column.sql}, '${pattern}')`
  return `(${written} AND isfinite(TRY_CAST(${withPoint(column, content)} AS DOUBLE)))`
}

function withPoint({ sql }: CsvColumn, { decimal }: CsvContent): string {
  return decimal === '.' ? sql : `replace(${sql}, ',', '.')`
}
