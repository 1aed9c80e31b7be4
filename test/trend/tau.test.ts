import { describe, expect, test } from 'vitest'
import { diagonal } from '../../src/core/linear.ts'
import { estimateTau } from '../../src/trend/tau.ts'
import { expectClose, hasReference, readReference } from './reference.ts'

const CASES = 'method/05_trendbreak.json'

describe.skipIf(!hasReference(CASES))('τ of seven LASA-like waves (skipped without ../shared)', () => {
  test('equals R', () => {
    const { input, result, tau } = JSON.parse(readReference(CASES)).tau2_moment
    const found = estimateTau(input.t, input.p, diagonal(input.v))!
    expectClose(found.Q, result.Q)
    expect(found.df).toBe(result.df)
    expectClose(found.p, result.p)
    expectClose(found.trace, result.trP)
    expectClose(found.tau2, result.tau2)
    expectClose(found.tau, tau)
  })
})

describe('τ', () => {
  const times = [2000, 2004, 2008, 2012]

  test('is never below its floor, however well the waves lie on a line', () => {
    const found = estimateTau(times, [0.5, 0.51, 0.52, 0.53], diagonal([1, 1, 1, 1].map(v => v * 1e-5)))!
    expect(found.tau2).toBe(0)
    expect(found.tau).toBe(0.005)
  })

  test('is not estimated from fewer than four waves or a singular covariance', () => {
    expect(estimateTau(times.slice(0, 3), [0.5, 0.6, 0.5], diagonal([1e-5, 1e-5, 1e-5]))).toBeNull()
    expect(estimateTau(times, [0.5, 0.6, 0.5, 0.6], diagonal([1e-5, 0, 1e-5, 1e-5]))).toBeNull()
  })

  test('leaves the sampling error in: scatter of that size alone gives none', () => {
    const wide = estimateTau(times, [0.5, 0.53, 0.5, 0.53], diagonal([1, 1, 1, 1].map(v => v * 1e-3)))!
    const narrow = estimateTau(times, [0.5, 0.53, 0.5, 0.53], diagonal([1, 1, 1, 1].map(v => v * 1e-6)))!
    expect(wide.tau2).toBe(0)
    expect(narrow.tau).toBeGreaterThan(0.01)
  })
})
