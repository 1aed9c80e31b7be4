import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marginalHomogeneity } from '../../src/panel/marginal-homogeneity.ts'
import { mcnemar } from '../../src/panel/mcnemar.ts'
import { expected } from './invented-pairs.ts'
import { expectClose } from './reference.ts'
import { hasWorkedExample, workedFigures } from './worked-example.ts'

describe('Stuart-Maxwell and Bhapkar', () => {
  test('equal mh_test of coin, and a Wald test from the records', () => {
    const { chi2, df, bhapkar } = marginalHomogeneity(expected.categories)
    expectClose(
      [chi2, bhapkar!.chi2, bhapkar!.p],
      [expected.stuartMaxwell, expected.bhapkar, expected.bhapkarP],
    )
    expect(df).toBe(2)
  })

  test.skipIf(!hasWorkedExample)('the worked example (skipped without ../shared)', () => {
    const worked = workedFigures().stuart_maxwell
    const { d, chi2, df, p, bhapkar } = marginalHomogeneity(worked.table)
    expectClose([chi2, df, p], [worked.chi2, worked.df, worked.p_value])
    expectClose([bhapkar!.chi2, bhapkar!.p], [worked.bhapkar_chi2, worked.bhapkar_p])
    expect(d).toEqual(worked.d)
  })

  test('with two categories is McNemar', () => {
    const { chi2, p } = mcnemar({ n00: 30, n01: 14, n10: 5, n11: 21 })
    const {
      chi2: ours,
      p: pOurs,
      df,
    } = marginalHomogeneity([
      [30, 14],
      [5, 21],
    ])
    expectClose([ours, pOurs], [chi2, p])
    expect(df).toBe(1)
  })

  test('joins a category that nobody left or entered with its milder neighbour', () => {
    const { groups, df, chi2 } = marginalHomogeneity([
      [30, 14, 0, 0],
      [5, 21, 0, 0],
      [0, 0, 4, 0],
      [0, 0, 0, 0],
    ])
    expect(groups).toEqual([[0], [1, 2, 3]])
    expect(df).toBe(1)
    expectClose(chi2, 81 / 19)
  })

  test('joins from the severe end', () => {
    const { groups } = marginalHomogeneity([
      [30, 0, 6],
      [0, 21, 0],
      [2, 0, 4],
    ])
    expect(groups).toEqual([[0], [1, 2]])
  })

  test('adds up the tests of categories between which nobody moved', () => {
    const { groups, df, chi2, p } = marginalHomogeneity(expected.apart)
    expect(groups).toEqual([[0], [1, 2], [3]])
    expect(df).toBe(2)
    expectClose([chi2, p], [expected.apartChi2, expected.apartP])
  })

  test('gives no test where nobody changed', () => {
    const { chi2, df, p, bhapkar, reason } = marginalHomogeneity([
      [8, 0, 0],
      [0, 5, 0],
      [0, 0, 0],
    ])
    expect([chi2, df, p, bhapkar, reason]).toEqual([null, null, null, null, 'nobody_changed'])
  })

  test('gives no Bhapkar where everybody moved the same way', () => {
    const { chi2, bhapkar, reason } = marginalHomogeneity([
      [0, 8],
      [0, 0],
    ])
    expectClose(chi2, 8)
    expect([bhapkar, reason]).toEqual([null, 'no_variance'])
  })

  test('does not depend on the order of the waves or of the categories', () => {
    const table = fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 }), {
      minLength: 4,
      maxLength: 4,
    })
    fc.assert(
      fc.property(table, counts => {
        const one = marginalHomogeneity(counts)
        const turned = counts.map((row, i) => row.map((_, j) => counts[j][i]))
        const backwards = counts.map(row => [...row].reverse()).reverse()
        for (const other of [turned, backwards].map(marginalHomogeneity)) {
          expectClose([other.chi2, other.df, other.p], [one.chi2, one.df, one.p], 1e-8)
        }
        if (one.chi2 !== null) {
          expect(one.chi2).toBeGreaterThanOrEqual(-1e-12)
          expect(one.chi2).toBeLessThanOrEqual(counts.flat().reduce((a, b) => a + b) * (1 + 1e-9))
        }
      }),
    )
  })
})
