/** A result of the engine as plain columns. */
import type { DuckDBMaterializedResult, DuckDBValue } from '@duckdb/node-api'

export type PlainValue = number | string | boolean | null

/**
 * A Float64Array where every value is a number; an array where there are texts,
 * booleans or NULLs. Whole numbers of any width arrive as numbers, dates as text.
 */
export type ResultColumn = Float64Array | readonly PlainValue[]

export async function readColumns(result: DuckDBMaterializedResult): Promise<Map<string, ResultColumn>> {
  const chunks = await result.fetchAllChunks()
  const values = result.columnNames().map((_, column) => {
    const all: PlainValue[] = []
    for (const chunk of chunks) {
      const vector = chunk.getColumnVector(column)
      for (let row = 0; row < vector.itemCount; row++) all.push(plain(vector.getItem(row)))
    }
    return compact(all)
  })
  return new Map(result.columnNames().map((name, column) => [name, values[column]]))
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

function compact(values: PlainValue[]): ResultColumn {
  if (!values.every(value => typeof value === 'number')) return values
  return Float64Array.from(values)
}
