import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DataFile, Variable } from '../../src/core/data-file.ts'
import { openDataFile } from '../../src/ingest/open.ts'
import { savCopy } from '../../src/ingest/sav-copy.ts'
import type { SavHead } from '../../src/ingest/sav-file.ts'
import { savWriter, writeSav } from '../../src/ingest/sav-write.ts'
import { collect } from './collect.ts'

const MATRIX = join(import.meta.dirname, '../fixtures/sav-matrix')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function opened(name: string): Promise<DataFile> {
  const bytes = readFileSync(join(MATRIX, name))
  const path = join(folder, 'in.sav')
  writeFileSync(path, name.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  return openDataFile(path, { encoding: name.startsWith('lies-windows') ? 'utf-8' : null })
}

async function writtenAgain(file: DataFile, compression: SavHead['compression'] = 'byte'): Promise<DataFile> {
  const { head, variables } = await savCopy(file)
  const path = join(folder, `again-${basename(file.path)}`)
  const rows = Object.values(await collect(file))[0].length
  const writer = savWriter(path, { ...head, compression, created: '2026-01-05' }, variables, rows)
  if (file.content.kind !== 'columns') throw new TypeError('no columns')
  for await (const chunk of file.content.chunks(file.variables.map(({ name }) => name))) writer.append(chunk)
  writer.end()
  return openDataFile(path)
}

const files = readdirSync(MATRIX).filter(name => /\.sav(\.gz)?$/.test(name))
const TOO_LONG = 'haven-40000.sav.gz'
/** Letters of these take more bytes in UTF-8; text variables may become wider, and nothing else. */
const GROWS = /^(encoding-(?!utf-8)|lies-|silent-)/

describe('reading, writing and reading again changes nothing', () => {
  test.each(files.filter(name => name !== TOO_LONG))('%s', async name => {
    const file = await opened(name)
    const compression = (['none', 'byte', 'zsav'] as const)[files.indexOf(name) % 3]
    const again = await writtenAgain(file, compression)
    const comparable = GROWS.test(name) ? withoutWidth : (variable: Variable) => variable
    expect(again.variables.map(comparable)).toEqual(file.variables.map(comparable))
    expect(again.spss).toEqual(file.spss)
    expect(again.notes).toEqual(file.notes)
    expect(await collect(again)).toEqual(await collect(file))
    expect(again.warnings).toEqual([])
  })

  test('the second time not even a width', async () => {
    const once = await writtenAgain(await opened('encoding-windows-1252.sav'))
    const twice = await writtenAgain(once)
    expect(readFileSync(twice.path).equals(readFileSync(once.path))).toBe(true)
  })
})

function withoutWidth({ format, ...variable }: Variable) {
  return { ...variable, format: format.replace(/^A\d+$/, 'A') }
}

describe('what cannot be kept', () => {
  test('a text variable becomes as wide as its longest text in UTF-8', async () => {
    const file = await opened('encoding-windows-1252.sav')
    const again = await writtenAgain(file)
    const formats = ({ variables }: DataFile) => variables.map(({ name, format }) => `${name} ${format}`)
    expect(formats(file)).toEqual(['nr F8', 'stad A20', 'kort A8', 'lang A300'])
    expect(formats(again)).toEqual(['nr F8', 'stad A20', 'kort A8', 'lang A300'])
    const path = join(folder, 'in.sav')
    const bytes = readFileSync(path)
    bytes.set(Buffer.from('Súdwéést', 'latin1'), bytes.lastIndexOf(Buffer.from('Súdwest ', 'latin1')))
    writeFileSync(path, bytes)
    const wider = await writtenAgain(await openDataFile(path))
    expect((await collect(wider)).kort).toEqual(['Súdwéést', ''])
    expect(formats(wider)[2]).toBe('kort A11')
  })

  test('a text wider than SPSS allows is refused', async () => {
    const file = await opened(TOO_LONG)
    await expect(writtenAgain(file)).rejects.toMatchObject({ code: 'sav-unwritable' })
  })

  test('a label and documents that outgrow their lines in UTF-8 go on in the next line', async () => {
    const label = 'é'.repeat(40)
    const file = await opened('pspp-everything-compressed.sav')
    if (file.spss === undefined) throw new TypeError('no facts')
    const spss = { ...file.spss, label, documents: [`${'a'.repeat(79)}é`, '', 'kort'] }
    const again = await writtenAgain({ ...file, spss })
    expect(again.spss?.label).toBe('é'.repeat(32))
    expect(again.spss?.documents).toEqual([label, 'a'.repeat(79), 'é', '', 'kort'])
  })

  test('a file without rows of texts keeps its widths', async () => {
    const path = join(folder, 'none.sav')
    writeSav(path, { columns: [{ name: 'x', type: 'text', width: 7, values: [] }], created: '2026-01-05' })
    const again = await writtenAgain(await openDataFile(path))
    expect([again.rows, again.variables[0].format]).toEqual([0, 'A7'])
  })
})
