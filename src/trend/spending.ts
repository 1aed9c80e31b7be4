/**
 * How much of α may be spent when the same question is asked after each post wave.
 *
 * O'Brien-Fleming-type spending: 2(1 − Φ(z_{1−α/2} / √f)) at information
 * fraction f. Early looks get next to nothing, the last planned one nearly all.
 *
 * Source: Lan & DeMets (1983), Biometrika 70, 659.
 * Checked against: R 4.2.
 */
import { normalQuantile, normalTwoSided } from '../core/distributions.ts'

/** Cumulative α at each information fraction (0-1, the last planned look 1). */
export function alphaSpent(information: readonly number[], alpha = 0.05): number[] {
  return information.map(share => normalTwoSided(normalQuantile(1 - alpha / 2) / Math.sqrt(share)))
}
