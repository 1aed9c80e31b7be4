/** The benchmark data as an SPSS file, by the writer of ejz. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { writeSav } from '../../dist/ingest/sav-write.js'
import { HEADER, readColumns } from './data.mjs'

const TEXTS = ['gm', 'stratum', 'household', 'region']

export async function makeSav(folder, csv, rows) {
  const path = join(folder, `gm-${rows}.sav`)
  if (existsSync(path)) return path
  const columns = await readColumns(csv, rows, TEXTS)
  writeSav(path, {
    columns: HEADER.map((name, k) => ({
      name,
      type: TEXTS.includes(name) ? 'text' : 'number',
      values: columns[k],
    })),
    fileLabel: 'SYNTHETIC benchmark data',
    created: '2026-01-01',
  })
  return path
}
