/**
 * Change under the worst and the best that those who left may have become.
 *
 * Nothing is assumed of them but that their outcome lies within its range: all at
 * its lower end, all at its upper end. Of survivors only.
 *
 * Units: those of the outcome.
 * Source: Manski (1990), Am. Econ. Rev. 80, 319; Horowitz & Manski (2000), JASA 95, 77.
 */
import { sum, type Vector } from '../core/linear.ts'

type Pair = readonly [number, number]

/** `before` of all survivors, `after` of those who stayed. Null where nobody survived. */
export function changeBounds(before: Vector, after: Vector, range: Pair): Pair | null {
  if (before.length === 0) return null
  const left = before.length - after.length
  const start = sum(before) / before.length
  const end = (outcome: number) => (sum(after) + left * outcome) / before.length
  return [end(range[0]) - start, end(range[1]) - start]
}

/** The interval excludes "no change", what those who left may have become does not. */
export function isAttritionSensitive(ci95: Pair | null, bounds: Pair | null): boolean {
  if (ci95 === null || bounds === null) return false
  const excludesNone = ci95[0] > 0 || ci95[1] < 0
  return excludesNone && bounds[0] <= 0 && bounds[1] >= 0
}
