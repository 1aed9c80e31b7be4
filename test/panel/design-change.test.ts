import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { designChange, designPrevalenceChange, type PanelDesign } from '../../src/panel/design-change.ts'
import { meanChange } from '../../src/panel/mean-change.ts'
import { transitions } from '../../src/panel/transitions.ts'
import { anyPairs, expected, invented } from './invented-pairs.ts'
import { expectClose, hasReference, readRows } from './reference.ts'
import { hasWorkedExample, workedFigures } from './worked-example.ts'

const { stratum } = expected.pairs
const persons = new Map(Object.entries(expected.persons).map(([h, count]) => [Number(h), count]))

const ATTRITION = 'method/03_attrition_records.csv'

describe('weighted change within persons', () => {
  test.skipIf(!hasWorkedExample || !hasReference(ATTRITION))(
    'weights against attrition of the worked example (skipped without ../shared)',
    () => {
      const { attrition } = workedFigures()
      const people = readRows(ATTRITION)
      const logit = (row: Record<string, string>) => {
        const terms = [
          1,
          Number(row.score),
          (Number(row.age) - 80) / 10,
          Number(row.fem),
          Number(row.partner),
          Number(row.adl),
        ]
        return terms.reduce((total, term, i) => total + term * attrition.model_beta[i], 0)
      }
      const stayed = people.filter(({ R }) => R === '1')
      const [least, most] = attrition.trunc
      const ours = designChange({
        from: stayed.map(({ lonely }) => Number(lonely)),
        to: stayed.map(({ y3 }) => Number(y3)),
        weight: stayed.map(row => {
          const weight = (stayed.length / people.length) * (1 + Math.exp(-logit(row)))
          return Math.min(most, Math.max(least, weight))
        }),
      })
      expectClose(
        [ours.n, ours.to, ours.diff, ours.se],
        [attrition.n_retained, attrition.prev_ipaw, attrition.change_ipaw, attrition.se_change_ipaw],
      )
    },
  )

  test.each([
    ['weighted', {}],
    ['stratified', { stratum }],
    ['whole', { stratum, persons }],
  ] as [keyof typeof expected.design & ('weighted' | 'stratified' | 'whole'), PanelDesign][])(
    'equals svymean of the differences, %s',
    (name, design) => {
      const { prevalence, mean } = expected.design[name]
      const ours = {
        prevalence: designPrevalenceChange(invented, 3, design),
        mean: designChange(invented, design),
      }
      expectClose(
        [ours.prevalence.diff, ours.prevalence.se, ours.prevalence.df],
        [prevalence.value, prevalence.se, prevalence.df],
      )
      expectClose([ours.mean.diff, ours.mean.se, ours.mean.df], [mean.value, mean.se, mean.df])
    },
  )

  test.each(['adjust', 'certainty', 'average', 'remove'] as const)(
    'a stratum of one person under %s, as in survey',
    rule => {
      const { se } = designChange(invented, { stratum, lonelyPsu: rule })
      expectClose(se, expected.design.lonelyMeanSe[rule])
    },
  )

  test('a stratum of one person under fail is refused', () => {
    expect(() => designChange(invented, { stratum, lonelyPsu: 'fail' })).toThrow('1 strata of the panel')
  })

  test('without weights is the paired t-test, and the difference of the shares', () => {
    const plain = { ...invented, weight: null }
    const ours = designChange(plain)
    const paired = meanChange(plain)
    expectClose([ours.diff, ours.se, ours.df, ours.p], [paired.meanChange, paired.se, paired.df, paired.p])
    expectClose(ours.ci95, paired.ci95)
    expectClose(ours.ci90, paired.ci90)
    const share = designPrevalenceChange(plain, 3)
    const { prevFrom, prevTo, diff } = transitions(plain, 3)
    expectClose([share.from, share.to, share.diff], [prevFrom, prevTo, diff])
    expectClose(share.se, expected.design.unweighted.prevalence.se)
  })

  test('names what is missing', () => {
    const of = (from: number[], to: number[], design = {}) => designChange({ from, to, weight: null }, design)
    expect([of([], []).diff, of([], []).reason]).toEqual([null, 'no_pairs'])
    expect([of([1], [3]).diff, of([1], [3]).reason]).toEqual([2, 'no_df'])
    expect([of([1, 2], [3, 4]).se, of([1, 2], [3, 4]).reason]).toEqual([null, 'no_variance'])
    const each = of([1, 2], [3, 1], { stratum: [1, 2] })
    expect([each.diff, each.se, each.reason]).toEqual([0.5, null, 'no_df'])
  })

  test('refuses a design that counts fewer people than have both waves', () => {
    expect(() => designChange(invented, { stratum, persons: new Map([[1, 2]]) })).toThrow('in any wave')
  })

  test('does not depend on the scale of the weights or the order of the people', () => {
    fc.assert(
      fc.property(anyPairs, pairs => {
        const one = designChange(pairs)
        const scaled = designChange({ ...pairs, weight: pairs.weight.map(weight => weight * 1000) })
        const turned = designChange({
          from: [...pairs.from].reverse(),
          to: [...pairs.to].reverse(),
          weight: [...pairs.weight].reverse(),
        })
        for (const other of [scaled, turned]) {
          expectClose([other.diff, other.se, other.p], [one.diff, one.se, one.p], 1e-8)
        }
        expectClose(one.to! - one.from!, one.diff)
      }),
    )
  })
})
