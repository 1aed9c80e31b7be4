/**
 * How bent may the expected course have been before the verdict falls?
 *
 * The slope without programme may drift by at most M per year after the last
 * pre wave, so the bias of δ is at most M times the years since; the interval
 * covers δ under the worst drift. The breakdown drift is the M at which the
 * interval without drift, moved by the bias, first touches zero.
 *
 * Units: the scale of δ, per year.
 * Source: Rambachan & Roth (2023), Rev. Econ. Stud. 90, 2555.
 * Checked against: R 4.2.
 */
import { normalQuantile } from '../core/distributions.ts'
import { biasedCriticalValue } from './noncentral.ts'

export interface DriftBounds {
  readonly maxDrift: number
  /** largest bias of δ under that drift */
  readonly bias: number
  readonly criticalValue: number
  readonly ci95: [number, number]
  readonly breakdownDrift: number
}

/** `years` from the last pre wave to the judged wave, more than 0. */
export function driftBounds(
  { delta, se }: { readonly delta: number; readonly se: number },
  { maxDrift, years, alpha }: { readonly maxDrift: number; readonly years: number; readonly alpha: number },
): DriftBounds {
  const bias = maxDrift * years
  const criticalValue = biasedCriticalValue(bias / se, alpha)
  const clear = Math.max(0, Math.abs(delta) - normalQuantile(1 - alpha / 2) * se)
  return {
    maxDrift,
    bias,
    criticalValue,
    ci95: [delta - criticalValue * se, delta + criticalValue * se],
    breakdownDrift: clear / years,
  }
}
