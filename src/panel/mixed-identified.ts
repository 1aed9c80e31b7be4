/**
 * Whether the records can tell the variances of a mixed model apart.
 *
 * Two records of one person covary by g₀₀ + g₀₁(z_j + z_k) + g₁₁ z_j z_k, and a
 * record varies by σ² more. The variances are identified when these four columns,
 * over all pairs of records within people, do not say the same thing: with one
 * record per person g₀₀ and σ² do. For a random slope somebody must moreover be
 * seen three times; two points lie on any line, and σ² and slopes would be told
 * apart by the shape of the variance over age alone.
 */
import type { Vector } from '../core/linear.ts'
import { inverseOfPositive } from '../core/positive-definite.ts'
import type { PersonId } from './person-codes.ts'

export type Structure = 'intercept' | 'uncorrelated' | 'correlated'

/** Once so many people tell the variances apart, more of them do so too. */
const ENOUGH = 100

export function isIdentified(
  person: readonly PersonId[],
  slope: Vector | null,
  structure: Structure,
): boolean {
  const visits = visitsOf(person)
  if (structure !== 'intercept' && !visits.some(own => own.length >= 3)) return false
  const columns = COLUMNS[structure]
  const products = columns.map(() => columns.map(() => 0))
  for (const [count, own] of visits.entries()) {
    for (const [at, j] of own.entries()) {
      for (const k of own.slice(at)) {
        const values = columns.map(column => column(slope?.[j] ?? 0, slope?.[k] ?? 0, j === k))
        addProducts(products, values)
      }
    }
    if (count % ENOUGH === ENOUGH - 1 && inverseOfPositive(products) !== null) return true
  }
  return inverseOfPositive(products) !== null
}

type Column = (zj: number, zk: number, same: boolean) => number

const intercept: Column = () => 1
const covariance: Column = (zj, zk) => zj + zk
const slopes: Column = (zj, zk) => zj * zk
const residual: Column = (_, __, same) => (same ? 1 : 0)

const COLUMNS: Readonly<Record<Structure, readonly Column[]>> = {
  intercept: [intercept, residual],
  uncorrelated: [intercept, slopes, residual],
  correlated: [intercept, covariance, slopes, residual],
}

/** The records of each person. */
function visitsOf(person: readonly PersonId[]): number[][] {
  const visits = new Map<PersonId, number[]>()
  for (const [i, id] of person.entries()) {
    const own = visits.get(id)
    if (own === undefined) visits.set(id, [i])
    else own.push(i)
  }
  return [...visits.values()]
}

function addProducts(products: number[][], values: Vector): void {
  for (let a = 0; a < values.length; a++) {
    for (let b = 0; b < values.length; b++) products[a][b] += values[a] * values[b]
  }
}
