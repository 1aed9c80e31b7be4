/** A file as ingest would describe it, for tests that fill the table themselves. */
import type { DataFile, Variable } from '../../src/core/data-file.ts'

export const DJG6_ITEMS = new Map([3, 4, 7, 8, 9, 10].map(item => [item, `q${item}`]))

export function fileOf(variables: readonly Variable[]): DataFile {
  return {
    path: '/survey.csv',
    format: 'csv',
    encoding: 'utf-8',
    bytes: 0,
    sha256: '',
    rows: null,
    variables,
    notes: [],
    warnings: [],
    content: { kind: 'csv', path: '/survey.csv', delimiter: ',', quote: '"', decimal: '.' },
  }
}
