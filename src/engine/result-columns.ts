/** A result of the engine as plain columns. */
import type { DuckDBDataChunk, DuckDBMaterializedResult, DuckDBValue } from '@duckdb/node-api'

export type PlainValue = number | string | boolean | null

/**
 * A Float64Array where every value is a number; an array where there are texts,
 * booleans or NULLs. Whole numbers of any width arrive as numbers, dates as text.
 */
export type ResultColumn = Float64Array | readonly PlainValue[]

export async function readColumns(result: DuckDBMaterializedResult): Promise<Map<string, ResultColumn>> {
  const chunks = await result.fetchAllChunks()
  const rows = chunks.reduce((total, chunk) => total + chunk.rowCount, 0)
  const names = result.columnNames()
  return new Map(names.map((name, column) => [name, readColumn(chunks, column, rows)]))
}

/** Numbers until a value is none; then everything once more, as it is. */
function readColumn(chunks: readonly DuckDBDataChunk[], column: number, rows: number): ResultColumn {
  const numbers = new Float64Array(rows)
  let row = 0
  for (const chunk of chunks) {
    const vector = chunk.getColumnVector(column)
    for (let i = 0; i < vector.itemCount; i++) {
      const value = plain(vector.getItem(i))
      if (typeof value !== 'number') return readPlain(chunks, column)
      numbers[row++] = value
    }
  }
  return numbers
}

function readPlain(chunks: readonly DuckDBDataChunk[], column: number): PlainValue[] {
  const values: PlainValue[] = []
  for (const chunk of chunks) {
    const vector = chunk.getColumnVector(column)
    for (let i = 0; i < vector.itemCount; i++) values.push(plain(vector.getItem(i)))
  }
  return values
}

function plain(value: DuckDBValue): PlainValue {
  switch (typeof value) {
    case 'number':
    case 'string':
    case 'boolean':
      return value
    case 'bigint':
      return Number(value)
    default:
      return value === null ? null : plainObject(value)
  }
}

/** Decimals and the like: a number where it reads as one. */
function plainObject(value: object): number | string {
  const text = String(value)
  const number = Number(text)
  return text.trim() !== '' && Number.isFinite(number) ? number : text
}
