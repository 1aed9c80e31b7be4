import { describe, expect, test } from 'vitest'
import {
  betaQuantile,
  binomialCdf,
  chiSquareUpper,
  fQuantile,
  gammaQuantile,
  normalCdf,
  normalQuantile,
  normalTwoSided,
  tQuantile,
  tTwoSided,
} from '../../src/core/distributions.ts'

function expectClose(actual: number, expected: number, tolerance = 1e-12) {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected))
}

describe('distributions equal R', () => {
  test('normal', () => {
    expectClose(normalQuantile(0.025), -1.9599639845400538)
    expectClose(normalQuantile(0.8), 0.8416212335729144)
    expectClose(normalTwoSided(-5.8321184351981215), 5.47280494366862e-9)
    expectClose(normalTwoSided(20), 5.5072482372124675e-89)
    expectClose(normalCdf(1.6448536269514715), 0.95)
  })

  test('t quantiles on both sides of 1000 df, where the way of computing changes', () => {
    expectClose(tQuantile(0.975, 1), 12.706204736174694)
    expectClose(tQuantile(0.95, 5.5), 1.9752797040389092)
    expectClose(tQuantile(0.975, 999), 1.9623414611334493)
    expectClose(tQuantile(0.975, 1000), 1.9623390808264076)
    expectClose(tQuantile(0.95, 1234.5), 1.6460888802690186)
    expectClose(tQuantile(0.025, 20000), -1.9600826051581344)
    expectClose(tQuantile(0.975, 449999), 1.9599692562795519)
  })

  test('t with fractional and infinite degrees of freedom', () => {
    expectClose(tTwoSided(0.9247375205588841, 434.98478912084704), 0.35561516975101026)
    expectClose(tTwoSided(-2, 3.3), 0.13095886443944943)
    expectClose(tQuantile(0.975, 434.98478912084704), 1.9654326205624275)
    expectClose(tQuantile(0.025, 1.5), -6.016663104427929)
    expect(tQuantile(0.975, Infinity)).toBe(normalQuantile(0.975))
    expect(tTwoSided(2, Infinity)).toBe(normalTwoSided(2))
  })

  test('χ², F, beta and gamma', () => {
    expectClose(chiSquareUpper(7.611347863463123, 3), 0.05476542539449756)
    expectClose(chiSquareUpper(30, 1), 4.320463057827497e-8)
    expectClose(fQuantile(0.95, 1, 11), 4.844335674943615)
    // qbeta(.975, 3, 5) and qgamma(.975, 4)
    expectClose(betaQuantile(0.975, 3, 5), 0.7095791362626573)
    expectClose(gammaQuantile(0.975, 4), 8.767273069742323)
  })

  test('gamma quantiles as exact Poisson limits need them, for few events and many', () => {
    // qgamma(.025, x) and qgamma(.975, x + 1)
    const limits = [
      [1, 0.025317807984289876, 5.5716433909388989],
      [5, 1.6234863901184207, 11.668332079322667],
      [33, 22.715681572729839, 46.344269269169288],
      [3000, 2893.5986209846633, 3109.3135304719672],
    ]
    for (const [events, low, high] of limits) {
      expectClose(gammaQuantile(0.025, events), low)
      expectClose(gammaQuantile(0.975, events + 1), high)
    }
  })

  test('binomial', () => {
    const tails = [
      [0, 1, 0.5, 0.5],
      [21, 54, 0.5, 0.066837117682052874],
      [27, 54, 0.5, 0.55403842444762486],
      [86, 236, 0.5, 1.857968069785715e-5],
      [500, 1500, 0.5, 5.5667152006220053e-39],
      [3, 10, 0.2, 0.87912611839999988],
      [9, 40, 0.9, 1.0933757002362626e-23],
    ]
    for (const [successes, trials, p, expected] of tails) {
      expectClose(binomialCdf(successes, trials, p), expected, 2e-12)
    }
    expect(binomialCdf(-1, 5, 0.5)).toBe(0)
    expect(binomialCdf(5, 5, 0.5)).toBe(1)
    expect(binomialCdf(0, 0, 0.5)).toBe(1)
  })

  test('a tail too small for a number is 0, not an accident', () => {
    expect(normalTwoSided(60)).toBe(0)
    expect(normalTwoSided(-Infinity)).toBe(0)
    expect(chiSquareUpper(5000, 1)).toBe(0)
    expect(binomialCdf(400, 3000, 0.5)).toBe(0)
    // pbinom(230, 2000, .5)
    expectClose(binomialCdf(230, 2000, 0.5), 2.4928696875162573e-294, 1e-11)
    expect(chiSquareUpper(1e6, 7)).toBe(0)
    expect(chiSquareUpper(0, 3)).toBe(1)
    expectClose(chiSquareUpper(1350, 2), Math.exp(-675))
  })

  test('a quantile of beta too small for a number is 0, one just above it is kept', () => {
    // qbeta(.025, .003466, 13.739), qbeta(.025, .0056, 13.7) and qbeta(.025, .0054, 2)
    expect(betaQuantile(0.025, 0.003466, 13.739)).toBe(0)
    expectClose(betaQuantile(0.025, 0.0056, 13.7), 3.5351041157763959e-288, 1e-11)
    expectClose(betaQuantile(0.025, 0.0054, 2), 7.7463610836800118e-298, 1e-11)
    expect(betaQuantile(0, 3, 5)).toBe(0)
  })
})
