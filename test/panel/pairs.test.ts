import { describe, expect, test } from 'vitest'
import { checkedPairs, countPairs } from '../../src/panel/pairs.ts'

const good = { from: [1, 2], to: [3, 4], years: [3, 3], weight: null }

describe('pairs', () => {
  test('pass as they are', () => {
    expect(checkedPairs(good)).toBe(good)
    expect(() => checkedPairs({ ...good, weight: Float64Array.of(1, 0.2) })).not.toThrow()
  })

  test.each([
    ['a column that is too short', { ...good, to: [3] }, 'differ in length'],
    ['weights that are too few', { ...good, weight: [1] }, 'differ in length'],
    ['a score that is no number', { ...good, to: [3, Number.NaN] }, 'a score is no number (pair 2)'],
    ['waves in the wrong order', { ...good, years: [-3, 3] }, 'not the later one (pair 1)'],
    ['two interviews at once', { ...good, years: [3, 0] }, 'not the later one (pair 2)'],
    ['a weight of nothing', { ...good, weight: [1, 0] }, 'a weight is not positive (pair 2)'],
  ])('refuses %s', (_, pairs, message) => {
    expect(() => checkedPairs(pairs)).toThrow(message)
  })

  test('count a person as lonely from the cut-off on', () => {
    expect(countPairs({ from: [2, 2, 3, 3, 11], to: [2, 3, 2, 3, 0] }, 3)).toEqual({
      n00: 1,
      n01: 1,
      n10: 2,
      n11: 1,
    })
  })
})
