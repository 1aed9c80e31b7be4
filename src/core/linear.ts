/** Small dense linear algebra: vectors are arrays, matrices are arrays of rows. */
export type Vector = readonly number[]
export type Matrix = readonly Vector[]

export function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}

export function dot(a: Vector, b: Vector): number {
  let total = 0
  for (let i = 0; i < a.length; i++) total += a[i] * b[i]
  return total
}

/** x'Ax */
export function quadraticForm(x: Vector, a: Matrix): number {
  return dot(
    x,
    a.map(row => dot(row, x)),
  )
}

export function transpose(a: Matrix): number[][] {
  return a[0].map((_, column) => a.map(row => row[column]))
}

export function multiply(a: Matrix, b: Matrix): number[][] {
  const columns = transpose(b)
  return a.map(row => columns.map(column => dot(row, column)))
}

/** A square matrix with these values on its diagonal. */
export function diagonal(values: Vector): number[][] {
  return values.map((value, i) => values.map((_, j) => (i === j ? value : 0)))
}

/** Inverse by Gauss-Jordan elimination with partial pivoting; null when the matrix is singular. */
export function inverse(a: Matrix): number[][] | null {
  const n = a.length
  const work = a.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))])
  const scale = Math.max(...a.flat().map(Math.abs))
  for (let column = 0; column < n; column++) {
    const pivot = largestBelow(work, column)
    if (Math.abs(work[pivot][column]) <= scale * Number.EPSILON) return null
    ;[work[column], work[pivot]] = [work[pivot], work[column]]
    eliminate(work, column)
  }
  return work.map(row => row.slice(n))
}

function largestBelow(work: Matrix, column: number): number {
  let best = column
  for (let row = column + 1; row < work.length; row++) {
    if (Math.abs(work[row][column]) > Math.abs(work[best][column])) best = row
  }
  return best
}

function eliminate(work: number[][], column: number): void {
  const pivotRow = work[column]
  const pivot = pivotRow[column]
  for (let j = 0; j < pivotRow.length; j++) pivotRow[j] = pivotRow[j] / pivot
  for (const row of work) {
    const factor = row[column]
    if (row === pivotRow || factor === 0) continue
    for (let j = 0; j < row.length; j++) row[j] = row[j] - factor * pivotRow[j]
  }
}
