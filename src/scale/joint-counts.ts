/**
 * Counts of answer patterns and of item pairs, among records without a missing answer.
 *
 * Everything that reliability needs is in `both`: integers, so that results depend
 * neither on the order of records nor on rounding.
 */
import { itemMask, itemsOf, type Scale, type Subset } from './scale.ts'

/** Records with the same answers: bit masks as in `scoring.ts`, and how many. */
export interface Pattern {
  readonly lonely: number
  readonly missing: number
  readonly n: number
}

/** Which of the k items are lonely in a pattern, and how many complete records show it. */
export interface CompletePattern {
  readonly lonely: readonly (0 | 1)[]
  readonly n: number
}

export interface JointCounts {
  readonly n: number
  /** k × k: records lonely on both items; on the diagonal lonely on the item */
  readonly both: readonly (readonly number[])[]
}

/** The distinct patterns of one (sub-)scale in a fixed order, complete records only. */
export function completePatterns(
  scale: Scale,
  subset: Subset,
  patterns: Iterable<Pattern>,
): CompletePattern[] {
  const mask = itemMask(scale, subset)
  const counts = new Map<number, number>()
  for (const { lonely, missing, n } of patterns) {
    if ((missing & mask) === 0) counts.set(lonely & mask, (counts.get(lonely & mask) ?? 0) + n)
  }
  const bits = itemsOf(scale, subset).map(item => 1 << (item.number - 1))
  return [...counts]
    .toSorted(([a], [b]) => a - b)
    .map(([lonely, n]) => ({ lonely: bits.map(bit => (lonely & bit ? 1 : 0)), n }))
}

export function jointCounts(k: number, patterns: readonly CompletePattern[]): JointCounts {
  const both = Array.from({ length: k }, () => new Array<number>(k).fill(0))
  for (const { lonely, n } of patterns) {
    for (let a = 0; a < k; a++) {
      for (let b = 0; b < k; b++) both[a][b] += n * lonely[a] * lonely[b]
    }
  }
  return { n: patterns.reduce((sum, pattern) => sum + pattern.n, 0), both }
}
