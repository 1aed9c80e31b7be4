/**
 * What the intervals of δ allow to be said, before any word for it.
 *
 * Relevant when the whole 95 % interval lies beyond the margin, equivalent
 * when the 90 % interval lies within it (two one-sided tests at 5 %), plain
 * favourable or unfavourable when only zero is excluded. In this order. What
 * none of these fits is inconclusive, which is not the same as no change.
 *
 * Source: Schuirmann (1987), J. Pharmacokinet. Biopharm. 15, 657.
 */
import type { BreakEntry } from '../core/results.ts'

export type BreakState = NonNullable<BreakEntry['breakState']>
export type Strength = NonNullable<BreakEntry['strength']>
type Interval = readonly [number, number]

export function breakState([low95, high95]: Interval, ci90: Interval, margin: number): BreakState {
  if (high95 < -margin) return 'favourable_relevant'
  if (low95 > margin) return 'unfavourable_relevant'
  if (isWithin(ci90, margin)) return 'equivalent'
  if (high95 < 0) return 'favourable'
  if (low95 > 0) return 'unfavourable'
  return 'inconclusive'
}

export function isWithin([low, high]: Interval, margin: number): boolean {
  return low > -margin && high < margin
}

const STRENGTHS: Readonly<Record<BreakState, Strength>> = {
  favourable_relevant: 'strong',
  unfavourable_relevant: 'strong',
  favourable: 'moderate',
  unfavourable: 'moderate',
  equivalent: 'none',
  inconclusive: 'none',
}

export function strengthOf(state: BreakState): Strength {
  return STRENGTHS[state]
}
