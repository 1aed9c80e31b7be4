/**
 * Whether a covariance matrix may be inverted, and whether it is one at all.
 *
 * LDL' without pivoting: each pivot is the variance that remains after the
 * waves before it are known. A share below 1e-7 of the own variance counts as
 * nothing left (singular); a share as far below zero cannot come from data.
 */
import type { Matrix } from '../core/linear.ts'

export type Definiteness = 'positive' | 'singular' | 'indefinite'

const SHARE = 1e-7

export function definiteness(covariance: Matrix): Definiteness {
  const rest = covariance.map(row => [...row])
  let found: Definiteness = 'positive'
  for (let step = 0; step < rest.length; step++) {
    const left = rest[step][step]
    const least = SHARE * covariance[step][step]
    if (left < -least || covariance[step][step] < 0) return 'indefinite'
    if (left <= least) found = 'singular'
    else sweep(rest, step)
  }
  return found
}

/** Takes out of the later rows what the row of this step explains. */
function sweep(rest: number[][], step: number): void {
  const pivot = rest[step]
  for (let row = step + 1; row < rest.length; row++) {
    const factor = rest[row][step] / pivot[step]
    for (let column = step; column < rest.length; column++) rest[row][column] -= factor * pivot[column]
  }
}
