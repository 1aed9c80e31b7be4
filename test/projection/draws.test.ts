import { expect, test } from 'vitest'
import { sum } from '../../src/core/linear.ts'
import { drawTogether } from '../../src/projection/draws.ts'
import { pooledSlope } from '../../src/projection/pooled-slope.ts'
import { own } from './reference.ts'

const R = 20_000
const logits = { values: own.logits, covariance: own.logitCovariance }
const { weights } = pooledSlope(own.times, own.logits, own.logitCovariance)
const drawn = (seed: number) => drawTogether(logits, weights, { cells: 3, draws: R, seed })!

function covarianceOf(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [sum(a) / R, sum(b) / R]
  return sum(a.map((value, i) => (value - meanA) * (b[i] - meanB))) / (R - 1)
}

/** 4 standard errors of a covariance of normal variables */
function expectCovariance(found: number, expected: number, varianceA: number, varianceB: number): void {
  const se = Math.sqrt((varianceA * varianceB + expected ** 2) / R)
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(4 * se)
}

test('starts and slope have the means, variances and covariances of the logits', () => {
  const { base, beta, population } = drawn(2030)
  const V = own.logitCovariance
  const ofSlope = own.slope.se ** 2
  for (const [g, values] of base.entries()) {
    const i = 6 + g
    expect(Math.abs(sum(values) / R - own.logits[i])).toBeLessThanOrEqual(4 * Math.sqrt(V[i][i] / R))
    expectCovariance(covarianceOf(values, base[0]), V[i][6], V[i][i], V[6][6])
    const withSlope = sum(weights.map((weight, j) => weight * V[i][j]))
    expectCovariance(covarianceOf(values, beta), withSlope, V[i][i], ofSlope)
    expectCovariance(covarianceOf(values, population), 0, V[i][i], 1)
  }
  expectCovariance(covarianceOf(beta, beta), ofSlope, ofSlope, ofSlope)
  expectCovariance(covarianceOf(population, population), 1, 1, 1)
})

test('a steep slope goes with a high start, as in the data', () => {
  const { base, beta } = drawn(1)
  expect(covarianceOf(base[0], beta)).toBeGreaterThan(0)
})

test('one seed gives one set of draws, another seed another', () => {
  expect(drawn(7)).toEqual(drawn(7))
  expect(drawn(7).beta[0]).not.toBe(drawn(8).beta[0])
})

test('a covariance that is none gives no draws', () => {
  const same = { values: [0, 0], covariance: own.logitCovariance.map(() => [1, 1]).slice(0, 2) }
  expect(drawTogether(same, [-1, 1], { cells: 1, draws: 10, seed: 1 })).toBeNull()
})
