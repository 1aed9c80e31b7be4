/** The invented clustered sample of test/reference/estimate.R, with R's answers. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Cells, Selection } from '../../src/core/cells.ts'
import { cellsOf, select, type TestRecord } from './cells-of.ts'

const FOLDER = new URL('../reference/', import.meta.url)
export const expected = JSON.parse(readFileSync(new URL('estimate.json', FOLDER), 'utf8'))

const rows: Record<string, string>[] = parse(readFileSync(new URL('estimate.csv', FOLDER)), { columns: true })
const kinds = { lonely: 'proportion', score: 'mean' } as const

function sample(of: (row: Record<string, string>) => Pick<TestRecord, 'stratum' | 'psu' | 'fpc'>): Cells {
  const records = rows.map(row => ({
    ...of(row),
    weight: Number(row.weight),
    at: { wave: row.wave, age: row.age, sex: row.sex, stratum: row.stratum },
    y: {
      lonely: row.lonely === '' ? null : Number(row.lonely),
      score: row.score === '' ? null : Number(row.score),
    },
  }))
  return cellsOf(records, { kinds })
}

/** The designs of estimate.R: PSUs that run on through the waves, and records with wave-qualified strata. */
export const DESIGNS: Record<string, Cells> = {
  clustered: sample(row => ({ stratum: row.stratum, psu: row.psu })),
  clustered_fpc: sample(row => ({ stratum: row.stratum, psu: row.psu, fpc: Number(row.N) })),
  records: sample(row => ({ stratum: `${row.wave} ${row.stratum}` })),
}

const OLDER = ['75-79', '80-84', '85+']

export const DOMAINS: Record<string, (cells: Cells) => Selection> = {
  wave1: cells => select(cells, { wave: '1' }),
  target: cells => select(cells, { age: OLDER }),
  old: cells => select(cells, { age: '85+', wave: '2' }),
  D: cells => select(cells, { stratum: 'D' }),
  E: cells => select(cells, { stratum: 'E', wave: '1' }),
  DE: cells => select(cells, { stratum: ['D', 'E'] }),
  '75+': cells => select(cells, { age: OLDER }),
  female: cells => select(cells, { sex: 'female' }),
  'wave 2': cells => select(cells, { wave: '2' }),
  all: () => new Map(),
}
