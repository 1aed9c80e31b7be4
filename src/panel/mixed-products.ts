/**
 * What a mixed model needs to know of the records: cross-products per person.
 *
 * The columns of the fixed part are made orthonormal, the outcome is replaced by
 * its residual on them, and the random slope's column gets mean square 1. So the
 * parameters of the search have no units, and subtracting a person's share from
 * the whole loses no digits. `slopes` and `start` lead back to the columns as given.
 */
import { dot, type Matrix, type Vector } from '../core/linear.ts'
import { type PersonCodes, type PersonId, personCodes } from './person-codes.ts'

/** Records in any order; `slope` is the column whose coefficient may differ between people. */
export interface MixedData {
  readonly person: readonly PersonId[]
  readonly outcome: Vector
  /** columns of the fixed part, the constant included */
  readonly fixed: readonly Vector[]
  readonly slope: Vector | null
}

export interface MixedProducts {
  readonly records: number
  /** columns of the fixed part */
  readonly size: number
  readonly persons: number
  /** Z'Z, Z'y and Z'X of the people one after another, `stride` numbers each; Z = constant and slope */
  readonly people: Float64Array
  /** residual sum of squares without any difference between people */
  readonly squares: number
  /** coefficients of least squares, and β = start + back · γ of the orthonormal columns */
  readonly start: Vector
  readonly back: Matrix
  /** ln |X'X| */
  readonly logDeterminant: number
  /** what the slope's column was divided by */
  readonly slopeScale: number
}

/** Where a person's numbers stand; Z'X follows, constant then slope of each column. */
export const COUNT = 0
export const SLOPE_SUM = 1
export const SLOPE_SQUARES = 2
export const OUTCOME_SUM = 3
export const SLOPE_OUTCOME = 4
export const FIXED = 5

export function strideOf(size: number): number {
  return FIXED + 2 * size
}

/** Null where columns of the fixed part say the same thing. */
export function mixedProducts(data: MixedData): MixedProducts | null {
  const basis = orthonormal(data.fixed)
  if (basis === null) return null
  const gamma = basis.columns.map(column => dot(column, data.outcome))
  const residual = data.outcome.map((y, i) => y - fitted(basis.columns, gamma, i))
  const slopeScale = rootMeanSquare(data.slope)
  const codes = personCodes(data.person)
  const slope = data.slope?.map(value => value / slopeScale) ?? residual.map(() => 0)
  return {
    records: residual.length,
    size: gamma.length,
    persons: codes.persons,
    people: byPerson(codes, basis.columns, residual, slope),
    squares: dot(residual, residual),
    start: basis.back.map(row => dot(row, gamma)),
    back: basis.back,
    logDeterminant: basis.logDeterminant,
    slopeScale,
  }
}

function byPerson(
  { person, persons }: PersonCodes,
  columns: readonly Vector[],
  residual: Vector,
  slope: Vector,
) {
  const stride = strideOf(columns.length)
  const people = new Float64Array(persons * stride)
  for (let i = 0; i < person.length; i++) {
    const own = person[i] * stride
    const [y, z] = [residual[i], slope[i]]
    people[own + COUNT] += 1
    people[own + SLOPE_SUM] += z
    people[own + SLOPE_SQUARES] += z * z
    people[own + OUTCOME_SUM] += y
    people[own + SLOPE_OUTCOME] += z * y
    for (let j = 0; j < columns.length; j++) {
      const x = columns[j][i]
      people[own + FIXED + 2 * j] += x
      people[own + FIXED + 2 * j + 1] += z * x
    }
  }
  return people
}

/** Gram-Schmidt, twice for each column so that what is left is at right angles to the last digit. */
function orthonormal(given: readonly Vector[]) {
  const columns: Vector[] = []
  const back: number[][] = given.map(() => given.map(() => 0))
  let logDeterminant = 0
  for (const [j, column] of given.entries()) {
    const size = Math.sqrt(dot(column, column))
    let rest: Vector = column
    const combination = given.map((_, k) => (k === j ? 1 : 0))
    for (let pass = 0; pass < 2; pass++) {
      for (const [k, earlier] of columns.entries()) {
        const share = dot(earlier, rest)
        rest = rest.map((value, i) => value - share * earlier[i])
        for (let m = 0; m <= k; m++) combination[m] -= share * back[m][k]
      }
    }
    const length = Math.sqrt(dot(rest, rest))
    if (!(length > 1e-7 * size)) return null
    logDeterminant += 2 * Math.log(length)
    columns.push(rest.map(value => value / length))
    for (let m = 0; m <= j; m++) back[m][j] = combination[m] / length
  }
  return { columns, back, logDeterminant }
}

function fitted(columns: readonly Vector[], gamma: Vector, i: number): number {
  let total = 0
  for (let j = 0; j < columns.length; j++) total += gamma[j] * columns[j][i]
  return total
}

function rootMeanSquare(column: Vector | null): number {
  const mean = column === null ? 1 : dot(column, column) / column.length
  return mean > 0 ? Math.sqrt(mean) : 1
}
