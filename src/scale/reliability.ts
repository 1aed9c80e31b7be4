/**
 * Quality of the scale in one wave: alpha, KR-20, item-rest correlation, Loevinger's H with its error.
 *
 * From the counts of answer patterns, complete records of the (sub-)scale only and
 * unweighted: these describe the instrument among those who answered, and the
 * published values they are held against are unweighted. Not defined → null.
 *
 * Units: prevalence 0-1; items in the order of the manual.
 * Checked against: R psych 2.2 and mokken 3.1.2 on the NESTOR answers.
 */
import { alpha, alphaIfDropped, covariances, itemRest } from './consistency.ts'
import { completePatterns, type JointCounts, jointCounts, type Pattern } from './joint-counts.ts'
import { itemH, jackknifeError, pairH, scaleH } from './loevinger.ts'
import { itemsOf, type Scale, type Subset } from './scale.ts'

export interface Reliability {
  /** complete records */
  readonly n: number
  readonly items: readonly ItemQuality[]
  readonly pairs: readonly { readonly items: readonly [number, number]; readonly h: number | null }[]
  readonly alpha: number | null
  readonly kr20: number | null
  readonly h: number | null
  readonly seH: number | null
}

export interface ItemQuality {
  readonly item: number
  readonly prevalence: number
  readonly itemRest: number | null
  readonly alphaIfDropped: number | null
  readonly h: number | null
}

/** Null when no record is complete. */
export function reliability(scale: Scale, subset: Subset, patterns: Iterable<Pattern>): Reliability | null {
  const numbers = itemsOf(scale, subset).map(item => item.number)
  const complete = completePatterns(scale, subset, patterns)
  const counts = jointCounts(numbers.length, complete)
  if (counts.n === 0) return null
  const consistency = alpha(covariances(counts))
  return {
    n: counts.n,
    items: itemQualities(numbers, counts),
    pairs: pairQualities(numbers, counts),
    alpha: consistency,
    kr20: consistency,
    h: scaleH(counts),
    seH: jackknifeError(counts, complete),
  }
}

function itemQualities(numbers: readonly number[], counts: JointCounts): ItemQuality[] {
  const covariance = covariances(counts)
  return numbers.map((item, index) => ({
    item,
    prevalence: counts.both[index][index] / counts.n,
    itemRest: itemRest(covariance, index),
    alphaIfDropped: alphaIfDropped(covariance, index),
    h: itemH(counts, index),
  }))
}

function pairQualities(numbers: readonly number[], counts: JointCounts): Reliability['pairs'] {
  return numbers.flatMap((one, a) =>
    numbers.slice(a + 1).map((other, after) => ({
      items: [one, other] as const,
      h: pairH(counts, a, a + 1 + after),
    })),
  )
}
