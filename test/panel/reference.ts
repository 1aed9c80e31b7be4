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

/** The rows of a CSV without quoted commas, by the names of its columns. */
export function readRows(name: string): Record<string, string>[] {
  const [head, ...lines] = readReference(name).replaceAll('"', '').trim().split(/\r?\n/)
  const names = head.split(',')
  return lines.map(line => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])))
}

type Numbers = number | null | readonly Numbers[]

/** Equal up to a relative tolerance, 1e-12 near zero; null only equals null. */
export function expectClose(actual: Numbers | undefined, expected: Numbers, tolerance = 1e-9): void {
  if (actual === undefined || actual === null || expected === null) {
    expect(actual).toBe(expected)
  } else if (typeof actual === 'number' && typeof expected === 'number') {
    const allowed = Math.max(1e-12, tolerance * Math.abs(expected))
    expect(Math.abs(actual - expected), `${actual} beside ${expected}`).toBeLessThanOrEqual(allowed)
  } else {
    const [ours, theirs] = [[actual].flat(), [expected].flat()]
    expect(ours).toHaveLength(theirs.length)
    for (const [i, value] of ours.entries()) expectClose(value, theirs[i], tolerance)
  }
}
