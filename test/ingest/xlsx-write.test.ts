import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, describe, expect, it } from 'vitest'
import { writeXlsx } from '../../src/ingest/xlsx-write.ts'

const folder = mkdtempSync(join(tmpdir(), 'ejz-xlsx-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a sheet', () => {
  it('comes back as the numbers, texts and empty cells it was given', async () => {
    const path = join(folder, 'a.xlsx')
    const rows = [
      [1.5, 'één & <b>', null],
      [null, '=1+1', -3],
    ]
    await writeXlsx(path, { name: 'scores', header: ['a', 'b', 'c'], count: 2 }, rows)
    const { sheets } = await readXlsx(readFileSync(path))
    expect(sheets[0].name).toBe('scores')
    expect(sheets[0].rows).toEqual([['a', 'b', 'c'], ...rows])
  })

  it('is refused when Excel could not hold it', async () => {
    const sheet = { name: 'scores', header: ['a'], count: 1_048_576 }
    await expect(writeXlsx(join(folder, 'b.xlsx'), sheet, [])).rejects.toThrow(
      'a spreadsheet holds 1048575 rows',
    )
  })
})
