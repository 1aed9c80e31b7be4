/**
 * The number of lonely people to come, for the primary source: five scenarios in
 * each year asked for, or the reason why there is no number.
 *
 * Beside each number stands what it is made of since the base wave: more people,
 * other ages and sexes, other rates. There the register and the forecast count
 * as known, and the rates keep their covariance.
 */
import { decimalYear } from '../core/date.ts'
import type { Estimate } from '../core/estimate.ts'
import { sum } from '../core/linear.ts'
import type { Forecast, PopulationRow } from '../core/population.ts'
import { SCENARIOS, type Scenario } from '../core/projection-schema.ts'
import type { ProjectionEntry } from '../core/results.ts'
import type { Study } from '../core/study.ts'
import { type Horizon, jointCovariance, prevalences, project } from '../projection/project.ts'
import { type Course, slopeYears } from '../projection/scenarios.ts'
import { dasGupta } from '../standardise/das-gupta.ts'
import type { FittedCell } from '../standardise/fit.ts'
import { targetLabel } from './domain-tables.ts'
import { peopleByCell } from './projection-people.ts'
import { type Beginning, MEASURE, type ProjectionChoices, projectionStart } from './projection-start.ts'
import { registerDay } from './register.ts'
import type { Source } from './source.ts'

export interface ProjectionInput {
  readonly source: Source
  /** the target's own bands × sex, as every wave has them */
  readonly cells: readonly FittedCell[]
  readonly population: readonly PopulationRow[]
  readonly forecast: Forecast
}

export const PROJECTION: ProjectionChoices = {
  years: [2030, 2040],
  draws: 10_000,
  seed: 2030,
  popLogSe: 0.02,
}

/** Of the source named in advance, else the Gezondheidsmonitor, else the first. */
export function primaryProjections(
  study: Study,
  sources: readonly Pick<ProjectionInput, 'source' | 'cells'>[],
  people: Pick<ProjectionInput, 'population' | 'forecast'>,
): ProjectionEntry[] {
  const named = (name: string) => sources.find(({ source }) => source.name === name)
  const primary =
    study.primary === null ? (named('gezondheidsmonitor') ?? sources[0]) : named(study.primary.source)
  return primary === undefined ? [] : projectionEntries(study, { ...primary, ...people }, PROJECTION)
}

function projectionEntries(
  study: Study,
  input: ProjectionInput,
  choices: ProjectionChoices,
): ProjectionEntry[] {
  const start = projectionStart(study, input.source, input.cells, choices)
  return choices.years.flatMap(year => {
    const about = aboutYear(study, input, choices, year)
    const persons = forecastPeople(input, year)
    return SCENARIOS.map((scenario): ProjectionEntry => {
      const waves = start.waves.map(({ entry }) => entry.wave)
      const entry = { ...about, scenario, preWaves: waves }
      if (start.kind === 'refused') return { ...entry, ...NOTHING, reason: start.reason }
      if (typeof persons === 'string') return { ...entry, ...NOTHING, reason: persons }
      return { ...entry, ...numbered(study, input, start, { scenario, persons, choices, time: about.time }) }
    })
  })
}

const NOTHING = {
  N: null,
  L: null,
  prev: null,
  ci80: null,
  ci95: null,
  pOver1m: null,
  sd: null,
  mcSe: null,
  seDelta: null,
  breakEven: null,
  slope: null,
  baseTime: null,
  breakTime: null,
  split: null,
  flags: [],
}

function aboutYear(
  study: Study,
  { source, forecast }: ProjectionInput,
  { draws, seed, popLogSe }: ProjectionChoices,
  year: number,
) {
  return {
    source: source.name,
    measure: MEASURE,
    domain: { target: targetLabel(study) },
    standard: null,
    year,
    time: decimalYear(`${year}-${forecast.day}`),
    vintage: forecast.vintage,
    popLogSe,
    draws,
    seed,
    shown: true,
  }
}

/** By cell, or why not. */
function forecastPeople({ forecast, cells }: ProjectionInput, year: number): number[] | string {
  const rows = forecast.rows.filter(row => row.year === year)
  if (rows.length === 0) return 'forecast_year_missing'
  return peopleByCell({ year, rows }, cells) ?? 'forecast_ages_differ'
}

interface Asked {
  readonly scenario: Scenario
  readonly persons: readonly number[]
  readonly time: number
  readonly choices: ProjectionChoices
}

/** Beyond this the delta method and the draws tell of another spread than chance does at 10,000 draws. */
const SPREADS_DIFFER = 0.05

function numbered(study: Study, input: ProjectionInput, start: Beginning, asked: Asked) {
  const course = courseOf(study, start)
  const { scenario, persons, time, choices } = asked
  const horizon = {
    persons,
    slopeYears: slopeYears(scenario, course, time),
    popLogSe: choices.popLogSe,
  }
  const { ci80, ci95, ...found } = project(start, horizon, start.draws)
  const { beta, se, Q, df, p } = start.slope
  const differ = Math.abs(found.sd / found.seDelta - 1) > SPREADS_DIFFER
  return {
    N: sum(persons),
    ...found,
    ci80: [...ci80] satisfies [number, number],
    ci95: [...ci95] satisfies [number, number],
    slope: { beta, se, Q, df, p },
    ...course,
    split: splitOf(input, start, horizon),
    flags: ['scenario_not_forecast', ...start.flags, ...(differ ? ['spreads_differ'] : [])],
    reason: null,
  }
}

/** A zero measurement may lie after the start: the line runs on from there. */
function courseOf({ programme }: Study, { waves }: Beginning): Course {
  const baseTime = waves[waves.length - 1].entry.time
  return { baseTime, breakTime: Math.max(decimalYear(programme.start), baseTime) }
}

/** Null where the register lacks the base year, or its ages. */
function splitOf(
  { cells, population }: ProjectionInput,
  start: Beginning,
  horizon: Horizon,
): ProjectionEntry['split'] {
  const day = registerDay(population, start.waves[start.waves.length - 1].entry.time)
  const then = day === null ? null : peopleByCell(day, cells)
  if (day === null || then === null) return null
  const covariance = jointCovariance(start, horizon)
  const values = [...prevalences(start, { ...horizon, slopeYears: 0 }), ...prevalences(start, horizon)]
  const estimates = values.map((value, i) => derived(value, covariance[i][i]))
  const first = cells.map((_, i) => i)
  const found = dasGupta(
    { estimates, covariance, df: Infinity },
    counted(first, then),
    counted(
      first.map(i => cells.length + i),
      horizon.persons,
    ),
  )
  if (found === null) return null
  // without a slope the rates stay what they are: no rounding error is left in their place
  const unchanged = horizon.slopeYears === 0 ? { rate: 0, seRate: 0 } : {}
  return { date: `${day.year}-01-01`, ...found, ...unchanged }
}

/** A proportion computed from estimates: it has no records of its own. */
function derived(value: number, variance: number): Estimate {
  const none = { n: 0, nMissing: 0, events: null, population: 0, deff: null, neff: null }
  return { value, variance, df: Infinity, ...none }
}

function counted(cells: readonly number[], byCell: readonly number[]) {
  const persons = sum(byCell)
  return { cells, persons, shares: byCell.map(count => count / persons) }
}
