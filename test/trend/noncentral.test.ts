import { describe, expect, test } from 'vitest'
import { biasedCriticalValue } from '../../src/trend/noncentral.ts'
import { expectClose } from './reference.ts'

describe('the critical value under bias', () => {
  test('equals sqrt(qchisq(.95, 1, ncp = b²)) in R', () => {
    expectClose(biasedCriticalValue(0), 1.959963984540054)
    expectClose(biasedCriticalValue(0.01 / 0.00857321409974113), 2.8116142757764804, 1e-7)
    expectClose(biasedCriticalValue(0.5), BY_R[0], 1e-7)
    expectClose(biasedCriticalValue(2), BY_R[1], 1e-7)
    expectClose(biasedCriticalValue(5, 0.1), BY_R[2], 1e-7)
  })

  test('does not care about the sign and grows with the bias', () => {
    expect(biasedCriticalValue(-2)).toBe(biasedCriticalValue(2))
    const grid = [0, 0.01, 0.1, 1, 10, 100].map(bias => biasedCriticalValue(bias))
    expect([...grid].sort((a, b) => a - b)).toEqual(grid)
  })
})

/** R 4.2.2: sqrt(qchisq(.95, 1, .25)), sqrt(qchisq(.95, 1, 4)), sqrt(qchisq(.9, 1, 25)) */
const BY_R = [2.1814774423281382, 3.644853707099255, 6.2815515655445218]
