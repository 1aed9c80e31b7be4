import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SUSPECT, trustCsv } from '../../src/engine/csv-trust.ts'
import { type Engine, openEngine } from '../../src/engine/engine.ts'
import { openDataFile } from '../../src/ingest/open.ts'

let engine: Engine
let folder: string
beforeAll(async () => {
  engine = await openEngine({ threads: 2 })
  folder = mkdtempSync(join(tmpdir(), 'ejz-trust-'))
})
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true })
})

/** Many good rows, so that the sample at the beginning does not see the last ones. */
const GOOD = Array.from({ length: 20_000 }, (_, i) => `${i},${(i % 3) + 1},1.5,GM0014`)

async function readOnce(last: readonly string[]) {
  const path = join(folder, 'data.csv')
  writeFileSync(path, `${['id,dj1,w,gm', ...GOOD, ...last].join('\n')}\n`)
  const file = await openDataFile(path)
  if (file.content.kind !== 'csv') throw new Error('no CSV')
  const view = await trustCsv(engine, file, file.content, ['dj1', 'w', 'gm', 'id'], ['w'])
  await engine.run(`CREATE OR REPLACE TABLE kept AS SELECT * FROM "${view.name}"`)
  const [found] = await engine.rows(
    `SELECT count(*) AS rows, count(*) FILTER (WHERE "${SUSPECT}") AS suspects FROM kept`,
  )
  return { ...found, held: await view.held(), name: view.name }
}

describe('a CSV taken at its word', () => {
  test('holds when every row and cell fits', async () => {
    expect(await readOnce(['7,,2.5,GM0034'])).toMatchObject({ rows: 20_001, suspects: 0, held: true })
  })

  test('is a plain view afterwards, without the column that checked it', async () => {
    const { name } = await readOnce([])
    const [row] = await engine.rows(`SELECT * FROM "${name}" LIMIT 1`)
    expect(row).toEqual({ dj1: 1, w: 1.5, gm: 'GM0014', id: 0 })
  })

  test.each([
    ['a text where numbers are', '7,?,1,GM0034'],
    ['a row with too many fields', '7,1,1,GM0034,9'],
    ['a row with too few fields', '7,1'],
  ])('does not hold with %s', async (_, row) => {
    expect(await readOnce([row])).toMatchObject({ held: false })
  })

  test.each([
    ['nan', '7,nan,1,GM0034'],
    ['inf', '7,1,-inf,GM0034'],
    ['an identifier that a number cannot hold', '90071992547409931,1,1,GM0034'],
  ])('suspects %s', async (_, row) => {
    expect(await readOnce([row])).toMatchObject({ held: true, suspects: 1 })
  })
})
