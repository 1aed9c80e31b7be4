/**
 * Mean change of the score within the same people.
 *
 * Paired t; the standardised response mean (change / SD of the changes) and the
 * correlation of the two waves stand beside it. Everybody counts alike: with
 * weights take `designChange`.
 *
 * Units: points of the score.
 * Checked against: R 4.2 t.test(paired = TRUE), cor; Student's sleep data.
 */
import { tQuantile, tTwoSided } from '../core/distributions.ts'
import { sum } from '../core/linear.ts'
import type { Limits } from './newcombe.ts'
import type { Column, Pairs } from './pairs.ts'

export interface MeanChange {
  readonly n: number
  readonly meanFrom: number | null
  readonly meanTo: number | null
  readonly meanChange: number | null
  readonly sdFrom: number | null
  readonly sdTo: number | null
  readonly sdChange: number | null
  readonly se: number | null
  readonly df: number | null
  readonly t: number | null
  readonly p: number | null
  readonly ci95: Limits | null
  readonly ci90: Limits | null
  /** standardised response mean */
  readonly srm: number | null
  /** correlation of the two waves; null where one of them does not vary */
  readonly r12: number | null
  readonly reason?: MeanChangeReason
}

export type MeanChangeReason = 'no_pairs' | 'one_pair' | 'no_variance'

export function meanChange({ from, to }: Pick<Pairs, 'from' | 'to'>): MeanChange {
  const n = from.length
  if (n === 0) return { ...NOTHING, n, reason: 'no_pairs' }
  const change = Array.from(to, (score, i) => score - from[i])
  const means = { n, meanFrom: meanOf(from), meanTo: meanOf(to), meanChange: meanOf(change) }
  if (n === 1) return { ...NOTHING, ...means, reason: 'one_pair' }
  const [sdFrom, sdTo, sdChange] = [from, to, change].map(sdOf)
  const spread = { ...means, sdFrom, sdTo, sdChange, r12: correlation(from, to) }
  if (sdChange === 0) return { ...NOTHING, ...spread, reason: 'no_variance' }
  const { meanChange: d } = means
  const [se, df] = [sdChange / Math.sqrt(n), n - 1]
  const within = (p: number): Limits => [d - tQuantile(p, df) * se, d + tQuantile(p, df) * se]
  return {
    ...spread,
    se,
    df,
    t: d / se,
    p: tTwoSided(d / se, df),
    ci95: within(0.975),
    ci90: within(0.95),
    srm: d / sdChange,
  }
}

/** Standard deviation with n − 1; 0 where all values are alike. */
export function sdOf(values: Column): number {
  if (Array.from(values).every(value => value === values[0])) return 0
  const mean = meanOf(values)
  return Math.sqrt(sum(Array.from(values, value => (value - mean) ** 2)) / (values.length - 1))
}

function meanOf(values: Column): number {
  return sum(Array.from(values)) / values.length
}

function correlation(a: Column, b: Column): number | null {
  const [meanA, meanB, sdA, sdB] = [meanOf(a), meanOf(b), sdOf(a), sdOf(b)]
  if (sdA === 0 || sdB === 0) return null
  const products = Array.from(a, (value, i) => (value - meanA) * (b[i] - meanB))
  return sum(products) / (a.length - 1) / (sdA * sdB)
}

const NOTHING = {
  meanFrom: null,
  meanTo: null,
  meanChange: null,
  sdFrom: null,
  sdTo: null,
  sdChange: null,
  se: null,
  df: null,
  t: null,
  p: null,
  ci95: null,
  ci90: null,
  srm: null,
  r12: null,
}
