/** Columns of the joined file of a LASA wave, one value for each person, in the form of any other data file. */
import { CHUNK_ROWS, type ColumnChunk, type ColumnContent, type Variable } from '../core/data-file.ts'
import type { TableColumn } from './lasa-table.ts'

export interface JoinedColumn {
  readonly variable: Variable
  /** in the order of the people; NaN or '' for a person whom the file does not know */
  readonly values: Float64Array | readonly string[]
}

/** Under the name it is asked for, whatever capitals the file uses. */
export function joinedColumn(
  name: string,
  { table, column }: TableColumn,
  people: readonly string[],
): JoinedColumn {
  const variable = { ...column.variable, name }
  const { values } = column
  const rows = people.map(person => table.rows.get(person))
  if (values instanceof Float64Array) {
    return {
      variable,
      values: Float64Array.from(rows, row => (row === undefined ? Number.NaN : values[row])),
    }
  }
  return { variable, values: rows.map(row => (row === undefined ? '' : values[row])) }
}

export function joinedContent(columns: ReadonlyMap<string, JoinedColumn>, rows: number): ColumnContent {
  const byName = new Map([...columns.values()].map(({ variable, values }) => [variable.name, values]))
  return {
    kind: 'columns',
    *chunks(names): Generator<ColumnChunk> {
      const wanted = names.map(name => {
        const values = byName.get(name)
        if (values === undefined) throw new RangeError(`no variable ${name}`)
        return values
      })
      for (let start = 0; start < rows; start += CHUNK_ROWS) {
        const end = Math.min(rows, start + CHUNK_ROWS)
        yield { rows: end - start, columns: wanted.map(values => values.slice(start, end)) }
      }
    },
  }
}
