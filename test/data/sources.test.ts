import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'

const DATA = fileURLToPath(new URL('../../data/', import.meta.url))
const sources: Record<string, string>[] = parse(readFileSync(join(DATA, 'SOURCES.csv')), { columns: true })

describe('the register of reference data', () => {
  it('names every file under data/ and no other', () => {
    const files = readdirSync(DATA, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && entry.name !== 'SOURCES.csv')
      .map(entry => join(entry.parentPath, entry.name).slice(DATA.length).replaceAll('\\', '/'))
    expect(sources.map(row => row.file).sort()).toEqual(files.sort())
  })

  it.each(sources)('has origin, licence and the checksum of $file', row => {
    const empty = Object.entries(row).filter(([, text]) => text === '')
    expect(empty).toEqual([])
    const hash = createHash('sha256')
      .update(readFileSync(join(DATA, row.file)))
      .digest('hex')
    expect(hash).toBe(row.sha256)
  })
})
