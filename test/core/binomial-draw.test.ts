import { expect, test } from 'vitest'
import { binomialQuantile, drawBinomial } from '../../src/core/binomial-draw.ts'
import { seededRandom } from '../../src/core/random.ts'

test.each([
  [25_000, 0.531, [0.001, 0.3, 0.5, 0.975, 0.9999], [13_031, 13_234, 13_275, 13_430, 13_568]],
  [7, 0.04, [0.001, 0.3, 0.5, 0.975, 0.9999], [0, 0, 0, 2, 3]],
  [300_000, 0.44, [1e-9, 0.2, 0.999], [130_370, 131_771, 132_840]],
])('quantiles of %d trials at %d equal R', (trials, p, levels, expected) => {
  expect(levels.map(u => binomialQuantile(u, trials, p))).toEqual(expected)
})

test('draws have the mean and the variance of the binomial', () => {
  const random = seededRandom(5)
  const draws = Array.from({ length: 20_000 }, () => drawBinomial(random, 50, 0.3))
  const mean = draws.reduce((a, b) => a + b, 0) / draws.length
  const variance = draws.reduce((a, b) => a + (b - mean) ** 2, 0) / draws.length
  expect(Math.abs(mean - 15)).toBeLessThan(4 * Math.sqrt(10.5 / 20_000))
  expect(Math.abs(variance - 10.5)).toBeLessThan(4 * 10.5 * Math.sqrt(2 / 20_000))
})
