import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  double,
  integer,
  oneof,
  option,
  record,
  string,
  tuple,
} from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDataFile } from '../../src/ingest/open.ts'
import type { SavColumn, SavFile } from '../../src/ingest/sav-file.ts'
import { writeSav } from '../../src/ingest/sav-write.ts'
import { asHaven } from './as-haven.ts'
import { collect } from './collect.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const COMPRESSIONS = ['none', 'byte', 'zsav'] as const
const created = '2026-01-05'

async function written(file: SavFile, name = 'written.sav') {
  const path = join(folder, name)
  writeSav(path, file)
  const read = await openDataFile(path)
  return { path, read, columns: await collect(read) }
}

describe('what is written is read back unchanged', () => {
  test.each(COMPRESSIONS)('codebook, notes and values (%s)', async compression => {
    const columns: SavColumn[] = [
      { name: 'respondentnummer', type: 'number', format: 'F8', values: [1, 2, 3, null] },
      { name: 'gewicht', label: 'Weegfactor €', type: 'number', values: [1.5, 0.123456789, 1e6, -0] },
      {
        name: 'item1',
        label: 'Ik mis gezelligheid om mij heen',
        type: 'number',
        format: 'F1',
        valueLabels: [
          { value: 1, label: 'ja' },
          { value: 9, label: 'geen antwoord' },
        ],
        missing: [{ kind: 'value', value: 9 }],
        values: [1, 2, 9, null],
      },
      {
        name: 'leeftijd',
        type: 'number',
        missing: [
          { kind: 'range', from: 900, to: Infinity },
          { kind: 'value', value: -1 },
        ],
        values: [75, -1, 999, 151],
      },
      {
        name: 'gemeente',
        type: 'text',
        width: 6,
        valueLabels: [{ value: 'GM0014', label: 'Groningen' }],
        missing: [{ kind: 'value', value: 'XX' }],
        values: ['GM0014', 'XX', null, 'ab c'],
      },
      {
        name: 'antwoord_als_tekst',
        type: 'text',
        width: 20,
        valueLabels: [{ value: 'een lange code hier', label: 'Lang' }],
        missing: [{ kind: 'value', value: 'weet' }],
        values: ['een lange code hier', 'Súdwest-Fryslân', '', 'weet'],
      },
      { name: 'datum', type: 'number', format: 'DATE11', values: [13800000000, null, 12219379200, 0] },
    ]
    const notes = ['SYNTHETIC data', 'tweede regel é']
    const { read: file, columns: read } = await written({
      columns,
      compression,
      created,
      fileLabel: 'Proef – 1',
      notes,
    })
    expect(file.notes).toEqual(['Proef – 1', ...notes])
    expect(file.warnings).toEqual([])
    expect(file.rows).toBe(4)
    for (const [i, column] of columns.entries()) {
      expect(asHaven(file.variables[i])).toEqual({
        name: column.name,
        label: column.label ?? '',
        type: column.format === 'DATE11' ? 'date' : column.type,
        format: column.format ?? (column.type === 'number' ? 'F8.2' : `A${column.width}`),
        valueLabels: column.valueLabels ?? [],
        missing: column.missing ?? [],
      })
      const blank = column.type === 'text' ? '' : null
      const values: ArrayLike<number | string | null> = column.values
      const expected = Array.from(values, value => value ?? blank)
      expect(read[column.name]).toEqual(expected)
    }
  })

  test('texts of every width around the limits of a segment', async () => {
    const widths = [1, 7, 8, 9, 254, 255, 256, 504, 505, 510, 511, 765, 1000, 32767]
    const columns = widths.map((width): SavColumn => {
      const text = Array.from({ length: width }, (_, i) => String.fromCharCode(97 + (i % 26))).join('')
      return { name: `breed${width}`, type: 'text', width, values: [text, '', text.slice(1)] }
    })
    for (const compression of COMPRESSIONS) {
      const { columns: values } = await written({ columns, compression, created })
      for (const { name, values: expected } of columns) expect(values[name]).toEqual(expected)
    }
  })

  test('any numbers and texts, in every compression', async () => {
    const number = option(oneof(double({ noNaN: true }), integer({ min: -120, max: 260 })))
    const text = string({ unit: 'grapheme', maxLength: 90 }).map(value => value.replace(/[\0 ]+$/, ''))
    const rows = array(tuple(number, text, number), { maxLength: 60 })
    await assert(
      asyncProperty(
        record({ rows, compression: constantFrom(...COMPRESSIONS) }),
        async ({ rows, compression }) => {
          const columns: SavColumn[] = [
            { name: 'a', type: 'number', values: rows.map(([value]) => value) },
            { name: 'b', type: 'text', values: rows.map(([, value]) => value) },
            { name: 'c', type: 'number', values: rows.map(([, , value]) => value) },
          ]
          const { columns: read } = await written({ columns, compression, created })
          // the format itself writes system-missing, LO and HI so
          const blank = (value: number | null) =>
            value === Number.MAX_VALUE || (value ?? 0) <= 2 ** 970 - Number.MAX_VALUE ? null : value
          expect(read.a).toEqual(rows.map(([value]) => blank(value)))
          expect(read.b).toEqual(rows.map(([, value]) => value))
          expect(read.c).toEqual(rows.map(([, , value]) => blank(value)))
        },
      ),
      { numRuns: 120, seed: 75 },
    )
  })

  test('more cases than one chunk or one compressed block holds', async () => {
    for (const [compression, n] of [
      ['byte', 140_000],
      ['zsav', 530_000],
    ] as const) {
      const values = Float64Array.from({ length: n }, (_, i) => i * 1.1)
      const { read, columns } = await written({
        columns: [{ name: 'x', type: 'number', values }],
        compression,
        created,
      })
      expect(read.rows).toBe(n)
      expect(columns.x.every((value, i) => value === values[i])).toBe(true)
    }
  })
})

