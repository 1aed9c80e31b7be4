import { expect, test } from 'vitest'
import { percentile } from '../../src/projection/percentile.ts'
import { close, own } from './reference.ts'

test('percentiles are those of R', () => {
  const sorted = Float64Array.from(own.sample).toSorted()
  for (const [i, share] of own.shares.entries()) close(percentile(sorted, share), own.quantiles[i])
})

test('the ends are the smallest and the largest', () => {
  const sorted = Float64Array.from([1, 2, 5])
  expect([percentile(sorted, 0), percentile(sorted, 1)]).toEqual([1, 5])
})
