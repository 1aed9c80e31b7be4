/**
 * A series: one measure of one domain over the waves of a source, crude or
 * standardised, surveyed or published, with the covariance between the waves.
 *
 * This is the unit from which changes, trends and breaks are made. A wave that
 * did not publish the figure has no point. A published value stands by itself:
 * its covariance with other waves is 0, which is right for other people only
 * (a panel is refused, see `one-series.ts`). Estimates of a model have no place.
 */
import type { Domain } from '../core/domain.ts'
import type { Estimate } from '../core/estimate.ts'
import type { Matrix } from '../core/linear.ts'
import type { PublishedEstimate } from '../estimate/published.ts'
import type { Level } from '../trend/change.ts'
import { standardisePublished } from './published-standard.ts'
import { type NamedFigure, type PublishedWave, peopleOf, type Source, type SurveyedWave } from './source.ts'
import { hasMeasure } from './source-data.ts'
import type { StandardCells, SurveySeries } from './survey-series.ts'

export interface Series {
  readonly source: string
  readonly measure: string
  readonly kind: 'proportion' | 'mean'
  readonly domain: Domain
  readonly standard: string | null
  /** in order of time */
  readonly points: readonly SeriesPoint[]
  readonly covariance: Matrix
}

export type SeriesPoint =
  | { readonly kind: 'surveyed'; readonly wave: SurveyedWave; readonly estimate: Estimate }
  | {
      readonly kind: 'published'
      readonly wave: PublishedWave
      readonly estimate: PublishedEstimate
      readonly cite: string
    }

/** The published figures of a source by wave, measure and people. */
export type FigureIndex = ReadonlyMap<PublishedWave, ReadonlyMap<string, NamedFigure>>

export function figureIndex({ waves }: Source): FigureIndex {
  return new Map(
    waves
      .filter(wave => wave.kind === 'published')
      .map(wave => [
        wave,
        new Map(wave.figures.map(named => [keyOf(named.figure.measure, named.domain), named])),
      ]),
  )
}

/** The surveyed series with the published waves that have its figure. */
export function joinedSeries(source: Source, surveyed: SurveySeries, index: FigureIndex): Series {
  const { measure, kind, domain, standard, estimates, covariance } = surveyed
  const points = source.waves.flatMap((wave): SeriesPoint[] => {
    if (wave.kind === 'surveyed') {
      if (!hasMeasure(source.surveyed, wave.position, measure)) return []
      return estimates
        .slice(wave.position, wave.position + 1)
        .map(estimate => ({ kind: 'surveyed', wave, estimate }))
    }
    const found = published(wave, measure, domain, standard, index)
    return found === null ? [] : [{ kind: 'published', wave, ...found }]
  })
  const between = (a: SeriesPoint, b: SeriesPoint) => {
    if (a === b) return levelOf(a).variance
    return a.kind === 'surveyed' && b.kind === 'surveyed' ? covariance[a.wave.position][b.wave.position] : 0
  }
  return {
    source: source.name,
    measure,
    kind,
    domain,
    standard: standard === null ? null : standard.id,
    points,
    covariance: points.map(a => points.map(b => between(a, b))),
  }
}

/** A variance that nobody published is 0, from which nothing is computed. */
export function levelOf({ estimate }: SeriesPoint): Level {
  const df = 'df' in estimate ? estimate.df : Infinity
  return { value: estimate.value, variance: estimate.variance ?? 0, df }
}

export function keyOf(measure: string, domain: Domain): string {
  return `${measure} ${peopleOf(domain)}`
}

function published(
  wave: PublishedWave,
  measure: string,
  domain: Domain,
  standard: StandardCells | null,
  index: FigureIndex,
): { estimate: PublishedEstimate; cite: string } | null {
  const figureOf = (people: Domain) => {
    const found = index.get(wave)?.get(keyOf(measure, people))
    return found === undefined || found.figure.model === true ? undefined : found
  }
  if (standard !== null) return standardisePublished(standard, figureOf)
  const found = figureOf(domain)
  return found === undefined ? null : { estimate: found.estimate, cite: found.figure.cite }
}
