/**
 * The constant hazard behind events seen only at the next interview.
 *
 * P(event within t) = 1 − exp(−h t): a regression with complementary log-log
 * link, ln t as offset and only an intercept, solved by Fisher scoring. With
 * one interval for everybody h = −ln(1 − events/n)/t. The interval is symmetric
 * on the log scale.
 *
 * Units: per person-year; t in years.
 * Source: Kalbfleisch & Prentice (2002), Statistical Analysis of Failure Time
 * Data, 4.6 (grouped data).
 * Checked against: R 4.2 glm(binomial("cloglog"), offset).
 */
import { normalQuantile } from '../core/distributions.ts'
import type { Limits } from './newcombe.ts'

export interface Hazard {
  readonly value: number | null
  readonly se: number | null
  readonly ci95: Limits | null
  readonly reason?: HazardReason
}

/** `no_events`: the value is 0 and has no interval; the others leave no value */
export type HazardReason = 'nobody_at_risk' | 'no_events' | 'everybody_changed' | 'faster_than_observed'

/** Years to the next interview, and whether the event was there by then. */
export interface Observed {
  readonly years: number
  readonly event: boolean
}

export function constantHazard(observed: readonly Observed[]): Hazard {
  const events = observed.filter(({ event }) => event).length
  if (observed.length === 0) return noHazard('nobody_at_risk')
  if (events === 0) return ZERO_HAZARD
  if (events === observed.length) return noHazard('everybody_changed')
  let log = Math.log(events / observed.reduce((years, one) => years + one.years, 0))
  for (let step = 0; step < 100; step++) {
    const { score, information } = derivatives(observed, Math.exp(log))
    log += score / information
    if (Math.abs(score / information) < 1e-13) break
  }
  const value = Math.exp(log)
  return hazardOf(value, value / Math.sqrt(derivatives(observed, value).information))
}

/** Of the log-likelihood, by ln h. */
function derivatives(observed: readonly Observed[], hazard: number) {
  let [score, information] = [0, 0]
  for (const { years, event } of observed) {
    const expected = hazard * years
    const odds = Math.expm1(expected)
    score += event ? expected / odds : -expected
    information += expected ** 2 / odds
  }
  return { score, information }
}

/** A positive hazard with its standard error. */
export function hazardOf(value: number, se: number): Hazard {
  const half = (normalQuantile(0.975) * se) / value
  return { value, se, ci95: [value * Math.exp(-half), value * Math.exp(half)] }
}

export function noHazard(reason: HazardReason): Hazard {
  return { value: null, se: null, ci95: null, reason }
}

export const ZERO_HAZARD: Hazard = { value: 0, se: null, ci95: null, reason: 'no_events' }
