import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDataFile } from '../../src/ingest/open.ts'
import { writeSav } from '../../src/ingest/sav-write.ts'
import { asHaven, withInfinities } from './as-haven.ts'
import { collect } from './collect.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures/ingest')
const SHARED = join(import.meta.dirname, '../../../shared/data/sav')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('every .sav fixture is read as haven reads it', () => {
  const files = readdirSync(FIXTURES).filter(name => name.endsWith('.sav'))

  test.each(files)('%s', async name => {
    const expected = withInfinities<Record<string, unknown>>(
      readFileSync(join(FIXTURES, name.replace('.sav', '.expected.json')), 'utf8'),
    )
    const file = await openDataFile(join(FIXTURES, name))
    const columns = await collect(file)
    expect(file.variables.map(asHaven)).toEqual(expected.variables)
    expect(columns).toEqual(expected.columns)
    expect(file.encoding).toBe(expected.encoding)
    expect(file.notes.slice(0, 1)).toEqual((expected.notes as string[]).slice(0, 1))
    expect(file.warnings).toEqual([])
  })

  test('the number of cases is known before reading unless the writer did not know it', async () => {
    const known = await openDataFile(join(FIXTURES, 'haven-byte.sav'))
    const unknown = await openDataFile(join(FIXTURES, 'big-endian-unknown-cases.sav'))
    expect([known.rows, unknown.rows]).toEqual([24, null])
  })

  test('file label, documents and attributes are notes', async () => {
    const file = await openDataFile(join(FIXTURES, 'pspp-byte.sav'))
    expect(file.notes[0]).toBe('Proefbestand: verzonnen, geen respondenten')
    expect(file.notes).toContain('Synthetic data made for tests.')
    expect(file.notes.at(-1)).toMatch(/^herkomst\('verzonnen'/)
  })
})

describe.skipIf(!existsSync(SHARED))(
  'the 2,000 invented respondents (skipped where ../shared is absent)',
  () => {
    test.each(['small_none.sav', 'small_byte.sav'])(
      '%s equals the same data as text, cell by cell',
      async name => {
        const truth: Record<string, string>[] = parse(readFileSync(join(SHARED, 'small.csv')), {
          columns: true,
        })
        const file = await openDataFile(join(SHARED, name))
        const columns = await collect(file)
        for (const { name: column, type, format } of file.variables) {
          const read = columns[column].map(value => {
            if (value === null) return 'NA'
            if (type !== 'date') return String(value)
            const moment = new Date((Number(value) - 12219379200) * 1000).toISOString()
            return format.startsWith('DATETIME') ? moment.slice(0, 19).replace('T', ' ') : moment.slice(0, 10)
          })
          expect(read).toEqual(truth.map(row => (type === 'text' ? row[column].trimEnd() : row[column])))
        }
      },
    )

    test('labels and missing codes are those haven shows', async () => {
      const { variables } = await openDataFile(join(SHARED, 'small_byte.sav'))
      const item = variables.find(({ name }) => name === 'djg_07')
      expect(item).toMatchObject({
        label: 'DJG item 7 – ik mis gezelligheid €',
        valueLabels: [
          { value: 1, label: 'ja' },
          { value: 2, label: 'min of meer' },
          { value: 3, label: 'nee' },
          { value: 8, label: 'weet niet' },
          { value: 9, label: 'weigert' },
        ],
        missing: [
          { kind: 'value', value: 8 },
          { kind: 'value', value: 9 },
        ],
      })
      expect(variables[1].missing).toEqual([{ kind: 'range', from: 900, to: 999 }])
    })
  },
)

describe('encodings', () => {
  /** A UTF-8 file in which bytes are put in the place of a text of the same length. */
  function withBytes(name: string, text: string, bytes: readonly number[]): string {
    const path = join(folder, name)
    const columns = [
      { name: 'nr', type: 'number' as const, label: 'Nummer', values: [1, 2] },
      { name: 'stad', type: 'text' as const, width: 8, values: ['xxxxxxxx', 'gewoon'] },
    ]
    writeSav(path, { columns, created: '2026-01-05' })
    const file = readFileSync(path)
    file.set(bytes, file.indexOf(text))
    writeFileSync(path, file)
    return path
  }

  test('a text that is not UTF-8 is read as windows-1252, counted and named', async () => {
    const file = await openDataFile(
      withBytes('cell.sav', 'xxxxxxxx', [...Buffer.from('Frysl\xe2n ', 'latin1')]),
    )
    expect((await collect(file)).stad).toEqual(['Fryslân', 'gewoon'])
    const warnings = file.content.kind === 'columns' ? file.content.warnings?.() : []
    expect(warnings).toMatchObject([
      { code: 'encoding_guessed', count: 1, values: { first: 'variable stad' } },
    ])
  })

  test('a character that did not fit its field is dropped, not turned into two', async () => {
    const cut = [...Buffer.from('éxxxxx'), 0xc3]
    const file = await openDataFile(withBytes('cut.sav', 'xxxxxxxx', cut.slice(0, 8)))
    expect((await collect(file)).stad[0]).toBe('éxxxxx')
  })

  test('a label that is not UTF-8 warns when the file is opened', async () => {
    const file = await openDataFile(withBytes('label.sav', 'Nummer', [0x4e, 0xfa]))
    expect(file.variables[0].label).toBe('Númmer')
    expect(file.warnings).toMatchObject([{ code: 'encoding_guessed', values: { first: 'the label of nr' } }])
  })

  test('the encoding the user declares wins over the one the file declares', async () => {
    const file = await openDataFile(withBytes('declared.sav', 'xxxxxxxx', [0x80]), {
      encoding: 'iso-8859-15',
    })
    expect((await collect(file)).stad[0]).toBe('\x80xxxxxxx')
    await expect(openDataFile(join(folder, 'declared.sav'), { encoding: 'klingon' })).rejects.toMatchObject({
      code: 'unknown-encoding',
      fault: 'usage',
    })
  })
})

describe('column selection', () => {
  test('gives only the columns asked for, in the order asked for', async () => {
    const { content } = await openDataFile(join(FIXTURES, 'pspp-zlib.sav'))
    if (content.kind !== 'columns') throw new TypeError(basename(FIXTURES))
    const [chunk] = [
      ...(content.chunks(['gebiedscode', 'nr']) as Iterable<{ rows: number; columns: unknown[] }>),
    ]
    expect(chunk.rows).toBe(5)
    expect(chunk.columns).toEqual([
      ['GM0014', '', 'GM1900', 'XXXXXX', 'GM0003'],
      new Float64Array([1, 2, 3, 4, 5]),
    ])
  })
})
