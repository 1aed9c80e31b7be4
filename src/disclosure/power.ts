/**
 * Hides the power of a series that has a hidden estimate.
 *
 * Numbers, precision and the prevalence planned with are those of its waves:
 * one hidden wave hides them all.
 */
import type { PowerEntry } from '../core/results.ts'
import { isHidden } from './dependents.ts'
import type { Fates } from './fate.ts'

export function disclosePower(entry: PowerEntry, fates: Fates): PowerEntry {
  if (!entry.waves.some(({ wave }) => isHidden(entry, wave, fates))) return entry
  return {
    ...entry,
    waves: entry.waves.map(wave => ({ ...wave, n: null, deff: null, neff: null })),
    p: null,
    correlation: null,
    seDelta: null,
    mdeDelta: null,
    mdeSlopePerYear: null,
    provableMargin: null,
    continuationAttainable: null,
    seChange: null,
    mdeChange: null,
    requiredN: null,
    shown: false,
    reason: 'suppressed',
  }
}
