/**
 * What keeps the points of a series from being compared, or null.
 *
 * First what holds for any waves: instrument, cut-off, age floor, kind of
 * estimate. Then what only published waves bring: in a panel the same people
 * answer again, and nobody publishes how their answers go together; and figures
 * of all respondents that do not say from which age on they hold.
 */
import type { Domain } from '../core/domain.ts'
import { floorOf, refusalsAmong, SERIES_BREAKS } from './comparability.ts'
import type { SourceWave } from './source.ts'

export type Barrier =
  | { readonly kind: 'instrument'; readonly reason: string }
  | { readonly kind: 'published'; readonly reason: 'panel_covariance_missing' | 'age_floor_unknown' }

export function barrierAmong(waves: readonly SourceWave[], measure: string, domain: Domain): Barrier | null {
  const entries = waves.map(({ entry }) => entry)
  const [refusal] = refusalsAmong(entries, measure, domain)
  if (refusal !== undefined) return { kind: 'instrument', reason: SERIES_BREAKS[refusal] }
  if (waves.length < 2 || waves.every(({ kind }) => kind === 'surveyed')) return null
  if (entries.some(({ panel }) => panel)) return { kind: 'published', reason: 'panel_covariance_missing' }
  const open = domain.target === 'all' && domain.age === undefined
  if (open && waves.some(({ kind, entry }) => kind === 'published' && floorOf(entry) === null)) {
    return { kind: 'published', reason: 'age_floor_unknown' }
  }
  return null
}
