import { expect, test } from 'vitest'
import { alphaSpent } from '../../src/trend/spending.ts'
import { expectClose } from './reference.ts'

test('O’Brien-Fleming spending equals R at a third, two thirds and the whole', () => {
  expectClose(alphaSpent([1 / 3, 2 / 3, 1]), [0.0006868948682239306, 0.016374666450048148, 0.05])
  const spent = alphaSpent([0.1, 0.2, 0.5, 0.9, 1])
  expect([...spent].sort((a, b) => a - b)).toEqual(spent)
})
