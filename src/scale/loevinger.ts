/**
 * Loevinger's H: how far the answers form a Guttman scale, and its standard error.
 *
 * H = Σ cov / Σ largest cov that the shares allow, over the pairs of the scale, of
 * one item, or of one pair; = 1 − errors / expected errors.
 * The jackknife leaves out one record at a time: exact, because records with the
 * same answers give the same H, so at most 2^k are made.
 *
 * Source: Mokken (1971); Sijtsma & Molenaar (2002), Introduction to Nonparametric IRT.
 * Checked against: R mokken 3.1.2, coefH(); the jackknife in base R.
 */
import type { CompletePattern, JointCounts } from './joint-counts.ts'

export function scaleH(counts: JointCounts): number | null {
  return coefficient(counts, () => true)
}

export function itemH(counts: JointCounts, item: number): number | null {
  return coefficient(counts, (a, b) => a === item || b === item)
}

export function pairH(counts: JointCounts, one: number, other: number): number | null {
  return coefficient(counts, (a, b) => (a === one && b === other) || (a === other && b === one))
}

/** se² = (n − 1)/n · Σ (H without record r − their mean)² */
export function jackknifeError(counts: JointCounts, patterns: readonly CompletePattern[]): number | null {
  const replicates: { h: number; n: number }[] = []
  for (const { lonely, n } of patterns) {
    const h = coefficient(counts, () => true, lonely)
    if (h === null) return null
    replicates.push({ h, n })
  }
  const mean = replicates.reduce((sum, { h, n }) => sum + n * h, 0) / counts.n
  const squares = replicates.reduce((sum, { h, n }) => sum + n * (h - mean) ** 2, 0)
  return Math.sqrt(((counts.n - 1) / counts.n) * squares)
}

/**
 * Covariances times n² over the chosen pairs, by their largest possible values;
 * null where no pair can covary. `left` are the answers of a record left out.
 */
function coefficient(
  counts: JointCounts,
  chosen: (a: number, b: number) => boolean,
  left?: readonly number[],
): number | null {
  const { both } = counts
  const n = left === undefined ? counts.n : counts.n - 1
  const together = (a: number, b: number) => both[a][b] - (left === undefined ? 0 : left[a] * left[b])
  let observed = 0
  let largest = 0
  for (let a = 0; a < both.length; a++) {
    for (let b = a + 1; b < both.length; b++) {
      if (!chosen(a, b)) continue
      const [onA, onB] = [together(a, a), together(b, b)]
      observed += n * together(a, b) - onA * onB
      largest += Math.min(onA, onB) * (n - Math.max(onA, onB))
    }
  }
  return largest === 0 ? null : observed / largest
}
