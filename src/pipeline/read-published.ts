/** A wave that is known from publications only: its figures, with what is known of their uncertainty. */
import { decimalYear, fieldworkTime } from '../core/date.ts'
import type { Domain } from '../core/domain.ts'
import { EjzError, type Problem } from '../core/error.ts'
import type { PopulationRow } from '../core/population.ts'
import type { WaveEntry } from '../core/results.ts'
import type { PublishedFigure, Study, WaveSpec } from '../core/study.ts'
import { publishedEstimate } from '../estimate/published.ts'
import { SCALES } from '../scale/scale.ts'
import { roleOf } from '../trend/roles.ts'
import { targetLabel } from './domain-tables.ts'
import { type NamedFigure, type PublishedWave, peopleOf } from './source.ts'
import { targetPopulation } from './wave-entry.ts'

export interface PublishedContext {
  readonly study: Study
  readonly population: readonly PopulationRow[]
}

export function isPublished({ figures, published }: WaveSpec): boolean {
  return figures !== undefined || published !== undefined
}

export function readPublished(spec: WaveSpec, { study, population }: PublishedContext): PublishedWave {
  const typed = (spec.figures ?? []).map(figure => ofProfile(spec, figure))
  refuseTwice(spec, typed)
  refuseUnsaidCutoff(spec, typed)
  const figures = typed.map(named)
  const time = fieldworkTime(spec.fieldwork)
  const onset = { t0: decimalYear(study.programme.start), lag: study.decision.lag }
  const ofTarget = typed.find(({ measure, domain }) => measure === 'lonely' && isTotal(domain, study))
  const entry: WaveEntry = {
    source: spec.source,
    wave: spec.wave,
    time,
    fieldwork: [...spec.fieldwork],
    instrument: spec.scale,
    role: roleOf(time, onset, spec.role),
    mode: spec.mode,
    panel: spec.panel,
    missingRule: null,
    subscaleCutoff: spec.subscaleCutoff ?? SCALES[spec.scale].subscaleCutoff.default,
    weight: null,
    stratum: null,
    psu: null,
    files: [],
    ageRange: null,
    targetPopulation: targetPopulation(study, population, time),
    records: null,
    nTarget: ofTarget?.n ?? null,
    unusableWeights: null,
    missingItems: [],
    published: {
      cites: [...new Set(typed.map(({ cite }) => cite))],
      model: typed.some(({ model }) => model === true),
    },
  }
  return { kind: 'published', entry, role: spec.role, figures, warnings: [] }
}

/** Everything that RIVM publishes by area comes from its model, typed or not. */
function ofProfile({ profile }: WaveSpec, figure: PublishedFigure): PublishedFigure {
  return profile === 'rivm' ? { ...figure, model: true } : figure
}

function named(figure: PublishedFigure): NamedFigure {
  const kind = figure.measure === 'score' ? 'mean' : 'proportion'
  const domain: Domain = { ...figure.domain, target: figure.domain.target }
  return { figure, kind, domain, estimate: publishedEstimate(figure, kind) }
}

function isTotal(domain: PublishedFigure['domain'], study: Study): boolean {
  return peopleOf({ ...domain, target: domain.target }) === peopleOf({ target: targetLabel(study) })
}

function refuseTwice(spec: WaveSpec, figures: readonly PublishedFigure[]): void {
  const keys = figures.map(
    ({ measure, domain }) => `${measure} ${peopleOf({ ...domain, target: domain.target })}`,
  )
  const twice = figures.filter((_, i) => keys.indexOf(keys[i]) < i)
  const problems: Problem[] = twice.map(({ measure, domain }) => ({
    code: 'figure-twice',
    message: `${spec.source} ${spec.wave}: ${measure} of ${wordsOf(domain)} is given twice`,
    hint: 'keep one figure for each measure and group of people',
    ...(spec.where === null ? {} : { where: spec.where }),
  }))
  if (problems.length > 0) throw EjzError.of(problems, 'data')
}

/** Eleven items know two cut-offs for a sub-scale, and publications use both. */
function refuseUnsaidCutoff(spec: WaveSpec, figures: readonly PublishedFigure[]): void {
  const subscale = figures.find(({ measure }) => measure === 'emotional' || measure === 'social')
  if (subscale === undefined || spec.scale !== 'djg11' || spec.subscaleCutoff !== null) return
  throw new EjzError(
    'cutoff-unsaid',
    `${spec.source} ${spec.wave}: from which score on ${subscale.measure} was counted is not said`,
    'write subscaleCutoff: 2 or subscaleCutoff: 3, as the publication has it (2016 and before: 2, later: 3)',
    'usage',
    spec.where === null ? {} : { where: spec.where },
  )
}

function wordsOf(domain: PublishedFigure['domain']): string {
  return Object.values(domain).join(' ')
}
