/**
 * The standards that fit a source, as selections of its cells with their shares.
 *
 * The cells are collapsed once per standard and population, on its total and on
 * the prevalence of loneliness; every wave, domain and measure then uses the
 * same ones. A standard that does not fit is skipped and says why.
 */
import type { Cells, Selection } from '../core/cells.ts'
import { bandBounds, bandLabel, type Domain } from '../core/domain.ts'
import type { Standard } from '../core/standard.ts'
import type { Study } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import { estimateDomains } from '../estimate/domain.ts'
import { type CollapsedBand, collapse, intoBands } from '../standardise/collapse.ts'
import { type AgeBounds, type Fit, type FittedCell, fitStandard, type Sex } from '../standardise/fit.ts'
import { type DomainTable, targetLabel } from './domain-tables.ts'
import type { Source } from './source.ts'
import type { SourceData } from './source-data.ts'
import { compositionOf, fixedStandard, populationBands, standardId } from './standard-populations.ts'
import type { StandardCells } from './survey-series.ts'

export interface SourceStandards {
  /** what a domain can be standardised by: nothing where the table splits by age or municipality */
  within(table: DomainTable, domain: Domain): StandardCells[]
  /** the target's own bands × sex, collapsed: what a decomposition is made over */
  readonly own: readonly FittedCell[]
  readonly warnings: readonly Warning[]
}

interface Settled {
  readonly standard: Standard
  readonly range: AgeBounds
  readonly bands: readonly CollapsedBand[]
}

export function sourceStandards(study: Study, { surveyed: source, waves }: Source): SourceStandards {
  const ends = { first: waves[0].kind, last: waves[waves.length - 1].kind }
  const warnings: Warning[] = []
  const settled = new Map<string, Settled[]>()
  for (const population of [targetLabel(study), 'all']) {
    const found = study.standard.map(name =>
      isUnknown(name, ends)
        ? unknownComposition(source, name, population, warnings)
        : settle(study, source, name, population, warnings),
    )
    settled.set(
      population,
      found.filter(one => one !== null),
    )
  }
  const own = source.waves.length === 0 ? null : settle(study, source, 'first-wave', targetLabel(study), [])
  return {
    within: (table, domain) =>
      table.by.some(column => column === 'age' || column === 'municipality')
        ? []
        : (settled.get(table.target) ?? []).flatMap(one => cellsOf(one, source, domain)),
    own: own === null ? [] : fittedCells(own, source, null),
    warnings,
  }
}

function settle(
  study: Study,
  source: SourceData,
  name: string,
  population: string,
  warnings: Warning[],
): Settled | null {
  const bands = populationBands(study, population !== 'all')
  const range: AgeBounds = [bands[0][0], bands[bands.length - 1][1]]
  const standard = fixedStandard(name) ?? waveStandard(name, source, bands)
  const fit = fitStandard(standard, range, bandBounds(source.bands.edges))
  if (fit.kind === 'skipped') {
    warnings.push(skipped(source, standard.id, population, fit.reason))
    return null
  }
  const collapsed = collapse(fit.cells, cell => sizesOf(study, source, cell))
  const cells = intoBands(fit.cells, collapsed)
  if (cells.length === 1 && fit.cells.length > 1) {
    warnings.push(skipped(source, standard.id, population, TOO_FEW))
    return null
  }
  if (cells.length < fit.cells.length) {
    warnings.push(merged(source, standard.id, population, fit.cells.length, cells.length))
  }
  return { standard, range, bands: collapsed }
}

/** A standard of one cell corrects for nothing. */
const TOO_FEW = 'too few respondents to keep age groups or sexes apart in every wave'

function waveStandard(name: string, source: SourceData, bands: readonly AgeBounds[]): Standard {
  const wave = name === 'first-wave' ? 0 : source.waves.length - 1
  return compositionOf(standardId(name), source.cells, wave, bands, source.bands)
}

/** Respondents and effective respondents of a cell in each wave. */
function sizesOf(study: Study, source: SourceData, cell: FittedCell) {
  if (source.waves.length === 0) return []
  const selections = source.waves.map((_, wave) => new Map([...selectionOf(cell), ['wave', [wave]] as const]))
  return estimateDomains(source.cells, 'lonely', selections, study.design)
}

function cellsOf(settled: Settled, source: SourceData, domain: Domain): StandardCells[] {
  const cells = fittedCells(settled, source, sexOf(domain))
  if (cells.length === 0) return []
  return [
    {
      id: settled.standard.id,
      domains: cells.map(({ from, to, sex }) => ({
        ...domain,
        age: bandLabel(from, to),
        ...(sex === null ? {} : { sex }),
      })),
      selections: sharedSelections(source, cells),
      shares: cells.map(({ share }) => share),
    },
  ]
}

/** Two standards with the same cells share them, so that what is estimated for one serves the other. */
function sharedSelections({ cells }: SourceData, fitted: readonly FittedCell[]): readonly Selection[] {
  const known = selectionsOf.get(cells) ?? new Map<string, readonly Selection[]>()
  selectionsOf.set(cells, known)
  const key = JSON.stringify(fitted.map(({ ages, sex }) => [ages, sex]))
  const selections = known.get(key) ?? fitted.map(selectionOf)
  known.set(key, selections)
  return selections
}

const selectionsOf = new WeakMap<Cells, Map<string, readonly Selection[]>>()

function fittedCells({ standard, range, bands }: Settled, source: SourceData, sex: Sex | null): FittedCell[] {
  const fit: Fit = fitStandard(standard, range, bandBounds(source.bands.edges), sex)
  return fit.kind === 'skipped' ? [] : intoBands(fit.cells, bands)
}

export function selectionOf({ ages, sex }: FittedCell): Selection {
  return new Map([['age', ages], ...(sex === null ? [] : [['sex', [sex === 'male' ? 0 : 1]] as const])])
}

function sexOf({ sex }: Domain): Sex | null {
  return sex === 'male' || sex === 'female' ? sex : null
}

/** A wave makes a standard of its own weights, which nobody publishes. */
function isUnknown(
  name: string,
  ends: Readonly<Record<'first' | 'last', Source['waves'][number]['kind']>>,
): boolean {
  if (name === 'first-wave') return ends.first === 'published'
  return name === 'last-wave' && ends.last === 'published'
}

function unknownComposition(source: SourceData, name: string, population: string, warnings: Warning[]): null {
  const reason = 'the composition of a published wave is not known'
  warnings.push(skipped(source, standardId(name), population, reason))
  return null
}

function skipped(source: SourceData, standard: string, population: string, reason: string): Warning {
  return {
    code: 'standard_skipped',
    source: source.name,
    message: `standard ${standard} does not fit ${population}: ${reason}`,
    values: { standard, population, reason },
  }
}

function merged(source: SourceData, standard: string, population: string, from: number, to: number): Warning {
  return {
    code: 'cells_collapsed',
    source: source.name,
    message: `${from} cells of standard ${standard} for ${population} were merged into ${to}: some hold too few respondents`,
    values: { standard, population, from, to },
  }
}
