/**
 * Everything that one source says: estimates of every domain, standardised ones,
 * changes, trends, decompositions and breaks.
 *
 * Changes and trends are made for the target and for all respondents, in total
 * and for each one-way table but municipality; breaks for the target in total.
 */
import type { EstimateEntry, Results } from '../core/results.ts'
import type { Study } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import type { Unprinted } from '../disclosure/measure-tables.ts'
import { estimateDomains } from '../estimate/domain.ts'
import { breakEntry, type JudgedBreak } from './break-entry.ts'
import { decompositionEntries } from './decomposition-entries.ts'
import { type DomainTable, domainTables, type NamedDomain, targetLabel } from './domain-tables.ts'
import { estimateEntry } from './estimate-entry.ts'
import { crudeSeries, type Series, standardisedSeries } from './series.ts'
import { changeEntries, trendEntry } from './series-entries.ts'
import type { SourceData } from './source-data.ts'
import { type SourceStandards, sourceStandards } from './source-standards.ts'
import { unprintedCells } from './unprinted-cells.ts'

export interface SourceAnalysis extends Pick<Results, 'estimates' | 'changes' | 'trends' | 'decompositions'> {
  readonly breaks: JudgedBreak[]
  /** cells behind the decompositions that no table prints */
  readonly unprinted: readonly Unprinted[]
  readonly warnings: readonly Warning[]
}

/** The measures that a break is judged for. */
const JUDGED = ['lonely', 'severe']

export function analyseSource(study: Study, source: SourceData): SourceAnalysis {
  const tables = domainTables(study, source.cells, source.bands)
  const standards = sourceStandards(study, source)
  const series = tables.filter(hasSeries).flatMap(table => seriesOf(study, source, table, standards))
  const judged = series.filter(
    ({ domain, measure }) => JUDGED.includes(measure) && isTotalOf(domain, targetLabel(study)),
  )
  const crude = tables.flatMap(table => crudeEntries(study, source, table))
  return {
    estimates: [...crude, ...series.filter(({ standard }) => standard !== null).flatMap(seriesEstimates)],
    unprinted: unprintedCells(study, source, standards.own, crude),
    changes: series.flatMap(changeEntries),
    trends: series.flatMap(entry => trendEntry(entry) ?? []),
    decompositions: decompositionEntries(study, source, standards.own),
    breaks: judged.map(entry => breakEntry(study, source, entry)),
    warnings: standards.warnings,
  }
}

/** One-way tables and totals are followed over time; municipalities are too many and too small. */
function hasSeries({ by }: DomainTable): boolean {
  return by.length === 0 || (by.length === 1 && by[0] !== 'municipality')
}

function seriesOf(
  study: Study,
  source: SourceData,
  table: DomainTable,
  standards: SourceStandards,
): Series[] {
  const { lonelyPsu } = study.design
  const measures = [...source.cells.measures.keys()]
  return table.domains.flatMap(({ domain, selection }) => {
    const cells = standards.within(table, domain)
    return measures.flatMap(measure => {
      const request = { source, measure, domain, selection, lonelyPsu }
      const followed = source.waves.length > 1 || JUDGED.includes(measure)
      return [
        ...(followed ? [crudeSeries(request)] : []),
        ...cells.map(standard => standardisedSeries(request, standard)),
      ]
    })
  })
}

/** Every domain of the table in every wave, for every measure. */
function crudeEntries(study: Study, source: SourceData, table: DomainTable): EstimateEntry[] {
  const rows: (NamedDomain & { wave: number })[] = source.waves.flatMap((_, wave) =>
    table.domains.map(named => ({ ...named, wave })),
  )
  const selections = rows.map(({ selection, wave }) => new Map([...selection, ['wave', [wave]]]))
  return [...source.cells.measures].flatMap(([measure, { kind }]) =>
    estimateDomains(source.cells, measure, selections, study.design).map((estimate, i) =>
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
    ),
  )
}

function seriesEstimates(series: Series): EstimateEntry[] {
  return series.estimates.map((estimate, i) => estimateEntry({ ...series, wave: series.waves[i] }, estimate))
}

function isTotalOf(domain: Readonly<Record<string, string>>, target: string): boolean {
  return domain.target === target && Object.keys(domain).length === 1
}
