/**
 * Broken lines with given joinpoints, ready to be fitted to many series.
 *
 * The weighted design (1, time, a hinge per joinpoint) as an orthonormal
 * basis: the sum of squares left over is |z|² − |Q'z|² of the values z in
 * standard errors. One basis serves every permutation of a series.
 */
import { dot, type Vector } from '../core/linear.ts'

export interface HingeBasis {
  /** times of the joinpoints */
  readonly joinpoints: Vector
  readonly columns: readonly Vector[]
}

/** A row per time: 1, time since `centre`, time since each joinpoint or 0. */
export function hingeDesign(times: Vector, joinpoints: Vector, centre: number): number[][] {
  return times.map(time => [1, time - centre, ...joinpoints.map(joint => Math.max(0, time - joint))])
}

export function hingeBasis(times: Vector, standardErrors: Vector, joinpoints: Vector): HingeBasis {
  const design = hingeDesign(times, joinpoints, times[0])
  const raw = design[0].map((_, column) => design.map((row, i) => row[column] / standardErrors[i]))
  const columns: number[][] = []
  for (const column of raw) columns.push(unit(without(without(column, columns), columns)))
  return { joinpoints, columns }
}

/** Sum of squares of standardised values that the broken line leaves. */
export function sumOfSquaresLeft({ columns }: HingeBasis, standardised: Vector): number {
  let rest: Vector = standardised
  for (const column of columns) rest = minus(rest, column)
  return dot(rest, rest)
}

/** Taken out one after the other, twice over by the caller: Gram-Schmidt loses digits in one pass. */
function without(column: Vector, basis: readonly Vector[]): Vector {
  return basis.reduce(minus, column)
}

function minus(vector: Vector, direction: Vector): number[] {
  const share = dot(direction, vector)
  return vector.map((value, i) => value - share * direction[i])
}

function unit(vector: Vector): number[] {
  const length = Math.sqrt(dot(vector, vector))
  return vector.map(value => value / length)
}
