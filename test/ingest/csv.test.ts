import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CsvContent } from '../../src/core/data-file.ts'
import { openDataFile } from '../../src/ingest/open.ts'
import type { OpenOptions } from '../../src/ingest/opened-content.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0

function written(content: string | Buffer): string {
  const path = join(folder, `${++files}.csv`)
  writeFileSync(path, content)
  return path
}

async function opened(content: string | Buffer, options: OpenOptions = {}) {
  const file = await openDataFile(written(content), options)
  return { ...file, content: file.content as CsvContent }
}

async function refused(content: string | Buffer, options: OpenOptions = {}) {
  const path = written(content)
  const error = await openDataFile(path, options).then(
    () => undefined,
    thrown => thrown,
  )
  return { path, error }
}

describe('the dialect', () => {
  test.each([
    ['comma and point', 'id,w\n1,1.5\n2,2.25\n', ',', '.'],
    ['semicolon and decimal comma, as Dutch Excel writes', 'id;w\n1;1,5\n2;2,25\n', ';', ','],
    ['semicolon and point', 'id;w\n1;1.5\n2;2.25\n', ';', '.'],
    ['tab', 'id\tw\n1\t1,5\n2\t2,25\n', '\t', ','],
    ['bar', 'id|w\n1|1.5\n2|2.25\n', '|', '.'],
    ['comma and quoted decimal comma', '"id","w"\n"1","1,5"\n"2","2,25"\n', ',', ','],
    ['whole numbers only', 'id,w\n1,1\n2,2\n', ',', '.'],
    ['grouped thousands decide as well', 'id;w\n1;1.234,5\n2;2,25\n', ';', ','],
    ['a leading zero decides', 'id;w\n1;0,234\n2;1,234\n', ';', ','],
    ['commas in a remark', 'id;remark\n1;"ja, nee, soms"\n2;"nee, ja"\n', ';', '.'],
  ])('%s', async (_, text, delimiter, decimal) => {
    const { content } = await opened(text)
    expect(content).toMatchObject({ delimiter, decimal, quote: '"' })
  })

  test('apostrophes quote only where fields stand between them', async () => {
    const quoted = await opened("id,gem\n1,'a,b'\n2,'c'\n")
    const plain = await opened("id,gem\n1,'s-Gravenhage\n2,'s-Hertogenbosch\n")
    expect([quoted.content.quote, plain.content.quote]).toEqual(["'", '"'])
  })

  test('columns of numbers are told from columns of text', async () => {
    const { variables } = await opened(
      'id,gm,age,blank,na,mostly,long\n1,GM0014,75,,NA,1,12345678901234567\n2,GM1900,80,,3,?,12345678901234568\n',
    )
    expect(Object.fromEntries(variables.map(({ name, type }) => [name, type]))).toEqual({
      id: 'number',
      gm: 'text',
      age: 'number',
      blank: 'number',
      na: 'number',
      mostly: 'number',
      long: 'text',
    })
  })

  test('fields with the delimiter, line breaks and doubled quotes stay whole', async () => {
    const { variables } = await opened('id,"a ""b"", c","two\nlines"\n1,x,y\n')
    expect(variables.map(({ name }) => name)).toEqual(['id', 'a "b", c', 'two\nlines'])
  })

  test('the checksum is that of the file as it lies there', async () => {
    const text = iconv.encode('id;stad\n1;Fryslân\n', 'windows-1252')
    const { sha256, bytes } = await opened(text)
    expect(sha256).toBe(createHash('sha256').update(text).digest('hex'))
    expect(bytes).toBe(text.length)
  })
})

