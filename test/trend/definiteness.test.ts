import fc from 'fast-check'
import { expect, test } from 'vitest'
import { definiteness } from '../../src/trend/definiteness.ts'

test('tells a covariance that can be inverted from one that cannot and from none at all', () => {
  expect(definiteness([[1e-5]])).toBe('positive')
  expect(definiteness([[0]])).toBe('singular')
  expect(definiteness([[-1e-9]])).toBe('indefinite')
  expect(
    definiteness([
      [4, 2],
      [2, 1],
    ]),
  ).toBe('singular')
  expect(
    definiteness([
      [4, 2.1],
      [2.1, 1],
    ]),
  ).toBe('indefinite')
})

test('does not care about units: variances of very different size are no reason', () => {
  expect(
    definiteness([
      [1e-12, 0],
      [0, 1e6],
    ]),
  ).toBe('positive')
})

test('finds every covariance of more observations than waves invertible', () => {
  // no denormal numbers: their products are 0, and such a matrix is no covariance
  const value = fc.integer({ min: -1000, max: 1000 }).map(thousandths => thousandths / 1000)
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value, value), { minLength: 4, maxLength: 8 }), rows => {
      const products = [0, 1, 2].map(i =>
        [0, 1, 2].map(j => rows.reduce((total, row) => total + row[i] * row[j], 0)),
      )
      expect(definiteness(products)).not.toBe('indefinite')
      const raised = products.map((row, i) => row.map((v, j) => (i === j ? v + 0.1 : v)))
      expect(definiteness(raised)).toBe('positive')
    }),
  )
})
