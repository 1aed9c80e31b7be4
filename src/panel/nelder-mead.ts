/**
 * Least value of a smooth function of a few parameters, without derivatives.
 *
 * The downhill simplex, begun anew at the best point until that no longer helps:
 * a simplex may collapse beside the minimum, two in a row at the same place do not.
 *
 * Source: Nelder & Mead (1965), Comput. J. 7, 308.
 */
import { sum, type Vector } from '../core/linear.ts'

export interface Minimum {
  readonly at: Vector
  readonly value: number
}

/** Relative to 1 + the value. */
const SETTLED = 1e-13
const STEPS = 2000
const RESTARTS = 12

/** Null where it does not settle; `f` may be Infinity where it has no value. */
export function minimise(f: (at: Vector) => number, start: Vector, step: number): Minimum | null {
  let best: Minimum = { at: start, value: f(start) }
  for (let restart = 0; restart < RESTARTS; restart++) {
    const found = descend(f, best, restart === 0 ? step : step / 10)
    const gain = best.value - found.value
    best = found
    if (restart > 0 && gain <= 1e-10 * (1 + Math.abs(found.value))) return best
  }
  return null
}

function descend(f: (at: Vector) => number, from: Minimum, step: number): Minimum {
  const point = (at: Vector): Minimum => ({ at, value: f(at) })
  const corners = from.at.map((_, i) => point(from.at.map((x, j) => (i === j ? x + step : x))))
  const simplex = [from, ...corners]
  for (let count = 0; count < STEPS; count++) {
    simplex.sort((a, b) => a.value - b.value)
    const best = simplex[0]
    const worst = simplex[simplex.length - 1]
    if (isSettled(simplex)) break
    const others = simplex.slice(0, -1)
    const centre = from.at.map((_, j) => sum(others.map(({ at }) => at[j])) / others.length)
    const along = (t: number) => point(centre.map((x, j) => x + t * (worst.at[j] - x)))
    const replacement = better(along, best, others[others.length - 1], worst)
    if (replacement === null) {
      for (let i = 1; i < simplex.length; i++) {
        simplex[i] = point(simplex[i].at.map((x, j) => (x + best.at[j]) / 2))
      }
    } else simplex[simplex.length - 1] = replacement
  }
  return simplex.reduce((least, corner) => (corner.value < least.value ? corner : least))
}

/** Reflected, expanded or contracted; null where the simplex must shrink. */
function better(
  along: (t: number) => Minimum,
  best: Minimum,
  second: Minimum,
  worst: Minimum,
): Minimum | null {
  const reflected = along(-1)
  if (reflected.value < best.value) {
    const expanded = along(-2)
    return expanded.value < reflected.value ? expanded : reflected
  }
  if (reflected.value < second.value) return reflected
  const contracted = along(reflected.value < worst.value ? -0.5 : 0.5)
  return contracted.value < Math.min(reflected.value, worst.value) ? contracted : null
}

function isSettled(simplex: readonly Minimum[]): boolean {
  const [best, worst] = [simplex[0], simplex[simplex.length - 1]]
  const widths = best.at.map((x, j) =>
    Math.max(...simplex.map(({ at }) => Math.abs(at[j] - x) / (1 + Math.abs(x)))),
  )
  const flat = worst.value - best.value <= SETTLED * (1 + Math.abs(best.value))
  return flat && Math.max(...widths) <= 1e-6
}
