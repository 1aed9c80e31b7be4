/** Choices of the study as `provenance.options` echoes them; absent or of another shape is null. */
import type { Results } from '../core/results.ts'

/** `setting(results, 'disclosure', 'minN')` */
export function setting(results: Results, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (isRecord(value) ? value[key] : undefined),
    results.provenance.options,
  )
}

export function numberSetting(results: Results, ...path: readonly string[]): number | null {
  const value = setting(results, ...path)
  return typeof value === 'number' ? value : null
}

export function textSetting(results: Results, ...path: readonly string[]): string | null {
  const value = setting(results, ...path)
  return typeof value === 'string' ? value : null
}

export function listSetting(results: Results, ...path: readonly string[]): readonly unknown[] {
  const value = setting(results, ...path)
  return Array.isArray(value) ? value : []
}

/** Name of the declared shock that the fieldwork of a wave overlaps. */
export function shockDuring(results: Results, [from, to]: readonly [string, string]): string | null {
  const shock = listSetting(results, 'shocks')
    .filter(isRecord)
    .find(each => String(each.from) <= to && String(each.to) >= from)
  return typeof shock?.label === 'string' ? shock.label : null
}

/** Every setting as one line: "disclosure.minN" and its value. */
export function flatSettings(results: Results): [string, string][] {
  return Object.entries(results.provenance.options).flatMap(([key, value]) => flat(key, value))
}

function flat(path: string, value: unknown): [string, string][] {
  if (isRecord(value)) return Object.entries(value).flatMap(([key, inner]) => flat(`${path}.${key}`, inner))
  return [[path, typeof value === 'string' ? value : (JSON.stringify(value) ?? '')]]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
