/**
 * The 11 and the 6 items of the scale scored on the same people, and what a
 * crosswalk from 6 to 11 would make of another wave.
 *
 * Shares of the weighted cross-table lonely by 6 × lonely by 11. The crosswalk is
 * Rogan-Gladen's p = (p6 + spec − 1) / (sens + spec − 1); its variance is that of
 * p6, sens and spec by the delta method, as if they came from independent simple
 * samples of Kish's effective size. Indicative only: sens and spec move with who
 * is lonely, so that a crosswalk can make or hide a change.
 *
 * Units: proportions 0-1; n in records.
 * Source: Rogan & Gladen (1978), Am J Epidemiol 107:71-76; method paper, part 8.
 * Checked against: R 4.2 (08_harmonise.R).
 */

/** Records of one cell: how many, Σ weight and Σ weight². */
export interface Tally {
  readonly n: number
  readonly w: number
  readonly w2: number
}

/** People with a valid score on both scales. */
export interface CrossTable {
  readonly both: Tally
  /** lonely by the 11 items only */
  readonly only11: Tally
  readonly only6: Tally
  readonly neither: Tally
}

/** Null where the denominator is empty. */
export interface Bridge {
  readonly n: number
  readonly p11: number | null
  readonly p6: number | null
  /** lonely by 6 among those lonely by 11 */
  readonly sens: number | null
  /** not lonely by 6 among those not lonely by 11 */
  readonly spec: number | null
  /** lonely by 11 among those lonely by 6 */
  readonly ppv: number | null
  readonly npv: number | null
  readonly kappa: number | null
  /** p6 / p11 */
  readonly ratio: number | null
}

export function bridge({ both, only11, only6, neither }: CrossTable): Bridge {
  const all = both.w + only11.w + only6.w + neither.w
  const [lonely11, lonely6] = [both.w + only11.w, both.w + only6.w]
  const agreement = share(both.w + neither.w, all)
  const expected = share(lonely11 * lonely6 + (all - lonely11) * (all - lonely6), all * all)
  return {
    n: both.n + only11.n + only6.n + neither.n,
    p11: share(lonely11, all),
    p6: share(lonely6, all),
    sens: share(both.w, lonely11),
    spec: share(neither.w, only6.w + neither.w),
    ppv: share(both.w, lonely6),
    npv: share(neither.w, only11.w + neither.w),
    kappa: agreement === null || expected === null ? null : share(agreement - expected, 1 - expected),
    ratio: share(lonely6, lonely11),
  }
}

/** A prevalence by the 6 items, with the size of the simple sample that would be as certain. */
export interface ShortPrevalence {
  readonly p6: number
  readonly neff: number
}

/** What the bridge makes of it; null where the crosswalk is not defined or leaves 0-1. */
export function roganGladen(
  table: CrossTable,
  { p6, neff }: ShortPrevalence,
): { readonly p11: number; readonly se: number } | null {
  const { sens, spec } = bridge(table)
  if (sens === null || spec === null || !(sens + spec > 1)) return null
  const youden = sens + spec - 1
  const p11 = (p6 + spec - 1) / youden
  if (p11 < 0 || p11 > 1) return null
  const ofSens = binomial(sens, effective(table.both, table.only11))
  const ofSpec = binomial(spec, effective(table.only6, table.neither))
  const variance = (binomial(p6, neff) + p11 ** 2 * ofSens + (1 - p11) ** 2 * ofSpec) / youden ** 2
  return { p11, se: Math.sqrt(variance) }
}

/** Kish's effective size of the people in these cells together. */
export function effective(...tallies: readonly Tally[]): number {
  const [w, w2] = tallies.reduce(([sum, squares], each) => [sum + each.w, squares + each.w2], [0, 0])
  return w2 === 0 ? 0 : w ** 2 / w2
}

function binomial(p: number, n: number): number {
  return (p * (1 - p)) / n
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null
}
