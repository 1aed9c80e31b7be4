/**
 * Where the figure went: since the last wave before the programme, and before it.
 *
 * The observed change has its own interval (τ² of both waves included); flat
 * is a claim too and needs the 90 % interval within the margin.
 *
 * Units: proportions 0-1; slope per year.
 */
import { normalQuantile } from '../core/distributions.ts'
import type { BreakEntry } from '../core/results.ts'
import { isWithin } from './break-state.ts'
import { varianceOfDifference, type WaveSeries } from './wave-series.ts'

export type Direction = NonNullable<BreakEntry['direction']>
export type PreDirection = NonNullable<BreakEntry['preSlope']>['direction']

export interface ObservedChange {
  diff: number
  se: number
  ci95: [number, number]
  ci90: [number, number]
}

/** From the last pre wave to the wave at position `at`. */
export function changeSinceLastPre(series: WaveSeries, at: number, alpha: number): ObservedChange {
  const last = series.pre.at(-1)!
  const diff = series.waves[at].p - series.waves[last].p
  const se = Math.sqrt(varianceOfDifference(series.covarianceOfP, at, last))
  const interval = (z: number): [number, number] => [diff - z * se, diff + z * se]
  return {
    diff,
    se,
    ci95: interval(normalQuantile(1 - alpha / 2)),
    ci90: interval(normalQuantile(1 - alpha)),
  }
}

export function directionOf({ ci95, ci90 }: ObservedChange, margin: number): Direction {
  if (isWithin(ci90, margin)) return 'flat'
  if (ci95[1] < 0) return 'down'
  return ci95[0] > 0 ? 'up' : 'undetermined'
}

export function preDirectionOf([low, high]: readonly [number, number]): PreDirection {
  if (low > 0) return 'rising'
  return high < 0 ? 'falling' : 'not_distinguishable'
}
