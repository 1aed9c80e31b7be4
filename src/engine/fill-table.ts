/**
 * Puts columns of numbers and texts into a table, one vector at a time.
 *
 * NaN and the empty text become NULL: a blank is NULL in every relation.
 */
import type { DuckDBConnection, DuckDBVector } from '@duckdb/node-api'
import type { ColumnChunk } from '../core/data-file.ts'

export type ColumnType = 'DOUBLE' | 'VARCHAR'
export type Chunks = AsyncIterable<ColumnChunk> | Iterable<ColumnChunk>

export async function fillTable(
  connection: DuckDBConnection,
  table: string,
  types: readonly ColumnType[],
  chunks: Chunks,
): Promise<number> {
  const { DOUBLE, DuckDBDataChunk, VARCHAR } = await import('@duckdb/node-api')
  const appender = await connection.createAppender(table)
  const target = DuckDBDataChunk.create(types.map(type => (type === 'DOUBLE' ? DOUBLE : VARCHAR)))
  let rows = 0
  for await (const chunk of chunks) {
    target.reset()
    target.rowCount = chunk.rows
    for (const [index, column] of chunk.columns.entries()) {
      const vector = target.getColumnVector(index)
      if (column instanceof Float64Array) fillNumbers(vector, column, chunk.rows)
      else fillTexts(vector, column, chunk.rows)
      vector.flush()
    }
    appender.appendDataChunk(target)
    rows += chunk.rows
  }
  appender.closeSync()
  return rows
}

/** NULLs come second: once a vector has one, setting a value costs ten times as much. */
function fillNumbers(vector: DuckDBVector, column: Float64Array, rows: number): void {
  const blanks: number[] = []
  for (let row = 0; row < rows; row++) {
    const value = column[row]
    if (Number.isNaN(value)) blanks.push(row)
    else vector.setItem(row, value)
  }
  for (const row of blanks) vector.setItem(row, null)
}

function fillTexts(vector: DuckDBVector, column: readonly string[], rows: number): void {
  const blanks: number[] = []
  for (let row = 0; row < rows; row++) {
    const text = column[row]
    if (text === '') blanks.push(row)
    else vector.setItem(row, text)
  }
  for (const row of blanks) vector.setItem(row, null)
}
