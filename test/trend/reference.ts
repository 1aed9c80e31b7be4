/** Reference values that lie beside the checkout; absent on other machines. */
import { existsSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'

const FOLDER = new URL('../../../shared/reference/', import.meta.url)

export function hasReference(name: string): boolean {
  return existsSync(new URL(name, FOLDER))
}

export function readReference(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8')
}

type Numbers = number | null | readonly Numbers[]

/** Equal up to a relative tolerance, 1e-12 near zero; null only equals null. */
export function expectClose(actual: Numbers | undefined, expected: Numbers, tolerance = 1e-9): void {
  if (actual === undefined || actual === null || expected === null) {
    expect(actual).toBe(expected)
  } else if (typeof actual === 'number' && typeof expected === 'number') {
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(Math.max(1e-12, tolerance * Math.abs(expected)))
  } else {
    const [ours, theirs] = [[actual].flat(), [expected].flat()]
    expect(ours).toHaveLength(theirs.length)
    for (const [i, value] of ours.entries()) expectClose(value, theirs[i], tolerance)
  }
}

/** Two simulated shares may differ by four Monte Carlo standard errors. */
export function expectSameShare(actual: [number, number], expected: [number, number]): void {
  const [hits, draws] = actual
  const [share, draws2] = expected
  const pooled = (hits + share * draws2 + 1) / (draws + draws2 + 2)
  const se = Math.sqrt(pooled * (1 - pooled) * (1 / draws + 1 / draws2))
  expect(Math.abs(hits / draws - share)).toBeLessThanOrEqual(4 * se)
}
