import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diagonal, dot, inverse, multiply, quadraticForm, transpose } from '../../src/core/linear.ts'

test('the inverse of a matrix that needs pivoting', () => {
  expect(
    inverse([
      [0, 2],
      [4, 0],
    ]),
  ).toEqual([
    [0, 0.25],
    [0.5, 0],
  ])
})

test('a singular matrix has no inverse', () => {
  expect(
    inverse([
      [1, 2],
      [2, 4],
    ]),
  ).toBeNull()
})

test('a matrix times its inverse is the identity', () => {
  const entry = fc.double({ min: -1, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      fc.array(fc.array(entry, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
      rows => {
        const a = rows.map((row, i) => row.map((value, j) => (i === j ? value + 4 : value)))
        const product = multiply(a, inverse(a)!)
        for (const [i, row] of product.entries()) {
          for (const [j, value] of row.entries()) expect(value).toBeCloseTo(i === j ? 1 : 0, 12)
        }
      },
    ),
  )
})

test('products, transposes and quadratic forms', () => {
  expect(dot([1, 2, 3], [4, 5, 6])).toBe(32)
  expect(transpose([[1, 2, 3]])).toEqual([[1], [2], [3]])
  expect(
    quadraticForm(
      [1, 2],
      [
        [2, 1],
        [1, 3],
      ],
    ),
  ).toBe(18)
  expect(diagonal([1, 2])).toEqual([
    [1, 0],
    [0, 2],
  ])
})
