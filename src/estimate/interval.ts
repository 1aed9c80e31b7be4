/**
 * Confidence intervals of estimates, with an answer at 0 and 100 %.
 *
 * Proportions: logit with t quantiles; at 0 and 100 %, where it has no width,
 * Korn-Graubard with n as effective size. Means: t. Where the variance or the
 * degrees of freedom say nothing, there is no interval and a reason: a zero
 * width would claim certainty.
 *
 * Units: as the estimate; df may be Infinity, then normal quantiles.
 * Source: Korn & Graubard (1998), Survey Methodology 24, 193; Parker et al.
 * (2017), NCHS Vital and Health Statistics 2(175), for the cap at n.
 * Checked against: R survey 4.5, svyciprop(method = "logit", "beta"), confint.
 */
import { betaQuantile, tQuantile } from '../core/distributions.ts'
import type { Estimate } from '../core/estimate.ts'

export interface Interval {
  readonly low: number | null
  readonly high: number | null
  readonly interval: 'logit' | 'kg' | 't' | null
  readonly reason?: 'no_df' | 'empty_cell'
}

export type Limits = readonly [low: number, high: number]

export function intervalOf(estimate: Estimate, kind: 'proportion' | 'mean', level = 0.95): Interval {
  const { value, variance, df } = estimate
  if (value === null) return none('empty_cell')
  if (df <= 0) return none('no_df')
  if (kind === 'proportion' && isExtreme(estimate)) {
    const limits = reportingInterval(estimate, level)
    return limits === null ? none('no_df') : { ...limits, interval: 'kg' }
  }
  if (variance <= 0) return none('no_df')
  return kind === 'mean'
    ? named('t', normalInterval(value, variance, df, level))
    : named('logit', logitInterval(value, variance, df, level))
}

/** Korn-Graubard, capped at n, as reports and reliability rules use it; null for means and without df. */
export function reportingInterval(estimate: Estimate, level = 0.95): { low: number; high: number } | null {
  const { value, df, n, neff, events } = estimate
  if (value === null || events === null || neff === null || df <= 0 || n < 2) return null
  const [low, high] = kornGraubard(value, { neff, n, df, cap: true }, level)
  return { low, high }
}

/** 0 or 100 %, by the counts. */
export function isExtreme({ n, events }: Estimate): boolean {
  return n > 0 && (events === 0 || events === n)
}

/** p ± t √v on the logit scale; 0 < value < 1. */
export function logitInterval(value: number, variance: number, df: number, level = 0.95): Limits {
  const odds = value / (1 - value)
  const half = (twoSided(df, level) * Math.sqrt(variance)) / (value * (1 - value))
  const share = (x: number) => 1 / (1 + 1 / x)
  return [share(odds * Math.exp(-half)), share(odds * Math.exp(half))]
}

/** x ± t √v; the t interval of means, the normal one with df = Infinity. */
export function normalInterval(value: number, variance: number, df: number, level = 0.95): Limits {
  const half = twoSided(df, level) * Math.sqrt(variance)
  return [value - half, value + half]
}

/** x · exp(± t √v / x); value > 0. */
export function logInterval(value: number, variance: number, df: number, level = 0.95): Limits {
  const half = (twoSided(df, level) * Math.sqrt(variance)) / value
  return [value * Math.exp(-half), value * Math.exp(half)]
}

/** Clopper-Pearson limits for an effective sample; without the cap svyciprop(method = "beta"). */
export function kornGraubard(
  value: number,
  size: { readonly neff: number; readonly n: number; readonly df: number; readonly cap: boolean },
  level = 0.95,
): Limits {
  const { neff, n, df, cap } = size
  const adjusted = neff * (twoSided(n - 1, level) / twoSided(df, level)) ** 2
  const trials = cap ? Math.min(adjusted, n) : adjusted
  const hits = trials * value
  const tail = (1 - level) / 2
  return [
    value <= 0 ? 0 : betaQuantile(tail, hits, trials - hits + 1),
    value >= 1 ? 1 : betaQuantile(1 - tail, hits + 1, trials - hits),
  ]
}

function twoSided(df: number, level: number): number {
  return tQuantile((1 + level) / 2, df)
}

function none(reason: 'no_df' | 'empty_cell'): Interval {
  return { low: null, high: null, interval: null, reason }
}

function named(interval: 'logit' | 't', [low, high]: Limits): Interval {
  return { low, high, interval }
}
