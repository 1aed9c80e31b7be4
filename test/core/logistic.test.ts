import { describe, expect, test } from 'vitest'
import { logisticFit } from '../../src/core/logistic.ts'

const design = [1, 2, 3, 4, 5, 6, 7, 8].map(x => [1, x])

describe('logistic regression', () => {
  test('of one yes-or-no column is the log odds ratio of the table', () => {
    const rows = [...Array(30).fill([1, 0]), ...Array(40).fill([1, 1])]
    const y = rows.map((_, i) => (i < 10 || i >= 60 ? 1 : 0))
    const fit = logisticFit(rows, y)
    if (fit.kind === 'none') throw new Error(fit.reason)
    expect(fit.beta[0]).toBeCloseTo(Math.log(10 / 20), 12)
    expect(fit.beta[1]).toBeCloseTo(Math.log(((10 / 30) * 20) / 10), 12)
    expect(fit.inverseInformation[1][1]).toBeCloseTo(1 / 10 + 1 / 20 + 1 / 30 + 1 / 10, 12)
  })

  test('counts a record with weight 2 as two records', () => {
    const y = [0, 1, 0, 1, 0, 1, 1, 1]
    const doubled = logisticFit([...design, design[1]], [...y, y[1]])
    const weighted = logisticFit(design, y, [1, 2, 1, 1, 1, 1, 1, 1])
    if (doubled.kind === 'none' || weighted.kind === 'none') throw new Error('no fit')
    expect(weighted.beta[1]).toBeCloseTo(doubled.beta[1], 11)
  })

  test('has no answer where a column parts the outcomes, wholly or in part', () => {
    const none = { kind: 'none', reason: 'separation' }
    expect(logisticFit(design, [0, 0, 0, 0, 1, 1, 1, 1])).toEqual(none)
    const halves = [0, 0, 0, 0, 1, 1, 1, 1].map(half => [1, half])
    expect(logisticFit(halves, [0, 0, 1, 1, 1, 1, 1, 1])).toEqual(none)
  })

  test('has no answer with one outcome, or with columns that say the same thing', () => {
    expect(logisticFit(design, Array(8).fill(1))).toEqual({ kind: 'none', reason: 'one_outcome' })
    expect(logisticFit(design, [1, 1, 1, 1, 0, 0, 0, 0], [1, 1, 1, 1, 0, 0, 0, 0])).toEqual({
      kind: 'none',
      reason: 'one_outcome',
    })
    const twice = design.map(([one, x]) => [one, x, x / 3])
    expect(logisticFit(twice, [0, 1, 0, 1, 0, 1, 1, 1])).toEqual({ kind: 'none', reason: 'singular_design' })
  })
})
