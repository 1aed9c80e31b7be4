/**
 * What published figures add to a source besides points in its surveyed series:
 * their own estimates, and series that no survey has.
 *
 * A figure stands under every domain of the study that is about its people, else
 * under the domain it was given. Estimates of a model are shown and nothing else.
 */
import type { Domain } from '../core/domain.ts'
import { domainKey } from '../core/domain.ts'
import type { EstimateEntry, TrendEntry } from '../core/results.ts'
import { type DomainTable, hasSeries } from './domain-tables.ts'
import { publishedEntry } from './estimate-entry.ts'
import { type FigureIndex, joinedSeries, keyOf, type Series } from './series.ts'
import { type NamedFigure, peopleOf, publishedOf, type Source } from './source.ts'
import type { SourceStandards } from './source-standards.ts'
import type { StandardCells, SurveySeries } from './survey-series.ts'

export function publishedEntries(source: Source, tables: readonly DomainTable[]): EstimateEntry[] {
  const waves = publishedOf(source)
  if (waves.length === 0) return []
  const places = domainsByPeople(tables)
  return waves.flatMap(({ entry, figures }) =>
    figures.flatMap(({ figure, kind, domain, estimate }) =>
      (places.get(peopleOf(domain)) ?? [domain]).map(place =>
        publishedEntry(
          { source: source.name, wave: entry, measure: figure.measure, kind, domain: place, standard: null },
          estimate,
          figure.cite,
        ),
      ),
    ),
  )
}

/** The series of figures that the surveyed waves do not have: all of them where nothing was surveyed. */
export function publishedSeries(
  source: Source,
  tables: readonly DomainTable[],
  standards: SourceStandards,
  index: FigureIndex,
): Series[] {
  const waves = publishedOf(source)
  if (waves.length === 0) return []
  const surveyed = new Set(
    [...source.surveyed.cells.measures.keys()].flatMap(measure =>
      tables.flatMap(({ domains }) => domains.map(({ domain }) => keyOf(measure, domain))),
    ),
  )
  const known = new Map(
    waves.flatMap(({ figures }) => figures.filter(isSample).map(named => [keyOfFigure(named), named])),
  )
  const places = domainsByPeople(tables)
  const ofStudy = [...known.values()]
    .filter(named => !surveyed.has(keyOfFigure(named)))
    .flatMap(named =>
      (places.get(peopleOf(named.domain)) ?? [named.domain]).map(domain => ({ ...named, domain })),
    )
    .filter(({ domain }) => isFollowed(domain))
  return ofStudy.flatMap(named => {
    const crude = joinedSeries(source, unsurveyed(source, named, null), index)
    const table = tables.find(({ domains }) => domains.some(({ domain }) => domain === named.domain))
    const cells = table === undefined ? [] : standards.within(table, named.domain)
    return [crude, ...cells.map(standard => joinedSeries(source, unsurveyed(source, named, standard), index))]
  })
}

/** A series of model estimates is refused, and says so. */
export function modelTrends(source: Source, index: FigureIndex): TrendEntry[] {
  const waves = publishedOf(source)
  const known = new Map(
    waves.flatMap(({ figures }) =>
      figures
        .filter(named => !isSample(named) && isFollowed(named.domain))
        .map(named => [keyOfFigure(named), named]),
    ),
  )
  return [...known].flatMap(([key, { figure, domain }]) => {
    const own = waves.filter(wave => index.get(wave)?.has(key))
    if (own.length < 2) return []
    return [
      {
        source: source.name,
        measure: figure.measure,
        domain: { ...domain },
        standard: null,
        waves: own.map(({ entry }) => entry.wave),
        omnibus: null,
        wls: null,
        shown: true,
        reason: 'model_estimate',
      },
    ]
  })
}

function domainsByPeople(tables: readonly DomainTable[]): ReadonlyMap<string, readonly Domain[]> {
  const places = new Map<string, Domain[]>()
  const seen = new Set<string>()
  for (const { domain } of tables.flatMap(({ domains }) => domains)) {
    if (seen.has(domainKey(domain))) continue
    seen.add(domainKey(domain))
    const people = peopleOf(domain)
    places.set(people, [...(places.get(people) ?? []), domain])
  }
  return places
}

/** As the one-way tables of a survey: few enough to follow, and no areas. */
function isFollowed(domain: Domain): boolean {
  const { target: _, ...others } = domain
  return hasSeries({ by: Object.keys(others) })
}

function isSample({ figure }: NamedFigure): boolean {
  return figure.model !== true
}

function keyOfFigure({ figure, domain }: NamedFigure): string {
  return keyOf(figure.measure, domain)
}

/** What the surveyed waves say of it: that they lack it. */
function unsurveyed(source: Source, named: NamedFigure, standard: StandardCells | null): SurveySeries {
  return {
    source: source.name,
    measure: named.figure.measure,
    kind: named.kind,
    domain: named.domain,
    standard,
    estimates: [],
    covariance: [],
  }
}
