/**
 * Inverse of a symmetric positive definite matrix: cross-products, information matrices.
 *
 * By Cholesky on the matrix scaled to a unit diagonal, so that a squared pivot is
 * the share of a column that the columns before it leave unexplained (1 − R²).
 * Below 1e-10 of that the columns are taken to say the same thing: an inverse
 * would be rounding error that looks like numbers.
 *
 * Checked against: the inverse by Gauss-Jordan.
 */
import type { Matrix } from './linear.ts'

const LEAST_SHARE = 1e-10

/** Null where the columns say the same thing, or one of them nothing. */
export function inverseOfPositive(a: Matrix): number[][] | null {
  const scale = a.map((row, i) => Math.sqrt(row[i]))
  if (!scale.every(value => value > 0 && value < Infinity)) return null
  const lower = cholesky(a.map((row, i) => row.map((value, j) => value / (scale[i] * scale[j]))))
  if (lower === null) return null
  const half = inverseOfLower(lower)
  return a.map((_, i) => a.map((_, j) => productOfColumns(half, i, j) / (scale[i] * scale[j])))
}

/** Lower triangle L with LL' = a; null where the columns say the same thing, or one of them nothing. */
export function factorOfPositive(a: Matrix): number[][] | null {
  const scale = a.map((row, i) => Math.sqrt(row[i]))
  if (!scale.every(value => value > 0 && value < Infinity)) return null
  const lower = cholesky(a.map((row, i) => row.map((value, j) => value / (scale[i] * scale[j]))))
  return lower === null ? null : lower.map((row, i) => row.map(value => value * scale[i]))
}

/** L with LL' = a, of a matrix with a unit diagonal; null where it is not positive definite. */
function cholesky(a: Matrix): number[][] | null {
  const lower = a.map(row => row.map(() => 0))
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = a[i][j]
      for (let k = 0; k < j; k++) rest -= lower[i][k] * lower[j][k]
      if (i === j && !(rest > LEAST_SHARE)) return null
      lower[i][j] = i === j ? Math.sqrt(rest) : rest / lower[j][j]
    }
  }
  return lower
}

function inverseOfLower(lower: Matrix): number[][] {
  const found = lower.map((_, i) => lower.map((_, j) => (i === j ? 1 : 0)))
  for (let i = 0; i < lower.length; i++) {
    for (let j = 0; j <= i; j++) {
      for (let k = j; k < i; k++) found[i][j] -= lower[i][k] * found[k][j]
      found[i][j] /= lower[i][i]
    }
  }
  return found
}

/** (M'M)_ij of a lower triangle M */
function productOfColumns(m: Matrix, i: number, j: number): number {
  let total = 0
  for (let k = Math.max(i, j); k < m.length; k++) total += m[k][i] * m[k][j]
  return total
}