describe('the encoding', () => {
  const text = 'id;stad;bedrag\n1;Súdwest-Fryslân;€ 5\n2;“Gaasterlân”…;\n'

  test.each(['utf-16le', 'utf-16be', 'utf-8'])('%s is told by its byte order mark', async encoding => {
    const file = await opened(iconv.encode(text, encoding, { addBOM: true }))
    expect(file.encoding).toBe(encoding)
    expect(file.warnings).toEqual([])
    expect(file.variables[0].name).toBe('id')
    expect(readFileSync(file.content.path, 'utf8').replace('\ufeff', '')).toBe(text)
  })

  test('UTF-8 without a mark is known by its bytes, and scanned where it lies', async () => {
    const file = await opened(text)
    expect(file.encoding).toBe('utf-8')
    expect(file.content.path).toBe(file.path)
  })

  test('what is not UTF-8 is read as windows-1252, with a warning that says where', async () => {
    const file = await opened(iconv.encode(text, 'windows-1252'))
    expect(file.encoding).toBe('windows-1252')
    expect(file.warnings).toMatchObject([{ code: 'encoding_guessed', where: `${file.path}:2` }])
    expect(readFileSync(file.content.path, 'utf8')).toBe(text)
  })

  test('a declared encoding is used without a warning', async () => {
    const file = await opened(iconv.encode('id;stad\n1;\u20ac\n', 'iso-8859-15'), { encoding: 'iso-8859-15' })
    expect(file.encoding).toBe('iso-8859-15')
    expect(file.warnings).toEqual([])
    expect(readFileSync(file.content.path, 'utf8')).toContain('€')
    const wide = await opened(iconv.encode(text, 'utf-16le'), { encoding: 'utf-16le' })
    expect(readFileSync(wide.content.path, 'utf8')).toBe(text)
  })

  test('one byte in the last line decides over two megabytes of ASCII', async () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => `${i};gewoon`).join('\n')
    const file = await opened(
      Buffer.concat([Buffer.from(`id;stad\n${rows}\n`), Buffer.from('9;Frysl\xe2n\n', 'latin1')]),
    )
    expect(file.encoding).toBe('windows-1252')
  })

  test('a character on the border of two blocks is no fault', async () => {
    const filler = 'x'.repeat((1 << 20) - 1 - 'id;stad\n1;'.length)
    const file = await opened(`id;stad\n1;${filler}é\n2;y\n`)
    expect(file.encoding).toBe('utf-8')
  })

  test('the copy in UTF-8 is private', async () => {
    const { content } = await opened(iconv.encode(text, 'windows-1252'))
    expect(existsSync(content.path)).toBe(true)
    expect(dirname(content.path)).toMatch(/ejz-text-/)
  })

  test('a file that says UTF-8 and is not, and one with zero bytes, are refused', async () => {
    const marked = await refused(Buffer.concat([Buffer.from('\ufeffid;a\n1;'), Buffer.from([0xe2, 0x0a])]))
    expect(marked.error).toMatchObject({ code: 'not-utf8', fault: 'data' })
    const binary = await refused(Buffer.from([1, 0, 2, 0, 3]))
    expect(binary.error).toMatchObject({ code: 'binary-file' })
    expect(binary.error.problems[0].where).toBe(binary.path)
    const unknown = await refused(Buffer.from([0x41, 0xe2]), { encoding: 'klingon' })
    expect(unknown.error).toMatchObject({ code: 'unknown-encoding', fault: 'usage' })
  })
})

describe('a decimal mark that nothing tells', () => {
  test('1.234 is refused with column, row, value and the way out', async () => {
    const { path, error } = await refused('id;gewicht\n1;1.234\n2;2.345\n')
    expect(error.problems).toEqual([
      {
        code: 'ambiguous-number',
        message: expect.stringContaining('column gewicht: 1.234'),
        hint: expect.stringContaining('decimal: point'),
        where: `${path}:2`,
      },
    ])
  })

  test('1,234 likewise, and every such column is named', async () => {
    const { error } = await refused('id;a;b\n1;;7,125\n2;1,234;\n')
    expect(error.problems.map(({ where }: { where: string }) => where.split(':').at(-1))).toEqual(['3', '2'])
    expect(error.problems[0].hint).toContain('decimal: comma')
  })

  test('the study file decides', async () => {
    const text = 'id;gewicht\n1;1.234\n2;2.345\n'
    const point = await opened(text, { decimal: 'point' })
    const comma = await opened(text, { decimal: 'comma' })
    expect([point.content.decimal, point.variables[1].type]).toEqual(['.', 'number'])
    expect([comma.content.decimal, comma.variables[1].type]).toEqual([',', 'text'])
  })

  test('a cell far down in the file decides where the beginning does not', async () => {
    const rows = (last: string) => `id;gewicht\n${'1;1.234\n'.repeat(5000)}2;${last}\n`
    expect((await opened(rows('2.5'))).content.decimal).toBe('.')
    expect((await opened(rows('2.345,5'))).content.decimal).toBe(',')
    expect((await refused(rows('3'))).error).toMatchObject({ code: 'ambiguous-number' })
  })

  test('1.234 far down in a file of whole numbers is refused with its line and column', async () => {
    const { path, error } = await refused(`id,a,gewicht\n${'1,"x, y",2\n'.repeat(3000)}7,z,1.234\n8,z,3\n`)
    expect(error.problems).toMatchObject([{ code: 'ambiguous-number', where: `${path}:3002` }])
    expect(error.message).toContain('column gewicht')
  })

  test('a quoted comma far down counts as well when the comma is the delimiter', async () => {
    const { content } = await opened(`id,gewicht\n${'1,2\n'.repeat(3000)}7,"1,5"\n`)
    expect(content.decimal).toBe(',')
  })

  test('point and comma side by side are refused, naming both', async () => {
    const { error } = await refused('id;a;b\n1;1.5;2,5\n2;2.5;3,5\n')
    expect(error.code).toBe('two-decimal-marks')
    expect(error.message).toContain('1.5 in column a (line 2)')
    expect(error.message).toContain('2,5 in column b (line 2)')
  })

  test('a remark that happens to be a number is no evidence', async () => {
    const { content } = await opened('id;w;remark\n1;1,5;ja\n2;2,5;2.5\n3;1,5;nee\n')
    expect(content.decimal).toBe(',')
  })
})

