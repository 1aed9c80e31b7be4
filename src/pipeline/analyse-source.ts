/**
 * Everything that one source says: estimates of every domain, standardised ones,
 * changes, trends, decompositions and breaks.
 *
 * Changes and trends are made for the target and for all respondents, in total
 * and for each one-way table but municipality; breaks for the target in total.
 * Published figures stand beside the surveyed ones, and join their series.
 */
import type { EstimateEntry, Results } from '../core/results.ts'
import type { Study } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import type { Unprinted } from '../disclosure/measure-tables.ts'
import { estimateDomains } from '../estimate/domain.ts'
import type { FittedCell } from '../standardise/fit.ts'
import { breakEntry, type JudgedBreak } from './break-entry.ts'
import { decompositionEntries } from './decomposition-entries.ts'
import { type DomainTable, domainTables, hasSeries, type NamedDomain, targetLabel } from './domain-tables.ts'
import { estimateEntry, publishedEntry } from './estimate-entry.ts'
import { powerEntry } from './power-entries.ts'
import { modelTrends, publishedEntries, publishedSeries } from './published-series.ts'
import { publishedWarnings, unstandardised } from './published-warnings.ts'
import { type FigureIndex, figureIndex, joinedSeries, type Series } from './series.ts'
import { changeEntries, trendEntry } from './series-entries.ts'
import type { Source } from './source.ts'
import { hasMeasure, type SourceData } from './source-data.ts'
import { type SourceStandards, sourceStandards } from './source-standards.ts'
import { standardId } from './standard-populations.ts'
import { crudeSeries, standardisedSeries } from './survey-series.ts'
import { unknownSplits } from './unknown-splits.ts'
import { unprintedCells } from './unprinted-cells.ts'

export interface SourceAnalysis
  extends Pick<Results, 'estimates' | 'changes' | 'trends' | 'decompositions' | 'power'> {
  readonly source: Source
  /** the target's own bands × sex, collapsed */
  readonly cells: readonly FittedCell[]
  readonly breaks: JudgedBreak[]
  /** cells behind the decompositions that no table prints */
  readonly unprinted: readonly Unprinted[]
  readonly warnings: readonly Warning[]
}

/** The measures that a break is judged for. */
const JUDGED = ['lonely', 'severe']

export function analyseSource(study: Study, source: Source): SourceAnalysis {
  const { surveyed } = source
  const tables = domainTables(study, surveyed.cells, surveyed.bands)
  const standards = sourceStandards(study, source)
  const index = figureIndex(source)
  const followed = tables
    .filter(hasSeries)
    .flatMap(table => seriesOf(study, source, table, standards, index))
    .concat(publishedSeries(source, tables, standards, index))
  const series = followed.filter(({ points }) => points.length > 0)
  const totals = series.filter(({ domain }) => isTotalOf(domain, targetLabel(study)))
  const judged = totals.filter(({ measure }) => JUDGED.includes(measure))
  const crude = tables.flatMap(table => crudeEntries(study, surveyed, table))
  return {
    source,
    cells: standards.own,
    estimates: [
      ...crude,
      ...publishedEntries(source, tables),
      ...series.filter(({ standard }) => standard !== null).flatMap(seriesEstimates),
    ],
    unprinted: unprintedCells(study, surveyed, standards.own, crude),
    changes: series.flatMap(changeEntries),
    trends: [...series.flatMap(entry => trendEntry(entry) ?? []), ...modelTrends(source, index)],
    decompositions: [
      ...decompositionEntries(study, surveyed, standards.own),
      ...totals.flatMap(unknownSplits),
    ],
    breaks: judged.map(entry => breakEntry(study, source, entry)),
    power: series.filter(entry => isPlannedFor(study, entry)).map(entry => powerEntry(study, source, entry)),
    warnings: [
      ...standards.warnings,
      ...publishedWarnings(source),
      ...unstandardised(study, source, followed),
    ],
  }
}

/** The target and its subgroups, crude and by the primary standard. */
function isPlannedFor(study: Study, { measure, domain, standard }: Series): boolean {
  const [primary] = study.standard
  const isCompared = standard === null || (primary !== undefined && standard === standardId(primary))
  return JUDGED.includes(measure) && domain.target === targetLabel(study) && isCompared
}

function seriesOf(
  study: Study,
  source: Source,
  table: DomainTable,
  standards: SourceStandards,
  index: FigureIndex,
): Series[] {
  const { surveyed } = source
  const { lonelyPsu } = study.design
  const measures = [...surveyed.cells.measures.keys()]
  return table.domains.flatMap(({ domain, selection }) => {
    const cells = standards.within(table, domain)
    return measures.flatMap(measure => {
      const request = { source: surveyed, measure, domain, selection, lonelyPsu }
      const followed = source.waves.length > 1 || JUDGED.includes(measure)
      return [
        ...(followed ? [crudeSeries(request)] : []),
        ...cells.map(standard => standardisedSeries(request, standard)),
      ].map(series => joinedSeries(source, series, index))
    })
  })
}

/** Every domain of the table in every surveyed wave, for every measure that the wave has. */
function crudeEntries(study: Study, source: SourceData, table: DomainTable): EstimateEntry[] {
  const rows: (NamedDomain & { wave: number })[] = source.waves.flatMap((_, wave) =>
    table.domains.map(named => ({ ...named, wave })),
  )
  const selections = rows.map(({ selection, wave }) => new Map([...selection, ['wave', [wave]]]))
  return [...source.cells.measures].flatMap(([measure, { kind }]) =>
    estimateDomains(source.cells, measure, selections, study.design).flatMap((estimate, i) =>
      hasMeasure(source, rows[i].wave, measure)
        ? [
            estimateEntry(
              {
                source: source.name,
                wave: source.entries[rows[i].wave],
                measure,
                kind,
                domain: rows[i].domain,
                standard: null,
              },
              estimate,
            ),
          ]
        : [],
    ),
  )
}

function seriesEstimates(series: Series): EstimateEntry[] {
  return series.points.map(point => {
    const about = { ...series, wave: point.wave.entry }
    return point.kind === 'published'
      ? publishedEntry(about, point.estimate, point.cite)
      : estimateEntry(about, point.estimate)
  })
}

function isTotalOf(domain: Readonly<Record<string, string>>, target: string): boolean {
  return domain.target === target && Object.keys(domain).length === 1
}
