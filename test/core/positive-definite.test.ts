import { expect, test } from 'vitest'
import { inverse } from '../../src/core/linear.ts'
import { factorOfPositive, inverseOfPositive } from '../../src/core/positive-definite.ts'

test('the inverse is that of Gauss-Jordan', () => {
  const a = [
    [4, 2, -0.6],
    [2, 5, 0.3],
    [-0.6, 0.3, 1],
  ]
  const [ours, theirs] = [inverseOfPositive(a)!.flat(), inverse(a)!.flat()]
  for (const [i, value] of ours.entries()) expect(value).toBeCloseTo(theirs[i], 14)
})

test('columns that say the same thing have none, whatever their units', () => {
  const x = [1.1, 2.3, 3.7, 5.9]
  const crossProducts = (columns: number[][]) =>
    columns.map(a => columns.map(b => a.reduce((total, value, i) => total + value * b[i], 0)))
  expect(inverseOfPositive(crossProducts([x, x.map(value => value / 3)]))).toBeNull()
  expect(inverseOfPositive(crossProducts([x, x.map(value => value * 1e9 + 1)]))).toBeNull()
  expect(inverseOfPositive(crossProducts([x.map(() => 1), x.map(value => value + 2000)]))).not.toBeNull()
  expect(inverseOfPositive([[0]])).toBeNull()
  expect(
    inverseOfPositive([
      [1, 2],
      [2, 1],
    ]),
  ).toBeNull()
})

test('the factor times its transpose is the matrix, in any units', () => {
  const a = [
    [4e6, 2e3, -600],
    [2e3, 5, 0.3],
    [-600, 0.3, 1],
  ]
  const lower = factorOfPositive(a)!
  for (const [i, row] of a.entries()) {
    for (const [j, value] of row.entries()) {
      const product = lower[i].reduce((total, left, k) => total + left * lower[j][k], 0)
      expect(Math.abs(product / value - 1)).toBeLessThan(1e-13)
    }
  }
  expect(factorOfPositive([[0]])).toBeNull()
})
