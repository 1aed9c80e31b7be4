import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { PublishedFigure } from '../../src/core/study.ts'
import { publishedEstimate } from '../../src/estimate/published.ts'

interface Reference {
  intervals: { value: number; low: number; high: number; rule: string; se: number }[]
  counts: {
    value: number
    n: number
    deff: number
    unit: number
    variance: number
    low: number
    high: number
  }[]
  roundedAway: number
}

const reference: Reference = JSON.parse(
  readFileSync(new URL('../reference/published.json', import.meta.url), 'utf8'),
)

function figure(part: Partial<PublishedFigure>): PublishedFigure {
  return { measure: 'lonely', domain: { target: '75+' }, value: 0.5632917, cite: 'verzonnen', ...part }
}

function close(actual: number | null | undefined, expected: number, tolerance = 1e-9): void {
  expect(actual).toBeTypeOf('number')
  expect(Math.abs((actual ?? Number.NaN) / expected - 1)).toBeLessThan(tolerance)
}

describe('from an interval', () => {
  test.each(reference.intervals)(
    '$value [$low, $high] is read back by the rule that makes it: $rule',
    row => {
      const { low, high } = row
      const found = publishedEstimate(figure({ value: row.value, low, high, unit: 0 }), 'proportion')
      close(found.variance, row.se ** 2)
      expect(found.interval).toEqual({ kind: 'published', limits: [low, high] })
      expect(found.flags).toEqual(['published', 'approx_variance'])
    },
  )

  test('with n it has a design effect', () => {
    const { neff, deff } = publishedEstimate(
      figure({ low: 0.5432917, high: 0.5832917, n: 5000 }),
      'proportion',
    )
    close(neff, (0.5632917 * 0.4367083) / (0.02 / 1.959963984540054) ** 2)
    close(deff, 5000 / (neff ?? 0))
  })

  test('an interval at 0 or 100 % is not put on a scale that ends there', () => {
    const se = 0.031 / (2 * 1.959963984540054)
    close(
      publishedEstimate(figure({ value: 0.012, low: 0, high: 0.031, unit: 0 }), 'proportion').variance,
      se ** 2,
    )
  })

  test('one that rounding left without a width says nothing', () => {
    const found = publishedEstimate(figure({ value: 0.56, low: 0.56, high: 0.56 }), 'proportion')
    expect([found.variance, found.interval]).toEqual([null, null])
    expect(found.flags).toContain('no_variance')
  })
})

describe('from the number of respondents', () => {
  test.each(reference.counts)('$value of $n, design effect $deff, rounded to $unit', row => {
    const { value, n, deff } = row
    const found = publishedEstimate(figure({ value, n, deff }), 'proportion')
    close(found.variance, row.variance)
    close(found.interval?.limits[0], row.low)
    close(found.interval?.limits[1], row.high)
    expect([found.n, found.deff, found.interval?.kind]).toEqual([n, deff, 'logit'])
  })

  test('without a design effect it is taken as 1, and said', () => {
    const found = publishedEstimate(figure({ n: 640 }), 'proportion')
    close(found.variance, (0.5632917 * 0.4367083) / 640)
    expect(found.flags).toEqual(['published', 'approx_variance', 'design_effect_unknown'])
    expect(found.deff).toBeNull()
  })

  test('0 and 100 % have no variance', () => {
    for (const value of [0, 1]) {
      expect(publishedEstimate(figure({ value, n: 640, deff: 1 }), 'proportion').variance).toBeNull()
    }
  })
})

describe('rounding', () => {
  const rounding = (value: number, unit?: number) =>
    publishedEstimate(
      figure({ value, n: 1e15, deff: 1, ...(unit === undefined ? {} : { unit }) }),
      'proportion',
    )

  test('to whole percents adds what R finds was rounded away', () => {
    close(rounding(0.56).variance, reference.roundedAway, 1e-4)
    expect(rounding(0.56).flags).toContain('rounded')
  })

  test('is read from the digits unless it is said', () => {
    close(rounding(0.563).variance, 0.001 ** 2 / 12, 1e-6)
    close(rounding(0.56, 0.001).variance, 0.001 ** 2 / 12, 1e-6)
    expect(rounding(0.56, 0).variance).toBeLessThan(1e-15)
    expect(rounding(0.5632917).flags).not.toContain('rounded')
  })
})

test('a value alone is a value without variance', () => {
  const found = publishedEstimate(figure({ value: 0.56 }), 'proportion')
  expect(found).toEqual({
    value: 0.56,
    variance: null,
    interval: null,
    n: null,
    deff: null,
    neff: null,
    flags: ['published', 'rounded', 'no_variance'],
  })
})

test('a mean score has a variance from its interval only', () => {
  close(
    publishedEstimate(figure({ value: 3.24, low: 3.14, high: 3.34, unit: 0 }), 'mean').variance,
    (0.1 / 1.959963984540054) ** 2,
  )
  expect(publishedEstimate(figure({ value: 3.24, n: 900, deff: 1 }), 'mean').variance).toBeNull()
  close(
    publishedEstimate(figure({ value: 3.2, low: 3.1999999, high: 3.2000001 }), 'mean').variance,
    0.1 ** 2 / 12,
    1e-6,
  )
})

test('a model estimate says so', () => {
  expect(publishedEstimate(figure({ model: true }), 'proportion').flags).toEqual([
    'published',
    'model_estimate',
    'no_variance',
  ])
})
