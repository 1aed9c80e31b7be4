import { expect, test } from 'vitest'
import { minimalDetectable, minProvableMargin, provableMargin } from '../../src/trend/detectable.ts'
import { expectClose } from './reference.ts'

test('the smallest break found with power 80 % is 2.801585 standard errors', () => {
  expectClose(minimalDetectable(1), 2.801585218112968, 1e-12)
  expectClose(minimalDetectable(0.014, 0.05, 0.5), 0.014 * 1.959963984540054)
})

test('no break can be proven within less than 1.645 standard errors', () => {
  expectClose(provableMargin(0.01), 0.0164485362695147)
})

test('the margin an interval would prove is its farther end', () => {
  expect(minProvableMargin([-0.03, 0.01])).toBe(0.03)
  expect(minProvableMargin([0.01, 0.02])).toBe(0.02)
})
