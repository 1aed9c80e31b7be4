import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EjzError } from '../../../src/core/error.ts'
import { crc32 } from '../../../src/ingest/statline/crc32.ts'
import { readStatLine } from '../../../src/ingest/statline/read.ts'
import { type ZipEntry, zipEntries } from '../../../src/ingest/statline/zip.ts'
import { cellCount, formsOf, LONELINESS, zipped } from './invented-table.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-zip-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const TABLE = { ...LONELINESS, values: Array.from({ length: cellCount(LONELINESS) }, (_, i) => i / 10) }
const V4 = formsOf(TABLE).find(({ name }) => name === 'v4 CSV folder')!.files

/** What an archive must not be: the code it is refused with, within a second. */
function refusal(archive: Uint8Array): string {
  const start = performance.now()
  try {
    for (const entry of zipEntries('a.zip', Buffer.from(archive))) entry.bytes()
  } catch (error) {
    expect(performance.now() - start).toBeLessThan(1000)
    if (error instanceof EjzError) return error.code
    throw error
  }
  return 'accepted'
}

interface Written {
  readonly name: string
  readonly data: Uint8Array
  readonly size?: number
  readonly method?: number
  readonly flags?: number
}

/** An archive that may lie about what it holds. */
function archive(files: readonly Written[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, size = data.length, method = 8, flags = 0 } of files) {
    const packed = method === 8 ? deflateSync(data) : data
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(Buffer.byteLength(name), 26)
    const record = Buffer.alloc(46)
    record.writeUInt32LE(0x02014b50, 0)
    record.writeUInt16LE(flags, 8)
    record.writeUInt16LE(method, 10)
    record.writeUInt32LE(crc32(data), 16)
    record.writeUInt32LE(packed.length, 20)
    record.writeUInt32LE(size, 24)
    record.writeUInt16LE(Buffer.byteLength(name), 28)
    record.writeUInt32LE(offset, 42)
    parts.push(local, Buffer.from(name), Buffer.from(packed))
    directory.push(record, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}

const text = (name: string, words = 'a;b\n1;2\n'): Written => ({ name, data: Buffer.from(words) })

describe('a zip archive', () => {
  it('gives its files as they were put in, leaving out what a Mac adds', () => {
    const entries = zipEntries(
      'a.zip',
      archive([
        text('a.csv'),
        text('sub/b.csv', 'x'),
        text('__MACOSX/._a'),
        text('.DS_Store'),
        { ...text('c.csv', 'stored'), method: 0 },
      ]),
    )
    const words = ({ name, bytes }: ZipEntry) => `${name}: ${bytes().toString()}`
    expect(entries.map(words)).toEqual(['a.csv: a;b\n1;2\n', 'sub/b.csv: x', 'c.csv: stored'])
  })

  it('is read as StatLine packs it, and as the zip of Debian does', async () => {
    const path = join(folder, '85766NED.zip')
    writeFileSync(path, zipped(V4))
    const read = await readStatLine(path)
    expect(read).toMatchObject({
      form: 'odata4-csv',
      id: '85766NED',
      length: TABLE.values.length,
      warnings: [],
    })
    expect(read.inputs.map(({ path }) => path)).toEqual([path])
  })

  it.skipIf(!hasZip())(
    'of Debian’s zip reads to the same values (skipped where zip is not installed)',
    async () => {
      const inside = mkdtempSync(join(folder, 'z'))
      for (const [name, words] of Object.entries(V4)) writeFileSync(join(inside, name), words)
      const path = join(folder, 'debian.zip')
      execFileSync('zip', ['-q', '-r', path, '.'], { cwd: inside })
      const read = await readStatLine(path)
      expect([...read.values]).toEqual(TABLE.values)
    },
  )

  it('that would grow beyond measure is refused before it grows', () => {
    const zeros = new Uint8Array(20_000_000)
    expect(refusal(archive([{ name: 'bomb.csv', data: zeros }]))).toBe('zip-too-large')
    expect(refusal(archive([{ ...text('a.csv'), size: 600_000_000 }]))).toBe('zip-too-large')
  })

  it('that lies about how large its files are is refused', () => {
    const zeros = new Uint8Array(20_000_000)
    expect(refusal(archive([{ name: 'bomb.csv', data: zeros, size: 1000 }]))).toBe('zip-damaged')
    expect(refusal(archive([{ ...text('a.csv'), size: 100 }]))).toBe('zip-damaged')
  })

  it('that names files outside itself is refused', () => {
    for (const name of ['../../etc/x.csv', '/etc/x.csv', 'C:\\x.csv', 'a/../../x.csv']) {
      expect(refusal(archive([text(name)]))).toBe('zip-outside')
    }
  })

  it('that is locked, or packed in another way, is refused', () => {
    expect(refusal(archive([{ ...text('a.csv'), flags: 1 }]))).toBe('zip-locked')
    expect(refusal(archive([{ ...text('a.csv'), method: 12 }]))).toBe('zip-method')
  })

  it('cut off anywhere, or changed in any byte of its data, is refused and never read wrongly', () => {
    const whole = archive([text('a.csv', 'kop;som\n12,5;3\n'.repeat(20))])
    for (let length = 0; length < whole.length; length += 7) {
      expect(refusal(whole.subarray(0, length))).toBe('zip-damaged')
    }
    for (let at = 35; at < 60; at++) {
      const changed = Buffer.from(whole)
      changed[at] ^= 1
      expect(refusal(changed)).toBe('zip-damaged')
    }
  })

  it('leaves nothing on disk', async () => {
    const before = readdirSync(tmpdir())
    const path = join(folder, 'once.zip')
    writeFileSync(path, zipped(V4))
    await readStatLine(path)
    expect(readdirSync(tmpdir()).filter(name => !before.includes(name) && name.startsWith('ejz'))).toEqual([])
    expect(readFileSync(path).length).toBeGreaterThan(0)
  })

  it('of an office program is refused with the way out', async () => {
    const path = join(folder, 'data.csv')
    writeFileSync(path, archive([text('[Content_Types].xml'), text('xl/workbook.xml')]))
    await expect(readStatLine(path)).rejects.toMatchObject({
      code: 'unsupported-format',
      hint: expect.stringContaining('CSV UTF-8'),
    })
  })
})

function hasZip(): boolean {
  try {
    execFileSync('zip', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
