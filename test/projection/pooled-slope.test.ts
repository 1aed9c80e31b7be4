import { expect, test } from 'vitest'
import { diagonal } from '../../src/core/linear.ts'
import { pooledSlope } from '../../src/projection/pooled-slope.ts'
import { close, own } from './reference.ts'

test('slope, standard error and heterogeneity of three waves that go together are those of R', () => {
  const found = pooledSlope(own.times, own.logits, own.logitCovariance)
  for (const key of ['beta', 'se', 'Q', 'p'] as const) close(found[key] ?? Number.NaN, own.slope[key])
  expect(found.df).toBe(own.slope.df)
})

test('cells with one slope have no heterogeneity, cells with opposite ones have much', () => {
  const variances = diagonal([0.01, 0.01, 0.01, 0.01])
  expect(pooledSlope([2012, 2016], [0, 1, 0.4, 1.4], variances).Q).toBeCloseTo(0, 12)
  const opposite = pooledSlope([2012, 2016], [0, 0, 0.4, -0.4], variances)
  close(opposite.Q, 2 * (0.1 ** 2 / (0.02 / 16)))
  expect(opposite.beta).toBeCloseTo(0, 12)
})

test('a single cell has a slope and no test', () => {
  const found = pooledSlope([2012, 2016], [0, 0.4], diagonal([0.01, 0.03]))
  close(found.beta, 0.1)
  close(found.se, 0.2 / 4)
  expect([found.df, found.p]).toEqual([0, null])
})
