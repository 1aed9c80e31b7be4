import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { categoryTransitions } from '../../src/panel/category-transitions.ts'
import { anyPairs, expected, invented, reversed } from './invented-pairs.ts'
import { expectClose } from './reference.ts'
import { hasWorkedExample, workedFigures, workedPairs } from './worked-example.ts'

describe('transitions between categories', () => {
  test('count like table in R', () => {
    const { counts, worse, better, stable, marginalHomogeneity } = categoryTransitions(invented, [3, 9])
    expect(counts).toEqual(expected.categories)
    expect([worse, better, stable]).toEqual([29, 23, 128])
    expectClose(marginalHomogeneity.chi2, expected.stuartMaxwell)
  })

  test.skipIf(!hasWorkedExample)('the worked example (skipped without ../shared)', () => {
    const { transition } = workedFigures()
    const four = categoryTransitions(workedPairs(), [3, 9, 11])
    expect(four.counts).toEqual(transition.matrix4)
    expect([four.worse, four.better, four.stable]).toEqual([33, 22, 216])
    expectClose(four.rowShares[0]!, [115 / 148, 33 / 148, 0, 0])
    expect(four.rowShares[3]).toBeNull()
    expect(four.marginalHomogeneity.groups).toEqual([[0], [1], [2, 3]])
  })

  test.skipIf(!hasWorkedExample)(
    'worse, better and stable of the explicit table (skipped without ../shared)',
    () => {
      const { table, worse, better, stable } = workedFigures().stuart_maxwell
      const scores = [0, 5, 9]
      const people: { from: number; to: number }[] = table.flatMap((row: number[], i: number) =>
        row.flatMap((count, j) => Array.from({ length: count }, () => ({ from: scores[i], to: scores[j] }))),
      )
      const pairs = { from: people.map(({ from }) => from), to: people.map(({ to }) => to) }
      const ours = categoryTransitions(pairs, [3, 9])
      expect([ours.worse, ours.better, ours.stable]).toEqual([worse, better, stable])
    },
  )

  test('a category starts at its cut-off', () => {
    const { counts } = categoryTransitions({ from: [2, 3, 8, 9, 11], to: [3, 2, 9, 8, 10] }, [3, 9, 11])
    expect(counts).toEqual([
      [0, 1, 0, 0],
      [1, 0, 1, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
    ])
  })

  test('every row adds up to 1, everybody is counted once, and the waves turn worse into better', () => {
    fc.assert(
      fc.property(anyPairs, pairs => {
        const one = categoryTransitions(pairs, [3, 9, 11])
        const back = categoryTransitions(reversed(pairs), [3, 9, 11])
        expect([back.worse, back.better, back.stable]).toEqual([one.better, one.worse, one.stable])
        expect(one.worse + one.better + one.stable).toBe(pairs.from.length)
        for (const row of one.rowShares)
          if (row !== null)
            expectClose(
              row.reduce((a, b) => a + b),
              1,
            )
      }),
    )
  })
})
