/**
 * What a design can find: the smallest break it would show, the smallest it can rule out.
 *
 * The detectable break is (z(1 − α/2) + z(power)) standard errors of δ. No
 * break is proven when the 90 % interval lies within the margin, which even a
 * δ of exactly 0 cannot reach when z(1 − α) standard errors exceed the margin.
 * From the design, never from the δ that was found ("observed power").
 *
 * Units: those of the standard error.
 */
import { normalQuantile } from '../core/distributions.ts'

export function minimalDetectable(se: number, alpha = 0.05, power = 0.8): number {
  return (normalQuantile(1 - alpha / 2) + normalQuantile(power)) * se
}

/** The margin within which a δ of 0 could be shown to lie. */
export function provableMargin(se: number, alpha = 0.05): number {
  return normalQuantile(1 - alpha) * se
}

/** The smallest margin for which this interval would be equivalence. */
export function minProvableMargin([low, high]: readonly [number, number]): number {
  return Math.max(Math.abs(low), Math.abs(high))
}
