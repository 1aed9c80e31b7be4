/** What a series says over time: changes between its waves and the line through them. */
import type { ChangeEntry, TrendEntry } from '../core/results.ts'
import { change, NO_CHANGE } from '../trend/change.ts'
import { holm } from '../trend/holm.ts'
import { linearTrend } from '../trend/linear-trend.ts'
import { omnibus } from '../trend/omnibus.ts'
import { barrierAmong } from './one-series.ts'
import { levelOf, type Series, type SeriesPoint } from './series.ts'

/** Every pair of waves that may be compared, with Holm's adjustment over the pairs of this series. */
export function changeEntries(series: Series): ChangeEntry[] {
  const { source, measure, kind, domain, standard, points, covariance } = series
  const waves = points.map(({ wave }) => wave)
  const levels = points.map(levelOf)
  const pairs = waves
    .flatMap((_, a) => waves.slice(a + 1).map((_, after) => [a, a + 1 + after] as const))
    .filter(([a, b]) => barrierAmong([waves[a], waves[b]], measure, domain) === null)
  const changes = pairs.map(([a, b]) =>
    isUncertain(points[a]) || isUncertain(points[b])
      ? { ...NO_CHANGE, reason: 'no_variance' as const }
      : change(levels[a], levels[b], covariance[a][b], kind),
  )
  const adjusted = holm(changes.map(({ p }) => p))
  return changes.map(({ reason, df, ...statistics }, i) => ({
    source,
    measure,
    domain: { ...domain },
    standard,
    from: waves[pairs[i][0]].entry.wave,
    to: waves[pairs[i][1]].entry.wave,
    ...statistics,
    df: df !== null && Number.isFinite(df) ? df : null,
    pHolm: adjusted[i],
    shown: true,
    ...(reason === undefined ? {} : { reason }),
  }))
}

/** Null for a single wave. */
export function trendEntry(series: Series): TrendEntry | null {
  const { source, measure, domain, standard, points, covariance } = series
  const waves = points.map(({ wave }) => wave)
  const levels = points.map(levelOf)
  if (waves.length < 2) return null
  const about = {
    source,
    measure,
    domain: { ...domain },
    standard,
    waves: waves.map(({ entry }) => entry.wave),
    shown: true,
  }
  const barrier = barrierAmong(waves, measure, domain)
  if (barrier !== null) return { ...about, omnibus: null, wls: null, reason: barrier.reason }
  const values = levels.map(({ value }) => value)
  if (!allKnown(values)) return { ...about, omnibus: null, wls: null, reason: 'empty_cell' }
  if (levels.some(({ variance }) => !(variance > 0))) {
    return { ...about, omnibus: null, wls: null, reason: 'no_variance' }
  }
  const wls = linearTrend(
    waves.map(({ entry }) => entry.time),
    values,
    covariance,
  )
  const test = omnibus(values, covariance)
  return { ...about, omnibus: test, wls, ...(test === null ? { reason: 'singular_covariance' } : {}) }
}

/** A published value whose uncertainty nobody knows: a difference with it would pass for a finding. */
function isUncertain(point: SeriesPoint): boolean {
  return point.kind === 'published' && point.estimate.variance === null
}

function allKnown(values: readonly (number | null)[]): values is number[] {
  return values.every(value => value !== null)
}
