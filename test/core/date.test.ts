import { expect, test } from 'vitest'
import { decimalYear, fieldworkTime } from '../../src/core/date.ts'

test('8 March 2018 is the 67th day of 365', () => {
  expect(decimalYear('2018-03-08')).toBe(2018 + 66 / 365)
})

test('a leap year has 366 days', () => {
  expect(decimalYear('2020-12-31')).toBe(2020 + 365 / 366)
})

test('a wave stands half-way its fieldwork', () => {
  expect(fieldworkTime(['2012-09-01', '2012-12-15'])).toBeCloseTo(2012 + (244 + 349) / 2 / 366, 12)
})
