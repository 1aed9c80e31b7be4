import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StatLineTable } from '../../../src/core/statline.ts'
import { keyFromTitle } from '../../../src/ingest/statline/key.ts'
import { looksLikeStatLine, readStatLine } from '../../../src/ingest/statline/read.ts'
import {
  cellCount,
  formsOf,
  type InventedForm,
  type InventedTable,
  LONELINESS,
  NEIGHBOURHOODS,
  rowsOf,
  writeForm,
} from './invented-table.ts'

let folder: string
let made = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-statline-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Stem and categories → value, in any order of dimensions. */
function cells(table: StatLineTable): Map<string, number | null> {
  const result = new Map<string, number | null>()
  for (let i = 0; i < table.length; i++) {
    const categories = table.dimensions.map(
      ({ key, categories }, d) => `${key}=${categories[table.codes[d][i]].key}`,
    )
    const value = table.values[i]
    const cell = [table.measures[table.measure[i]].stem, ...categories.sort()].join(' ')
    expect(result.has(cell)).toBe(false)
    result.set(cell, Number.isNaN(value) ? null : value)
  }
  return result
}

function expected(table: InventedTable, categories: InventedForm['categories']): Map<string, number | null> {
  const isKeyed = (key: string) => categories === 'codes' || key === 'Perioden' || key === 'Marges'
  return new Map(
    rowsOf(table).flatMap(({ codes, values }) => {
      const spelled = table.dimensions.map(
        ({ key }, d) => `${key}=${isKeyed(key) ? codes[d].key : codes[d].title}`,
      )
      return values.map((value, t): [string, number | null] => [
        [keyFromTitle(table.topics[t].title), ...spelled.sort()].join(' '),
        value,
      ])
    }),
  )
}

const sorted = (map: Map<string, number | null>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))

/** Some numbers have three figures before the mark, some none but zero; some are missing. */
function tables(layout: Omit<InventedTable, 'values'>): fc.Arbitrary<InventedTable> {
  const value = fc.option(
    fc.integer({ min: 0, max: 9999 }).map(tenths => tenths / 10),
    { freq: 8 },
  )
  const count = cellCount(layout)
  return fc
    .array(value, { minLength: count, maxLength: count })
    .filter(values => values.some(value => value !== null && value % 1 !== 0))
    .filter(values =>
      Array.from({ length: layout.topics.length }, (_, t) => t).every(t =>
        values.slice(values.length / 2).some((v, i) => v !== null && i % layout.topics.length === t),
      ),
    )
    .map(values => ({ ...layout, values }))
}

const NAMES = formsOf(blank(LONELINESS)).map(({ name }) => name)

function blank(layout: Omit<InventedTable, 'values'>): InventedTable {
  return { ...layout, values: Array.from({ length: cellCount(layout) }, () => null) }
}

describe.each([
  ['85766NED', LONELINESS],
  ['50120NED', NEIGHBOURHOODS],
])('a table like %s', (_, layout) => {
  it.each(NAMES)('reads to the same values from %s', async name => {
    await fc.assert(
      fc.asyncProperty(tables(layout), async table => {
        const form = formsOf(table).find(form => form.name === name)!
        const path = writeForm(join(folder, `${++made}`), form)
        expect(looksLikeStatLine(path)).toBe(true)
        const read = await readStatLine(path)
        expect(sorted(cells(read))).toEqual(sorted(expected(table, form.categories)))
        expect(read.warnings).toEqual([])
      }),
      { numRuns: 4 },
    )
  })
})
