import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EjzError } from '../../../src/core/error.ts'
import { scanRecords } from '../../../src/ingest/statline/scan-records.ts'

const DIALECT = { delimiter: ';', quote: '"' }

function scan(text: string, most?: number): { fields: string[]; line: number }[] {
  const records: { fields: string[]; line: number }[] = []
  scanRecords(text, DIALECT, 'a.csv', (fields, line) => records.push({ fields, line }), most)
  return records
}

const field = fc.string({ unit: fc.constantFrom('a', ';', '"', '\n', '\r\n', ' ', '€', '1'), maxLength: 6 })
const records = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
const written = (field: string) => (/[;"\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)

describe('records of a CSV', () => {
  it('are those of csv-parse, whatever stands in the fields', () => {
    fc.assert(
      fc.property(records, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, end, ends) => {
        const text = rows.map(row => row.map(written).join(';')).join(end) + (ends ? end : '')
        const reference: string[][] = parse(text, {
          ...DIALECT,
          record_delimiter: [end],
          relax_column_count: true,
        })
        expect(scan(text).map(({ fields }) => fields)).toEqual(reference)
      }),
    )
  })

  it('tell on which line they begin, and leave blank lines out', () => {
    expect(scan('a;b\r\n\n"1\n2";c\r\nd;e')).toEqual([
      { fields: ['a', 'b'], line: 1 },
      { fields: ['1\n2', 'c'], line: 3 },
      { fields: ['d', 'e'], line: 5 },
    ])
  })

  it('stop where that is asked', () => {
    expect(scan('a;b\nc;d\n"open', 2)).toHaveLength(2)
  })

  it('are refused where a quote is not closed, or text follows one that is', () => {
    expect(() => scan('a;b\n1;"2\n3;4\n')).toThrow(EjzError)
    expect(() => scan('a;b\n1;"2"x\n')).toThrow('text follows a closing quote')
  })
})
