import { expect, test } from 'vitest'
import { type LogitCells, logitCells } from '../../src/projection/logit-cells.ts'
import { close, estimateOf, own, ownCells } from './reference.ts'

function cellsOf(found: LogitCells) {
  if (found.kind === 'refused') throw new Error(found.reason)
  return found
}

test('logits and their covariance are those of R', () => {
  const { values, covariance, smoothed } = cellsOf(logitCells(ownCells))
  for (const [i, value] of values.entries()) close(value, own.logits[i])
  for (const [i, row] of covariance.entries()) {
    for (const [j, value] of row.entries()) close(value, own.logitCovariance[i][j])
  }
  expect(smoothed).toEqual([])
})

test('a cell in which nobody is lonely is smoothed by half a case, named, and goes with no other', () => {
  const found = cellsOf(
    logitCells({
      estimates: [estimateOf(0.4, 0.003), estimateOf(0, 0, { events: 0, neff: 80 })],
      covariance: [
        [0.003, 0.001],
        [0.001, 0],
      ],
      df: 100,
    }),
  )
  expect(found.smoothed).toEqual([1])
  close(found.values[1], own.smoothed.logit)
  close(found.covariance[1][1], own.smoothed.variance)
  expect(found.covariance[0][1]).toBe(0)
})

test('a cell in which all are lonely is smoothed likewise, by its records where n_eff is unknown', () => {
  const all = estimateOf(1, 0, { n: 80, events: 80, neff: null })
  const { values } = cellsOf(logitCells({ estimates: [all], covariance: [[0]], df: 1 }))
  close(values[0], -own.smoothed.logit)
})

test('an empty cell, and one of unknown variance, are refused by name', () => {
  const one = (value: number | null, variance: number) =>
    logitCells({ estimates: [estimateOf(value, variance)], covariance: [[variance]], df: 1 })
  expect(one(null, 0)).toEqual({ kind: 'refused', reason: 'empty_cell' })
  expect(one(0.4, 0)).toEqual({ kind: 'refused', reason: 'no_variance' })
})
