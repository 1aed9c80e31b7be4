import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DataFile } from '../../src/core/data-file.ts'
import { openDataFile } from '../../src/ingest/open.ts'
import { asHaven, withInfinities } from './as-haven.ts'
import { collect } from './collect.ts'

/** Made, with what haven and PSPP see in each, by test/reference/sav-matrix.R. */
const FIXTURES = join(import.meta.dirname, '../fixtures/sav-matrix')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Expected {
  readonly encoding: string
  readonly label: string
  readonly documents: readonly string[]
  readonly variables: readonly Record<string, unknown>[]
  readonly columns: Readonly<Record<string, readonly (number | string | null)[]>>
  /** PSPP's part; absent where only haven was asked */
  readonly weight?: string | null
  readonly display?: readonly Record<string, unknown>[]
  readonly sets?: readonly Record<string, unknown>[]
}

function expectedOf(name: string): Expected {
  const path = join(FIXTURES, name.replace(/\.sav(\.gz)?$/, '.json$1'))
  const bytes = readFileSync(path)
  return withInfinities((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString())
}

function pathOf(name: string): string {
  if (!name.endsWith('.gz')) return join(FIXTURES, name)
  const path = join(folder, name.slice(0, -3))
  writeFileSync(path, gunzipSync(readFileSync(join(FIXTURES, name))))
  return path
}

const files = readdirSync(FIXTURES).filter(name => /\.sav(\.gz)?$/.test(name))
/** In these a text that is not what the file says (or does not say) is read as windows-1252, and counted. */
const GUESSED = ['silent-windows-1252.sav', 'lies-utf-8.sav']
/** Says windows-1252 and holds UTF-8, which nothing in the file tells: the user has to. */
const TO_BE_TOLD: Record<string, string> = { 'lies-windows-1252.sav': 'utf-8' }

describe('every .sav of the matrix is read as haven and PSPP read it', () => {
  test('the matrix is there', () => expect(files.length).toBeGreaterThan(80))

  test.each(files)('%s', async name => {
    const expected = expectedOf(name)
    const file = await openDataFile(pathOf(name), { encoding: TO_BE_TOLD[name] ?? null })
    const columns = await collect(file)
    expect(file.variables.map(asHaven)).toEqual(expected.variables)
    expect(columns).toEqual(expected.columns)
    expect(file.encoding).toBe(TO_BE_TOLD[name] ?? expected.encoding)
    expect([file.spss?.label, file.spss?.documents]).toEqual([expected.label, expected.documents])
    if (expected.display !== undefined) {
      expect(file.variables.map(display)).toEqual(expected.display)
      expect(file.spss?.weight).toBe(expected.weight)
      expect(sets(file)).toEqual(expected.sets)
    }
    expect(file.warnings.map(({ code }) => code)).toEqual(GUESSED.includes(name) ? ['encoding_guessed'] : [])
  })

  test('a file that says windows-1252 and holds UTF-8 is believed unless the user says otherwise', async () => {
    const { columns } = expectedOf('lies-windows-1252.sav')
    const believed = await collect(await openDataFile(pathOf('lies-windows-1252.sav')))
    expect(believed.stad[0]).not.toBe(columns.stad[0])
  })
})

function display({ measure, role, columns, alignment }: DataFile['variables'][number]) {
  return { measure, role, displayWidth: columns, alignment }
}

/** By name, as PSPP lists them; it shows nothing for what counts in a set of categories. */
function sets({ spss }: DataFile) {
  return [...(spss?.responseSets ?? [])]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, label, counted, variables }) => ({ name, label, counted: counted ?? '', variables }))
}
