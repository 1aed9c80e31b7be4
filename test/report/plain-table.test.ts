import { table } from 'arquero'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText } from '../../src/report/csv.ts'
import { plainTable } from '../../src/report/plain-table.ts'

test('writes what arquero writes, whatever stands in the cells', () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string(),
    fc.constantFrom('a,b', 'a;b', 'a"b', 'a\nb', '=HYPERLINK("x")', ' '),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell)), fc.constantFrom('machine', 'nl'), (rows, dialect) => {
      const columns = ['one', 'two "2"']
      const data = Object.fromEntries(columns.map((name, i) => [name, rows.map(row => row[i])]))
      expect(csvText(plainTable(columns, rows), columns, dialect)).toBe(
        csvText(table(data, columns), columns, dialect),
      )
    }),
  )
})
