/** A wave that is known from publications only: its figures, with what is known of their uncertainty. */
import { decimalYear, fieldworkTime } from '../core/date.ts'
import type { Domain } from '../core/domain.ts'
import { EjzError, type Problem } from '../core/error.ts'
import type { PopulationRow } from '../core/population.ts'
import type { WaveEntry } from '../core/results.ts'
import type { PublishedFigure, Study, WaveSpec } from '../core/study.ts'
import { publishedEstimate } from '../estimate/published.ts'
import { roleOf } from '../trend/roles.ts'
import { targetLabel } from './domain-tables.ts'
import { type PublishedInput, publishedInput } from './published-input.ts'
import { type NamedFigure, type PublishedWave, peopleOf } from './source.ts'
import { targetPopulation } from './wave-entry.ts'

export interface PublishedContext {
  readonly study: Study
  readonly population: readonly PopulationRow[]
}

export function isPublished({ figures, published }: WaveSpec): boolean {
  return figures !== undefined || published !== undefined
}

export async function readPublished(spec: WaveSpec, context: PublishedContext): Promise<PublishedWave> {
  return publishedWave(spec, await publishedInput(context.study, spec), context)
}

export function publishedWave(
  spec: WaveSpec,
  input: PublishedInput,
  { study, population }: PublishedContext,
): PublishedWave {
  refuseTwice(spec, input.figures)
  const time = fieldworkTime(spec.fieldwork)
  const onset = { t0: decimalYear(study.programme.start), lag: study.decision.lag }
  const ofTarget = input.figures.find(({ measure, domain }) => measure === 'lonely' && isTotal(domain, study))
  const entry: WaveEntry = {
    source: spec.source,
    wave: spec.wave,
    time,
    fieldwork: [...spec.fieldwork],
    instrument: input.instrument,
    role: roleOf(time, onset, spec.role),
    mode: spec.mode,
    panel: spec.panel,
    missingRule: null,
    subscaleCutoff: input.subscaleCutoff,
    weight: null,
    stratum: null,
    psu: null,
    files: [...input.files],
    ageRange: null,
    targetPopulation: targetPopulation(study, population, time),
    records: null,
    nTarget: ofTarget?.n ?? null,
    unusableWeights: null,
    missingItems: [],
    published: {
      cites: [...new Set(input.figures.map(({ cite }) => cite))],
      model: input.figures.some(({ model }) => model === true),
    },
  }
  return {
    kind: 'published',
    entry,
    role: spec.role,
    figures: input.figures.map(named),
    notes: input.notes,
    warnings: input.warnings,
  }
}

function named(figure: PublishedFigure): NamedFigure {
  const kind = figure.measure === 'score' ? 'mean' : 'proportion'
  return { figure, kind, domain: domainOf(figure.domain), estimate: publishedEstimate(figure, kind) }
}

function isTotal(domain: PublishedFigure['domain'], study: Study): boolean {
  return peopleOf(domainOf(domain)) === peopleOf({ target: targetLabel(study) })
}

function domainOf(domain: PublishedFigure['domain']): Domain {
  return { ...domain, target: domain.target }
}

function refuseTwice(spec: WaveSpec, figures: readonly PublishedFigure[]): void {
  const seen = new Set<string>()
  const problems: Problem[] = []
  for (const { measure, domain } of figures) {
    const key = `${measure} ${peopleOf(domainOf(domain))}`
    if (seen.has(key)) {
      problems.push({
        code: 'figure-twice',
        message: `${spec.source} ${spec.wave}: ${measure} of ${Object.values(domain).join(' ')} is given twice`,
        hint: 'keep one figure for each measure and group of people',
        ...(spec.where === null ? {} : { where: spec.where }),
      })
    }
    seen.add(key)
  }
  if (problems.length > 0) throw EjzError.of(problems, 'data')
}
