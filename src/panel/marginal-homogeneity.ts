/**
 * Were the categories as large at the second wave as at the first?
 *
 * Stuart-Maxwell: χ² = d'S⁻¹d, d the differences of the margins, S their
 * covariance under no change; Bhapkar χ²/(1 − χ²/n) takes it from the sample.
 * S cannot be inverted where nobody moved between two sets of categories. Then
 * neighbours of different sets are joined, from the severe end, until people
 * moved between all that are left: χ² does not depend on which are joined.
 *
 * Units: persons; rows are the first wave, columns the second.
 * Source: Stuart (1955), Biometrika 42, 412; Maxwell (1970), Br. J. Psychiatry
 * 116, 651; Bhapkar (1966), JASA 61, 228.
 * Checked against: R 4.2; coin 1.4 mh_test.
 */
import { chiSquareUpper } from '../core/distributions.ts'
import { inverse, type Matrix, quadraticForm, sum, transpose } from '../core/linear.ts'

export interface MarginalHomogeneity {
  /** margin of the first wave − margin of the second, per group of categories */
  readonly d: readonly number[]
  /** categories that were taken together, as indices */
  readonly groups: readonly (readonly number[])[]
  readonly chi2: number | null
  readonly df: number | null
  readonly p: number | null
  readonly bhapkar: { readonly chi2: number; readonly p: number } | null
  /** nobody_changed: no test; no_variance: all moved one way, no Bhapkar */
  readonly reason?: 'nobody_changed' | 'no_variance'
}

export function marginalHomogeneity(counts: Matrix): MarginalHomogeneity {
  const groups = connectedGroups(counts)
  const table = groups.map(rows => groups.map(columns => countOf(counts, rows, columns)))
  const d = table.map((row, i) => sum(row) - sum(table.map(other => other[i])))
  const df = groups.length - 1
  if (df < 1) return { d, groups, chi2: null, df: null, p: null, bhapkar: null, reason: 'nobody_changed' }
  const chi2 = quadraticForm(d.slice(0, -1), inverse(covarianceOf(table))!)
  const tested = { d, groups, chi2, df, p: chiSquareUpper(chi2, df) }
  const unexplained = 1 - chi2 / sum(table.flat())
  if (unexplained < 1e-12) return { ...tested, bhapkar: null, reason: 'no_variance' }
  const unbound = chi2 / unexplained
  return { ...tested, bhapkar: { chi2: unbound, p: chiSquareUpper(unbound, df) } }
}

/** Categories, joined with a neighbour until people moved between all groups. */
function connectedGroups(counts: Matrix): number[][] {
  const groups = counts.map((_, category) => [category])
  for (;;) {
    const part = partsOf(groups.map(rows => groups.map(columns => countOf(counts, rows, columns))))
    const apart = part.findLastIndex((own, i) => i > 0 && own !== part[i - 1])
    if (apart === -1) return groups
    groups.splice(apart - 1, 2, [...groups[apart - 1], ...groups[apart]])
  }
}

/** For each category the first one it is reached from by the moves people made. */
function partsOf(table: Matrix): number[] {
  const part = table.map((_, category) => category)
  for (const [i, row] of table.entries()) {
    for (const [j, movers] of row.entries()) {
      if (movers === 0 || part[i] === part[j]) continue
      const [kept, lost] = [Math.min(part[i], part[j]), Math.max(part[i], part[j])]
      for (const [k, own] of part.entries()) if (own === lost) part[k] = kept
    }
  }
  return part
}

function countOf(counts: Matrix, rows: readonly number[], columns: readonly number[]): number {
  return sum(rows.flatMap(row => columns.map(column => counts[row][column])))
}

/** Covariance of d under no change, without the last category. */
function covarianceOf(table: Matrix): number[][] {
  const back = transpose(table)
  const covariance = table.map((row, i) =>
    row.map((count, j) => (i === j ? sum(row) + sum(back[i]) - 2 * count : -count - back[i][j])),
  )
  return covariance.slice(0, -1).map(row => row.slice(0, -1))
}
