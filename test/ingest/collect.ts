/** All rows of a file's own columns, as plain arrays; NaN becomes null. */
import type { DataFile } from '../../src/core/data-file.ts'

export async function collect(file: DataFile): Promise<Record<string, (number | string | null)[]>> {
  if (file.content.kind !== 'columns') throw new TypeError('the file has no columns of its own')
  const names = file.variables.map(variable => variable.name)
  const columns = names.map((): (number | string | null)[] => [])
  for await (const chunk of file.content.chunks(names)) {
    for (const [i, column] of chunk.columns.entries()) {
      for (const value of column) columns[i].push(Number.isNaN(value) ? null : value)
    }
  }
  return Object.fromEntries(names.map((name, i) => [name, columns[i]]))
}
