/** What stands in a StatLine table more than once: names of columns, and cells. Reported, never merged. */
import type { StatLineTable } from '../../core/statline.ts'
import { cellNumbers } from '../../core/statline-cells.ts'
import type { Warning } from '../../core/warning.ts'
import { stemOf } from './key.ts'

/** cbsodata takes the running numbers off the names of columns, so that several become the same. */
export function duplicateColumns(measures: readonly { readonly key: string }[]): Warning[] {
  const counts = new Map<string, number>()
  const bare = measures.map(({ key }) => (/_\d+$/.test(key) ? key : stemOf(key)))
  for (const name of bare) counts.set(name, (counts.get(name) ?? 0) + 1)
  const repeated = [...counts].filter(([, count]) => count > 1)
  if (repeated.length === 0) return []
  const columns = repeated.map(([name, count]) => `${name} (${count}×)`).join(', ')
  return [
    {
      code: 'duplicate_column',
      message: `${repeated.length} ${repeated.length === 1 ? 'name' : 'names'} of columns stand more than once: ${columns}`,
      hint: 'each column is kept by itself; to tell them apart, download the table with its own keys (OData or bulk CSV)',
      count: repeated.length,
      values: { columns },
    },
  ]
}

type Cells = Pick<StatLineTable, 'dimensions' | 'measures' | 'codes' | 'measure' | 'length'>

/** Observations whose categories and measure are all the same as those of another. */
export function duplicateObservations(table: Cells): Warning[] {
  const { length } = table
  const keys = cellNumbers(table)
  const sorted = keys.slice().sort()
  let repeated = 0
  let first = Number.NaN
  for (let i = 1; i < length; i++) {
    if (sorted[i] !== sorted[i - 1]) continue
    if (repeated === 0) first = sorted[i]
    repeated++
  }
  if (repeated === 0) return []
  const cell = describeCell(table, keys.indexOf(first))
  return [
    {
      code: 'duplicate_observation',
      message: `${repeated} cells of the table stand more than once, such as ${cell}`,
      hint: 'categories with the same title cannot be told apart: download the table with its codes (OData or bulk CSV)',
      count: repeated,
      values: { cell },
    },
  ]
}

function describeCell({ dimensions, measures, codes, measure }: Cells, at: number): string {
  const categories = dimensions.map(({ key, categories }, d) => `${key} ${categories[codes[d][at]].title}`)
  return [...categories, measures[measure[at]].key].join(', ')
}
