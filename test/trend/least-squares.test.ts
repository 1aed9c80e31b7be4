import { describe, expect, test } from 'vitest'
import { diagonal } from '../../src/core/linear.ts'
import { leastSquares } from '../../src/trend/least-squares.ts'
import { expectClose } from './reference.ts'

describe('generalised least squares', () => {
  const design = [-1.5, -0.5, 0.5, 1.5].map(x => [1, x])
  const y = [1, 3, 2, 5]

  test('with equal variances is the ordinary line', () => {
    const fit = leastSquares(design, y, diagonal([2, 2, 2, 2]))!
    expectClose(fit.beta, [2.75, 1.1])
    expectClose(fit.residuals, [-0.1, 0.8, -1.3, 0.6])
    expectClose(fit.Q, 2.7 / 2)
    expectClose(fit.covariance, [
      [0.5, 0],
      [0, 0.4],
    ])
    expect(fit.df).toBe(2)
  })

  test('does not move when all observations share an error, except in the level', () => {
    const shared = [0, 1, 2, 3].map(i => [0, 1, 2, 3].map(j => (i === j ? 5 : 3)))
    const fit = leastSquares(design, y, shared)!
    expectClose(fit.beta, [2.75, 1.1])
    expectClose(fit.covariance, [
      [3.5, 0],
      [0, 0.4],
    ])
  })

  test('gives its coefficients as weights of the observations', () => {
    const { hat, beta } = leastSquares(design, y, diagonal([1, 2, 3, 4]))!
    expectClose(
      hat.map(row => row.reduce((total, weight, i) => total + weight * y[i], 0)),
      beta,
    )
  })

  test('is absent where the covariance or the design is singular', () => {
    expect(leastSquares(design, y, diagonal([1, 0, 1, 1]))).toBeNull()
    expect(
      leastSquares(
        design.map(() => [1, 1]),
        y,
        diagonal([1, 1, 1, 1]),
      ),
    ).toBeNull()
  })
})
