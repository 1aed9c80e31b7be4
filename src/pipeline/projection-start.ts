/**
 * What a projection starts from: the primary source's prevalence of loneliness by
 * age and sex in the waves before the programme, and the slope through them; or
 * the reason why there is none.
 */
import type { DomainEstimates } from '../core/estimate.ts'
import { factsOf } from '../core/source-facts.ts'
import type { Study } from '../core/study.ts'
import { type Draws, drawTogether } from '../projection/draws.ts'
import { logitCells } from '../projection/logit-cells.ts'
import { type PooledSlope, pooledSlope } from '../projection/pooled-slope.ts'
import type { Start } from '../projection/project.ts'
import type { FittedCell } from '../standardise/fit.ts'
import { isBefore } from '../trend/roles.ts'
import { targetLabel } from './domain-tables.ts'
import { barrierAmong } from './one-series.ts'
import type { Source, SourceWave, SurveyedWave } from './source.ts'
import { hasMeasure } from './source-data.ts'
import { selectionOf } from './source-standards.ts'
import { cellEstimates } from './survey-series.ts'

export const MEASURE = 'lonely'

/** The error of the population and the draws; years are those of the forecast that are asked for. */
export interface ProjectionChoices {
  readonly years: readonly number[]
  readonly draws: number
  readonly seed: number
  readonly popLogSe: number
}

export interface Beginning extends Start {
  readonly kind: 'start'
  readonly slope: PooledSlope
  readonly waves: readonly SurveyedWave[]
  readonly draws: Draws
  readonly flags: readonly string[]
}

export interface NoBeginning {
  readonly kind: 'refused'
  /** waves before the programme */
  readonly waves: readonly SourceWave[]
  readonly reason: string
}

export function projectionStart(
  study: Study,
  source: Source,
  cells: readonly FittedCell[],
  choices: ProjectionChoices,
): Beginning | NoBeginning {
  const waves = source.waves.filter(wave => isBefore(wave.entry.role) && isMeasured(source, wave))
  const reason = refusalOf(study, source, waves) ?? (cells.length === 0 ? 'no_cells' : null)
  if (reason !== null) return { kind: 'refused', waves, reason }
  const surveyed = waves.filter(wave => wave.kind === 'surveyed')
  const byCell = estimatesOf(study, source, cells, surveyed)
  const logits = logitCells(byCell)
  if (logits.kind === 'refused') return { kind: 'refused', waves, reason: logits.reason }
  const slope = pooledSlope(
    surveyed.map(({ entry }) => entry.time),
    logits.values,
    logits.covariance,
  )
  const draws = drawTogether(logits, slope.weights, { ...choices, cells: cells.length })
  if (draws === null) return { kind: 'refused', waves, reason: 'singular_covariance' }
  const { values, covariance, smoothed } = logits
  const flags = [
    ...(smoothed.length > 0 ? ['smoothed'] : []),
    ...(surveyed.length === 2 ? ['two_point_slope'] : []),
    ...((slope.p ?? 1) < 0.05 ? ['slopes_differ'] : []),
    ...aboutPeople(source),
  ]
  return { kind: 'start', values, covariance, slope, waves: surveyed, draws, flags }
}

/** The first reason that holds: a regional panel says nothing of the country's numbers. */
function refusalOf(study: Study, source: Source, waves: readonly SourceWave[]): string | null {
  const times = waves.map(({ entry }) => entry.time)
  if (factsOf(source.name)?.area === 'regions') return 'regional_only'
  if (waves.some(({ entry }) => entry.panel)) return 'panel'
  if (waves.some(({ kind }) => kind === 'published')) return 'published_wave'
  if (waves.length < 2) return 'fewer_than_two_pre_waves'
  if (waves.length < study.decision.minPre) return 'fewer_than_min_pre_waves'
  if (new Set(times).size < times.length) return 'duplicate_times'
  return barrierAmong(waves, MEASURE, { target: targetLabel(study) })?.reason ?? null
}

function isMeasured(source: Source, wave: SourceWave): boolean {
  if (wave.kind === 'surveyed') return hasMeasure(source.surveyed, wave.position, MEASURE)
  return wave.figures.some(({ figure }) => figure.measure === MEASURE)
}

/** The cells of the first wave, then those of the next. */
function estimatesOf(
  study: Study,
  { surveyed }: Source,
  cells: readonly FittedCell[],
  waves: readonly SurveyedWave[],
): DomainEstimates {
  const domain = { target: targetLabel(study) }
  const { lonelyPsu } = study.design
  const request = { source: surveyed, measure: MEASURE, domain, selection: new Map(), lonelyPsu }
  return cellEstimates(
    request,
    { selections: cells.map(selectionOf) },
    waves.map(({ position }) => position),
  )
}

/** A forecast counts everybody in the country. */
function aboutPeople({ name }: Source): string[] {
  const facts = factsOf(name)
  if (facts === undefined) return ['people_not_stated']
  return facts.privateHouseholds ? ['private_households'] : []
}
