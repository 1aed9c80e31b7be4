/**
 * The changes whose make-up is not known, because a wave of them was published:
 * rates and composition of its age groups are in no publication.
 *
 * Each wave against the one before it, and the last against the first, as with
 * surveyed waves.
 */
import type { DecompositionEntry } from '../core/results.ts'
import { barrierAmong } from './one-series.ts'
import type { Series, SeriesPoint } from './series.ts'

export function unknownSplits(series: Series): DecompositionEntry[] {
  const { source, measure, domain, points } = series
  if (series.standard !== null) return []
  return pairsOf(points)
    .filter(pair => pair.some(({ kind }) => kind === 'published'))
    .filter(
      pair =>
        barrierAmong(
          pair.map(({ wave }) => wave),
          measure,
          domain,
        ) === null,
    )
    .map(([from, to]) => ({
      source,
      measure,
      domain: { ...domain },
      standard: null,
      method: 'kitagawa',
      from: from.wave.entry.wave,
      to: to.wave.entry.wave,
      total: null,
      seTotal: null,
      rate: null,
      seRate: null,
      composition: null,
      seComposition: null,
      covariance: null,
      cells: [],
      shown: true,
      reason: 'published_wave',
    }))
}

function pairsOf(points: readonly SeriesPoint[]): (readonly [SeriesPoint, SeriesPoint])[] {
  const steps = points.slice(1).map((to, i) => [points[i], to] as const)
  return steps.length > 1 ? [...steps, [points[0], points[points.length - 1]]] : steps
}
