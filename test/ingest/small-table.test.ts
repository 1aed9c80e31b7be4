import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EjzError } from '../../src/core/error.ts'
import { readSmallTable } from '../../src/ingest/small-table.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-small-table-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const SHAPE = { numbers: ['ageFrom', 'persons'], texts: ['sex'], optional: ['sex'] }

function write(text: string): string {
  const path = join(folder, 'std.csv')
  writeFileSync(path, text)
  return path
}

function persons(text: string): number[] {
  return readSmallTable(write(text), SHAPE).map(row => row.numbers.persons)
}

function refusal(text: string): EjzError {
  try {
    persons(text)
  } catch (error) {
    if (error instanceof EjzError) return error
    throw error
  }
  throw new Error('the table was accepted')
}

describe('a small table', () => {
  it('reads the English form', () => {
    expect(persons('ageFrom,persons\n75,1000.5\n80,12\n')).toEqual([1000.5, 12])
  })

  it('reads the form of a Dutch Excel: mark of order, semicolon, decimal comma, CRLF', () => {
    expect(persons('\ufeffageFrom;persons\r\n75;1000,5\r\n80;12\r\n')).toEqual([1000.5, 12])
  })

  it('reads thousands marks where the file proves the decimal mark', () => {
    expect(persons('ageFrom;persons\n75;1.234,5\n80;2.500\n')).toEqual([1234.5, 2500])
    expect(persons('ageFrom;persons\n75;1,234.5\n80;2,500\n')).toEqual([1234.5, 2500])
    expect(persons('ageFrom;persons\n75;1.234.567\n80;2.500\n')).toEqual([1234567, 2500])
  })

  it('reads tabs, quoted fields, any case of the header and columns in any order', () => {
    expect(persons('"Persons"\t"AGEFROM"\n"5"\t75\n')).toEqual([5])
  })

  it('refuses 1.234 when nothing tells whether it is a thousand', () => {
    const error = refusal('ageFrom;persons\n75;1.234\n80;12\n')
    expect(error.problems).toEqual([
      {
        code: 'ambiguous-number',
        message:
          'persons 1.234 may be a thousand-fold or a decimal number, and nothing in the file tells which',
        hint: 'write numbers without thousands marks',
        where: 'std.csv:2',
      },
    ])
  })

  it('names every cell that is no number, with its line', () => {
    const error = refusal('ageFrom;persons\n75;veel\n80;\n85;1\n')
    expect(error.problems.map(problem => problem.where)).toEqual(['std.csv:2', 'std.csv:3'])
    expect(error.problems[1].message).toBe('persons "" is not a number')
  })

  it('refuses marks of both kinds as decimal mark in one file', () => {
    expect(refusal('ageFrom;persons\n75;0,5\n80;0.5\n').code).toBe('number-unreadable')
  })

  it('names the columns that are absent or doubled and those there are', () => {
    expect(refusal('age,n\n75,1\n').message).toContain('has no column ageFrom, persons; it has age, n')
    expect(refusal('ageFrom,persons,Persons\n75,1,2\n').message).toContain('has two columns persons')
  })

  it('refuses a ragged row, an empty table and a file that is not there', () => {
    expect(refusal('ageFrom,persons\n75,1,2\n').code).toBe('table-unreadable')
    expect(refusal('ageFrom,persons\n').code).toBe('table-empty')
    expect(() => readSmallTable(join(folder, 'none.csv'), SHAPE)).toThrow(/cannot open/)
  })

  it('reads back every number that a Dutch or English program writes', () => {
    const amount = fc.integer({ min: 0, max: 1e9 }).map(cents => cents / 100)
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('nl-NL', 'en-GB'),
        (values, locale) => {
          const written = values.map(value => value.toLocaleString(locale, { minimumFractionDigits: 2 }))
          expect(persons(`ageFrom;persons\n${written.map(text => `1;${text}`).join('\n')}\n`)).toEqual(values)
        },
      ),
      { seed: 20, numRuns: 200 },
    )
  })
})
