/**
 * Pairs: people observed at two waves, one place per person in every column.
 *
 * `checkedPairs` is the door: what passes it has columns of one length, scores
 * that are numbers, intervals that go forward and usable weights.
 *
 * Units: scores in points, years between the two interviews.
 */
import { EjzError } from '../core/error.ts'

export type Column = ArrayLike<number>

export interface Pairs {
  /** total score at the first wave */
  readonly from: Column
  /** total score at the second wave */
  readonly to: Column
  /** years between a person's two interviews */
  readonly years: Column
  /** null where everybody counts alike */
  readonly weight: Column | null
}

/** Fewer pairs than this are not reported on. */
export const LEAST_PAIRS = 30

export function checkedPairs(pairs: Pairs): Pairs {
  const { from, to, years, weight } = pairs
  const lengths = [to, years, ...(weight === null ? [] : [weight])].map(column => column.length)
  if (lengths.some(length => length !== from.length)) {
    throw wrong('the columns of the pairs differ in length', from.length)
  }
  for (let i = 0; i < from.length; i++) {
    if (!Number.isFinite(from[i]) || !Number.isFinite(to[i])) throw wrong('a score is no number', i)
    if (!(years[i] > 0 && Number.isFinite(years[i])))
      throw wrong('the second interview is not the later one', i)
    if (weight !== null && !(weight[i] > 0 && Number.isFinite(weight[i])))
      throw wrong('a weight is not positive', i)
  }
  return pairs
}

/** Pairs by state: n01 = not lonely at the first wave, lonely at the second. */
export interface PairCounts {
  readonly n00: number
  readonly n01: number
  readonly n10: number
  readonly n11: number
}

/** A person is lonely from the cut-off on. */
export function countPairs({ from, to }: Pick<Pairs, 'from' | 'to'>, cut: number): PairCounts {
  const counts = [0, 0, 0, 0]
  for (let i = 0; i < from.length; i++) counts[(from[i] >= cut ? 2 : 0) + (to[i] >= cut ? 1 : 0)]++
  const [n00, n01, n10, n11] = counts
  return { n00, n01, n10, n11 }
}

export function totalOf({ n00, n01, n10, n11 }: PairCounts): number {
  return n00 + n01 + n10 + n11
}

function wrong(what: string, place: number): EjzError {
  return new EjzError(
    'pairs-not-usable',
    `${what} (pair ${place + 1})`,
    'take only people with a score and a usable weight at both waves',
  )
}