describe('the writer', () => {
  test('writes the same bytes for the same input', async () => {
    const columns: SavColumn[] = [{ name: 'x', type: 'number', values: [1, 2, 3.5] }]
    const one = await written({ columns, created }, 'one.sav')
    const two = await written({ columns, created }, 'two.sav')
    expect(readFileSync(one.path).equals(readFileSync(two.path))).toBe(true)
  })

  test('gives long and similar names short ones of their own', async () => {
    const names = ['respondentnummer_a', 'respondentnummer_b', 'RESPONDE', 'v1', 'é', 'V2']
    const columns = names.map((name): SavColumn => ({ name, type: 'number', values: [1] }))
    const { read } = await written({ columns, created })
    expect(read.variables.map(({ name }) => name)).toEqual(names)
  })

  test.each<[string, Partial<SavFile>]>([
    ['there are no columns', { columns: [] }],
    ['a space in a name', { columns: [{ name: 'a b', type: 'number', values: [] }] }],
    [
      'names that differ in case only',
      {
        columns: [
          { name: 'a', type: 'number', values: [] },
          { name: 'A', type: 'number', values: [] },
        ],
      },
    ],
    [
      'columns of unequal length',
      {
        columns: [
          { name: 'a', type: 'number', values: [1] },
          { name: 'b', type: 'number', values: [] },
        ],
      },
    ],
    ['a text wider than its column', { columns: [{ name: 'a', type: 'text', width: 2, values: ['abc'] }] }],
    [
      'a format of the other type',
      { columns: [{ name: 'a', type: 'text', format: 'F8.2', values: ['abc'] }] },
    ],
    [
      'four missing values',
      {
        columns: [
          {
            name: 'a',
            type: 'number',
            missing: [1, 2, 3, 4].map(value => ({ kind: 'value', value })),
            values: [],
          },
        ],
      },
    ],
    ['a date that is none', { columns: [{ name: 'a', type: 'number', values: [] }], created: 'today' }],
  ])('refuses %s and leaves no file behind', (_, file) => {
    const path = join(folder, 'refused.sav')
    expect(() => writeSav(path, { columns: [], created, ...file })).toThrow(
      expect.objectContaining({ code: 'sav-unwritable', fault: 'usage' }),
    )
    expect(existsSync(path)).toBe(false)
  })
})