describe('a file that cannot be used', () => {
  test.each([
    ['an empty file', '', 'empty-file', ''],
    ['blank lines only', '\n\n\n', 'empty-file', ''],
    ['a web page', '<!DOCTYPE html>\n<html><body>Inloggen</body></html>', 'unsupported-format', ''],
    ['a web page after blanks', '\n  <html lang="nl">', 'unsupported-format', ''],
    ['a zip or workbook', 'PK\x03\x04rest', 'unsupported-format', ''],
    ['a header alone', 'id,w\n', 'no-rows', ''],
    ['a column without a name', '"","id"\n"1","2"\n', 'unnamed-column', ':1'],
    ['a column that stands twice', 'id,w,id\n1,2,3\n', 'duplicate-column', ':1'],
    ['columns that differ in case only', 'id,Age,AGE\n1,2,3\n', 'duplicate-column', ':1'],
    ['no header', '1,2,3\n4,5,6\n', 'no-header', ':1'],
    ['a row with too few fields', 'id,w,x\n1,2,3\n4,5\n', 'ragged-row', ':3'],
    ['a row with too many fields', 'id,w\n1,2\n4,5,6\n7,8,9\n', 'ragged-row', ':3'],
    ['a quote that is never closed', 'id,w\n1,"2\n3,4\n', 'unclosed-quote', ''],
    ['a quote in the wrong place', 'id,w\n1,"2"x\n3,4\n', 'malformed-csv', ':2'],
  ])('%s is refused', async (_, text, code, line) => {
    const { path, error } = await refused(text)
    expect(error).toMatchObject({ code, fault: 'data' })
    expect(error.problems[0].where.startsWith(`${path}${line}`)).toBe(true)
    expect(error.hint).not.toBe('')
  })

  test('rows that differ from the header are counted', async () => {
    const { error } = await refused('id,w\n1,2\n4,5,6\n7,8,9\n')
    expect(error.problems[0].count).toBe(2)
  })

  test('several faults of a header come together', async () => {
    const { error } = await refused('id,,id\n1,2,3\n')
    expect(error.problems.map(({ code }: { code: string }) => code)).toEqual([
      'unnamed-column',
      'duplicate-column',
    ])
  })

  test('lines are counted through quoted line breaks', async () => {
    const { path, error } = await refused('id,w\n1,"a\nb\nc"\n2,x,y\n')
    expect(error.problems[0].where).toBe(`${path}:5`)
  })

  test('a missing file, a folder and a file without read rights say so', async () => {
    await expect(openDataFile(join(folder, 'none.csv'))).rejects.toMatchObject({
      code: 'file-not-readable',
      message: 'there is no such file',
    })
    mkdirSync(join(folder, 'sub'))
    await expect(openDataFile(join(folder, 'sub'))).rejects.toThrow('folder')
    const locked = written('id\n1\n')
    chmodSync(locked, 0)
    if (process.getuid?.() !== 0) await expect(openDataFile(locked)).rejects.toThrow('may not be read')
  })
})
