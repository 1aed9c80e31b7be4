/**
 * Hides projections that rest on hidden estimates.
 *
 * A projection is a sum over the cells of age and sex with weights that anybody
 * can look up: like a decomposition it goes when its wave, or a printed cell of
 * it, is confidential.
 */
import type { ProjectionEntry } from '../core/results.ts'
import { restsOnHidden } from './dependents.ts'
import type { Fates } from './fate.ts'

export function discloseProjection(entry: ProjectionEntry, fates: Fates): ProjectionEntry {
  if (!entry.preWaves.some(wave => restsOnHidden(entry, wave, fates))) return entry
  return {
    ...entry,
    L: null,
    prev: null,
    ci80: null,
    ci95: null,
    pOver1m: null,
    sd: null,
    mcSe: null,
    seDelta: null,
    slope: null,
    split: null,
    flags: [],
    reason: 'suppressed',
    shown: false,
  }
}
