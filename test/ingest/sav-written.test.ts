import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDataFile } from '../../src/ingest/open.ts'
import { writeSav } from '../../src/ingest/sav-write.ts'
import { asHaven, withInfinities } from './as-haven.ts'
import { collect } from './collect.ts'
import { WRITTEN_EXAMPLE } from './written-example.ts'

/**
 * example.sav is what ejz wrote; example.json is what haven and PSPP read of it (test/reference/sav-written.R).
 * To make it anew after a change of the writer: delete it, run this test, then the R script, and read the difference.
 */
const FOLDER = join(import.meta.dirname, '../fixtures/sav-written')
const EXAMPLE = join(FOLDER, 'example.sav')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Seen {
  readonly label: string
  readonly documents: readonly string[]
  readonly variables: readonly object[]
  readonly columns: Readonly<Record<string, readonly unknown[]>>
  readonly weight: string
  readonly display: readonly object[]
  readonly sets: readonly object[]
}

describe('a .sav that ejz wrote', () => {
  test('has the bytes that haven and PSPP were asked about', () => {
    const path = join(folder, 'example.sav')
    writeSav(path, WRITTEN_EXAMPLE)
    if (!existsSync(EXAMPLE)) {
      mkdirSync(FOLDER, { recursive: true })
      writeFileSync(EXAMPLE, readFileSync(path))
      throw new Error('example.sav was made anew: run test/reference/sav-written.R')
    }
    expect(readFileSync(path).equals(readFileSync(EXAMPLE))).toBe(true)
  })

  test('is to haven and PSPP what was written', () => {
    const seen = withInfinities<Seen>(readFileSync(join(FOLDER, 'example.json'), 'utf8'))
    const { columns, facts, fileLabel, notes } = WRITTEN_EXAMPLE
    expect([seen.label, seen.documents]).toEqual([fileLabel, notes])
    expect(seen.variables).toEqual(
      columns.map(({ name, type, label = '', format, valueLabels = [], missing = [], ...rest }) => ({
        name,
        label,
        type: /^DATE/.test(format ?? '') ? 'date' : type,
        format: format ?? ('width' in rest ? `A${rest.width}` : 'F8.2'),
        valueLabels,
        missing,
      })),
    )
    expect(seen.columns).toEqual(
      Object.fromEntries(
        columns.map(({ name, type, values }) => {
          const plain: ArrayLike<number | string | null> = values
          return [name, Array.from(plain, value => value ?? (type === 'text' ? '' : null))]
        }),
      ),
    )
    expect(seen.weight).toBe(facts?.weight)
    expect(seen.display).toEqual(
      columns.map(({ type, measure, role, columns: shown, alignment, ...rest }) => ({
        measure: measure ?? (type === 'text' ? 'nominal' : 'scale'),
        role: role ?? 'input',
        displayWidth:
          shown ?? Math.min(40, Math.max(8, 'width' in rest ? Math.min(255, rest.width ?? 0) : 0)),
        alignment: alignment ?? (type === 'text' ? 'left' : 'right'),
      })),
    )
    const byName = [...(facts?.responseSets ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1))
    expect(seen.sets).toEqual(
      byName.map(({ name, label, counted, variables }) => ({
        name,
        label,
        counted: counted ?? '',
        variables,
      })),
    )
  })

  test('is to ejz what haven reads', async () => {
    const seen = withInfinities<Seen>(readFileSync(join(FOLDER, 'example.json'), 'utf8'))
    const file = await openDataFile(EXAMPLE)
    expect(file.variables.map(asHaven)).toEqual(seen.variables)
    expect(await collect(file)).toEqual(seen.columns)
    expect(file.spss).toEqual({
      ...WRITTEN_EXAMPLE.facts,
      label: WRITTEN_EXAMPLE.fileLabel,
      documents: WRITTEN_EXAMPLE.notes,
    })
  })
})
