import { expect } from 'vitest'

/** Relative tolerance, or 1e-12 absolute near zero. */
export function closeTo(
  actual: number | null | undefined,
  expected: number,
  relative = 1e-9,
  what = '',
): void {
  const difference = Math.abs((actual ?? Number.NaN) - expected)
  const allowed = Math.max(1e-12, relative * Math.abs(expected))
  expect(difference, `${what} ${actual} beside ${expected}`).toBeLessThanOrEqual(allowed)
}

export function allCloseTo(
  actual: readonly (number | null)[],
  expected: readonly number[],
  relative = 1e-9,
  what = '',
): void {
  expect(actual.length, what).toBe(expected.length)
  for (const [i, value] of expected.entries()) closeTo(actual[i], value, relative, `${what}[${i}]`)
}
