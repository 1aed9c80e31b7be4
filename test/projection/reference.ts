/** The invented figures of R, and what several tests make of them. */
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { DomainEstimates, Estimate } from '../../src/core/estimate.ts'

export const own = JSON.parse(readFileSync(new URL('../reference/projection.json', import.meta.url), 'utf8'))

export function estimateOf(value: number | null, variance: number, part: Partial<Estimate> = {}): Estimate {
  const counts = { n: 200, nMissing: 0, events: 90, population: 200 }
  return { value, variance, df: 100, ...counts, deff: 1, neff: 200, ...part }
}

export const ownCells: DomainEstimates = {
  estimates: own.p.map((p: number, i: number) => estimateOf(p, own.covariance[i][i])),
  covariance: own.covariance,
  df: Infinity,
}

export function close(actual: number, expected: number, tolerance = 1e-9): void {
  const allowed = Math.max(1e-12, tolerance * Math.abs(expected))
  expect(Math.abs(actual - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(allowed)
}
