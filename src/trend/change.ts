/**
 * Change of an estimate between two waves, as difference, ratio and odds ratio.
 *
 * Var(d) = v_a + v_b − 2cov; ratio and odds ratio on their log scales by the
 * delta method. Degrees of freedom after Satterthwaite; infinite ones stay so.
 * A wave without variance (0 % or 100 %, or one PSU) gives a change without
 * interval: the Wald interval would claim a certainty that is not there.
 *
 * Units: proportions 0-1 or mean scores, like the estimates.
 * Source: Korn & Graubard (1999), Analysis of Health Surveys, ch. 3.
 * Checked against: R 4.2, survey 4.1.
 */
import { tQuantile, tTwoSided } from '../core/distributions.ts'

/** What a change needs to know of an estimate. */
export interface Level {
  readonly value: number | null
  readonly variance: number
  readonly df: number
}

export interface Change {
  readonly diff: number | null
  readonly se: number | null
  /** may be Infinity */
  readonly df: number | null
  readonly t: number | null
  readonly p: number | null
  readonly ci95: Pair | null
  readonly ci90: Pair | null
  readonly ratio: number | null
  readonly ratioCi: Pair | null
  readonly or: number | null
  readonly orCi: Pair | null
  readonly reason?: ChangeReason
}

export type Pair = [number, number]
export type ChangeReason = 'empty_cell' | 'no_variance' | 'no_df'

export const NO_CHANGE: Change = {
  diff: null,
  se: null,
  df: null,
  t: null,
  p: null,
  ci95: null,
  ci90: null,
  ratio: null,
  ratioCi: null,
  or: null,
  orCi: null,
}

/** `kind` decides whether odds make sense; `covariance` is that between the two estimates. */
export function change(
  from: Level,
  to: Level,
  covariance = 0,
  kind: 'proportion' | 'mean' = 'proportion',
): Change {
  if (from.value === null || to.value === null) return { ...NO_CHANGE, reason: 'empty_cell' }
  const [a, b] = [from.value, to.value]
  const odds = kind === 'proportion' && isInside(a) && isInside(b)
  const points = { diff: b - a, ratio: a > 0 ? b / a : null, or: odds ? oddsOf(b) / oddsOf(a) : null }
  const variance = from.variance + to.variance - 2 * covariance
  if (!(from.variance > 0 && to.variance > 0 && variance > 0)) {
    return { ...NO_CHANGE, ...points, reason: 'no_variance' }
  }
  const se = Math.sqrt(variance)
  const t = points.diff / se
  const df = satterthwaite(from, to)
  if (!(df > 0)) return { ...NO_CHANGE, ...points, se, t, reason: 'no_df' }
  const half = tQuantile(0.975, df)
  const scaled = (scaleA: number, scaleB: number) =>
    Math.sqrt(from.variance / scaleA ** 2 + to.variance / scaleB ** 2 - (2 * covariance) / (scaleA * scaleB))
  return {
    ...points,
    se,
    df,
    t,
    p: tTwoSided(t, df),
    ci95: around(points.diff, half * se),
    ci90: around(points.diff, tQuantile(0.95, df) * se),
    ratioCi: a > 0 && b > 0 ? times(b / a, half * scaled(a, b)) : null,
    orCi: points.or === null ? null : times(points.or, half * scaled(a * (1 - a), b * (1 - b))),
  }
}

/** (v_a + v_b)² / (v_a²/df_a + v_b²/df_b) */
function satterthwaite(a: Level, b: Level): number {
  return (a.variance + b.variance) ** 2 / (a.variance ** 2 / a.df + b.variance ** 2 / b.df)
}

function isInside(share: number): boolean {
  return share > 0 && share < 1
}

function oddsOf(share: number): number {
  return share / (1 - share)
}

function around(centre: number, half: number): Pair {
  return [centre - half, centre + half]
}

/** An interval that is symmetric on the log scale. */
function times(centre: number, logHalf: number): Pair {
  return [centre * Math.exp(-logHalf), centre * Math.exp(logHalf)]
}
