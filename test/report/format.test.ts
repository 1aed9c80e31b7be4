import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalYear } from '../../src/core/date.ts'
import {
  count,
  date,
  decimal,
  month,
  percent,
  percentDigits,
  percentInterval,
  persons,
  personsInterval,
  points,
  pointsInterval,
  pointsSize,
  pValue,
  roundHalfAway,
  signedPersons,
  signedPoints,
  year,
} from '../../src/report/format.ts'

describe('numbers', () => {
  test('have a decimal comma and a thousand point in Dutch, the reverse in English', () => {
    expect(decimal(12345.678, 'nl', 1)).toBe('12.345,7')
    expect(decimal(12345.678, 'en', 1)).toBe('12,345.7')
    expect(decimal(1234567, 'nl', 0)).toBe('1.234.567')
    expect(decimal(999, 'nl', 0)).toBe('999')
  })

  test('carry a true minus and no negative zero', () => {
    expect(decimal(-1.25, 'nl', 1)).toBe('\u22121,3')
    expect(decimal(-0.04, 'nl', 1)).toBe('0,0')
  })

  test('round half away from zero as written in decimals, whatever binary made of it', () => {
    expect(roundHalfAway(2.5, 0)).toBe(3)
    expect(roundHalfAway(-2.5, 0)).toBe(-3)
    expect(roundHalfAway(1.005, 2)).toBe(1.01)
    expect(percent(0.565, 'nl', 0)).toBe('57%')
    expect(percent(0.545, 'nl', 0)).toBe('55%')
  })

  test('stay within half a unit of what they round', () => {
    const numbers = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 3 }), (x, digits) => {
        expect(Math.abs(roundHalfAway(x, digits) - x)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-6)
      }),
    )
  })
})

describe('percentages', () => {
  test('are whole where the half-width is a percentage point or more', () => {
    expect(percentDigits({ low: 0.54, high: 0.57, neff: 5000, n: 9000 })).toBe(0)
    expect(percentDigits({ low: 0.555, high: 0.57, neff: 5000, n: 9000 })).toBe(1)
  })

  test('are whole where the effective sample is under 1,000, and where there is no interval', () => {
    expect(percentDigits({ low: 0.001, high: 0.009, neff: 999, n: 2000 })).toBe(0)
    expect(percentDigits({ low: null, high: null, neff: 5000, n: 9000 })).toBe(0)
    expect(percentDigits({ low: 0, high: 0.002, neff: null, n: 2000 })).toBe(1)
  })

  test('give an interval in words and not with a hyphen', () => {
    expect(percentInterval(0.541, 0.5734, 'nl', 1)).toBe('54,1 tot 57,3%')
    expect(percentInterval(0.541, 0.5734, 'en', 0)).toBe('54 to 57%')
  })
})

describe('differences', () => {
  test('are in percentage points with one decimal and a sign', () => {
    expect(points(-0.05, 'nl')).toBe('\u22125,0 procentpunt')
    expect(points(0.0123, 'en')).toBe('+1.2 percentage points')
    expect(pointsSize(-0.05, 'nl')).toBe('5,0 procentpunt')
    expect(pointsInterval(-0.0668, -0.0332, 'nl')).toBe('\u22126,7 tot \u22123,3')
  })

  test('have no sign when they round to zero', () => {
    expect(signedPoints(0.0004, 'nl')).toBe('0,0')
    expect(signedPoints(-0.0004, 'nl')).toBe('0,0')
  })
})

describe('people', () => {
  test('are rounded to hundreds, and to thousands from 100,000 on', () => {
    expect(persons(829_584, 'nl')).toBe('830.000')
    expect(persons(38_684, 'nl')).toBe('38.700')
    expect(persons(-3663, 'en')).toBe('\u22123,700')
    expect(signedPersons(38_684, 'nl')).toBe('+38.700')
    expect(personsInterval(812_345, 846_000, 'en')).toBe('812,000 to 846,000')
  })

  test('are never rounded to nobody', () => {
    expect(persons(12, 'nl')).toBe('minder dan 100')
    expect(persons(0, 'en')).toBe('0')
  })

  test('in a sample are counted exactly', () => {
    expect(count(450_123, 'nl')).toBe('450.123')
  })
})

describe('p-values', () => {
  test('have three decimals, or are smaller than the smallest of them', () => {
    expect(pValue(0.35562, 'nl')).toBe('0,356')
    expect(pValue(0.0004, 'en')).toBe('<\u00a00.001')
  })
})

describe('dates', () => {
  test('are written out', () => {
    expect(date('2020-09-01', 'nl')).toBe('1 september 2020')
    expect(date('2018-03-08', 'en')).toBe('8 March 2018')
  })

  test('come back from a decimal year as the month they lie in', () => {
    for (const iso of ['2018-03-01', '2018-03-31', '2020-01-01', '2020-02-29', '2020-12-31', '2019-12-31']) {
      expect(date(iso, 'nl')).toContain(month(decimalYear(iso), 'nl').split(' ')[0])
    }
    expect(month(decimalYear('2018-03-08'), 'nl')).toBe('maart 2018')
    expect(year(2020.79)).toBe('2020')
  })
})
