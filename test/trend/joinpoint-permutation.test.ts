import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../src/core/random.ts'
import { joinpointsByPermutation, permutationTest } from '../../src/trend/joinpoint-permutation.ts'
import { expectClose, hasReference, readReference } from './reference.ts'

const CASES = 'method/05_trendbreak.json'

describe.skipIf(!hasReference(CASES))('the yearly example (skipped without ../shared)', () => {
  test('equals R: the statistic to the digit, the p-value as far as draws can', () => {
    const { input, permutation } = JSON.parse(readReference(CASES)).joinpoint
    const series = { times: input.t, values: input.p, variances: input.v }
    const draws = 999
    const found = permutationTest(series, { draws })
    expectClose(found.statistic, permutation.statistic_sse0_over_sse1)
    // R: no draw of 4,499 was as extreme
    expect(found.p).toBeLessThan(permutation.p_value + 4 / draws)
    expect(joinpointsByPermutation(series, { draws: 199 })).toBe(1)
  })
})

describe('the permutation test', () => {
  const times = Array.from({ length: 12 }, (_, i) => 2010 + i)
  const variances = times.map(() => 1e-4)
  const noise = (seed: number) => {
    const { normal } = seededRandom(seed)
    return times.map(() => 0.5 + 0.01 * normal())
  }

  test('gives the same p-value for the same seed', () => {
    const series = { times, values: noise(1), variances }
    expect(permutationTest(series, { draws: 99, seed: 3 })).toEqual(
      permutationTest(series, { draws: 99, seed: 3 }),
    )
  })

  test('is never 0 and finds nothing in noise more often than its level', () => {
    const p = Array.from(
      { length: 100 },
      (_, seed) => permutationTest({ times, values: noise(seed), variances }, { draws: 39, seed }).p,
    )
    expect(Math.min(...p)).toBeGreaterThanOrEqual(1 / 40)
    const found = p.filter(value => value <= 0.1).length
    expect(found).toBeLessThanOrEqual(10 + 4 * Math.sqrt(100 * 0.1 * 0.9))
    expect(p.filter(value => value > 0.5).length).toBeGreaterThan(50 - 4 * 5)
  })

  test('in sequence shares the level among the joinpoints that are still possible', () => {
    const series = { times, values: noise(131), variances }
    const p = (some: number) => permutationTest(series, { draws: 99, some }).p
    for (const some of [1, 2]) {
      expect(p(some)).toBeGreaterThan(0.025)
      expect(p(some)).toBeLessThanOrEqual(0.05)
    }
    expect(joinpointsByPermutation(series, { draws: 99 })).toBe(0)
    expect(joinpointsByPermutation(series, { draws: 99, max: 1 })).toBe(1)
  })
})
