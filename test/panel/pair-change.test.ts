import { describe, expect, test } from 'vitest'
import { pairChange } from '../../src/panel/pair-change.ts'
import { expected, invented } from './invented-pairs.ts'
import { expectClose } from './reference.ts'

const CHOICES = { cut: 3, categories: [3, 9] }

function first(n: number) {
  const cut = (column: ArrayLike<number>) => Array.from(column).slice(0, n)
  return { from: cut(invented.from), to: cut(invented.to), years: cut(invented.years), weight: null }
}

describe('the change of pairs', () => {
  test('says all there is to say of one table', () => {
    const change = pairChange(invented, { ...CHOICES, design: { stratum: expected.pairs.stratum } })
    if ('reason' in change) throw new Error('there are pairs enough')
    expect([change.n, change.transition.n, change.meanChange.n]).toEqual([180, 180, 180])
    expectClose(change.categories.marginalHomogeneity.chi2, expected.stuartMaxwell)
    expectClose(change.incidence.onset.rate, expected.onset.rate)
    expectClose(change.weighted!.prevalence.se, expected.design.stratified.prevalence.se)
    expectClose(change.weighted!.mean.se, expected.design.stratified.mean.se)
    expect(change.rci.map(({ reliability }) => reliability)).toEqual([0.8, 0.84, 0.9])
  })

  test('has a change by design where there are strata without weights', () => {
    const stratum = Array.from({ length: 60 }, (_, i) => i % 2)
    expect(pairChange(first(60), { ...CHOICES, design: { stratum } })).toMatchObject({
      weighted: { mean: { n: 60, df: 58 } },
    })
  })

  test('has no weighted change where everybody counts alike', () => {
    expect(pairChange(first(60), CHOICES)).toMatchObject({ n: 60, weighted: null })
  })

  test('with fewer than 30 pairs only says so', () => {
    expect(pairChange(first(29), CHOICES)).toEqual({ n: 29, reason: 'fewer_than_30_pairs' })
    expect(pairChange(first(30), CHOICES)).not.toHaveProperty('reason')
  })

  test('refuses columns that cannot be pairs', () => {
    expect(() => pairChange({ ...first(60), years: [3] }, CHOICES)).toThrow('differ in length')
  })
})
