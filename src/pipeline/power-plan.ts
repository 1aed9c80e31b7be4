/**
 * A survey that is still to be held: what it would find, or how many people it needs.
 *
 * The waves before the start of the programme draw the line, the last wave is
 * judged, waves between are not used. A break that is asked for gives the
 * number of respondents in each wave, and what those would find.
 *
 * Units: decimal years, proportions 0-1.
 */
import { decimalYear } from '../core/date.ts'
import { EjzError } from '../core/error.ts'
import { designPower } from '../trend/power.ts'
import { checkDesign, type PowerDesign, serialCorrelation, withRespondents } from '../trend/power-design.ts'
import { checkLevels, type Levels } from '../trend/power-levels.ts'
import { type Simulation, simulatePower } from '../trend/power-simulation.ts'
import { detectableNetChange, detectableScoreChange } from '../trend/power-two-waves.ts'
import { requiredN } from '../trend/required-n.ts'
import { simulationDraws } from './simulation-draws.ts'

export interface PowerPlan extends Levels {
  readonly years: readonly number[]
  /** YYYY-MM-DD */
  readonly start: string
  /** one for all waves, or one a wave; empty where breaks are asked for */
  readonly n: readonly number[]
  readonly deff: readonly number[]
  readonly prevalence: number
  readonly tau: number
  /** between neighbouring waves; 0 = other people in every wave */
  readonly rho: number
  readonly margin: number
  /** breaks to find, each a row */
  readonly breaks: readonly number[]
  /** share of people who change side between the waves; null = not asked */
  readonly discordant: number | null
  readonly simulate: { readonly draws: number | null; readonly seed: number } | null
  readonly onProgress?: (share: number) => void
}

export interface PlannedPower extends Levels {
  readonly pre: readonly number[]
  readonly post: number
  /** null where no number of people finds the break that was asked for */
  readonly n: readonly number[] | null
  readonly deff: readonly number[]
  readonly prevalence: number
  readonly tau: number
  readonly rho: number
  readonly margin: number
  /** the break asked for; null where the numbers were given */
  readonly asked: number | null
  readonly seDelta: number | null
  readonly mdeDelta: number | null
  readonly mdeSlopePerYear: number | null
  readonly provableMargin: number | null
  readonly continuationAttainable: boolean | null
  readonly seChange: number | null
  readonly mdeChange: number | null
  /** of the mean score, in standard deviations, since the last wave before the start */
  readonly mdeScore: number | null
  /** of people asked twice, where the share who change side was given */
  readonly mdeNetChange: number | null
  readonly simulation: Simulation | null
  readonly reason: string | null
}

export function planPower(plan: PowerPlan): PlannedPower[] {
  checkLevels(plan)
  const design = designOf(plan)
  checkDesign(design)
  return [
    ...(plan.n.length === 0 ? [] : [plannedRow(plan, design, null)]),
    ...plan.breaks.map(asked => {
      if (design.pre.length < 2) throw noLine(plan)
      const n = requiredN(design, asked, plan)
      return n === null
        ? unattainable(plan, design, asked)
        : plannedRow(plan, withRespondents(design, n), asked)
    }),
  ]
}

function designOf(plan: PowerPlan): PowerDesign {
  const { years, start, prevalence, tau, rho } = plan
  if (plan.n.length === 0 && plan.breaks.length === 0) {
    throw usage(
      'power-nothing-asked',
      'neither respondents nor a break to find are given',
      'add --n 400, or --mdb 0.02',
    )
  }
  if (years.length < 2) {
    throw usage(
      'power-years-missing',
      'the years of at least two waves are needed',
      'add --years 2012.8,2016.8,2020.8',
    )
  }
  if (!(rho >= 0 && rho < 1)) {
    throw usage(
      'power-rho-impossible',
      `--rho cannot be ${rho}`,
      'give a correlation from 0 to less than 1, such as 0.6',
    )
  }
  const t0 = decimalYear(start)
  const post = years.length - 1
  if (years[post] < t0) {
    throw usage(
      'power-no-post-wave',
      `no wave lies after the start of the programme, ${start}`,
      'add the year of the wave that is to judge it to --years, or move --start',
    )
  }
  return {
    times: years,
    n: plan.n.length === 0 ? years.map(() => 1) : perWave(plan.n, '--n', years),
    deff: perWave(plan.deff, '--deff', years),
    p: prevalence,
    pre: years.flatMap((year, i) => (year < t0 && i !== post ? [i] : [])),
    post,
    t0,
    tau,
    correlation: rho === 0 ? null : serialCorrelation(years.length, rho),
  }
}

function perWave(values: readonly number[], option: string, years: readonly number[]): readonly number[] {
  if (values.length === years.length) return values
  if (values.length === 1) return years.map(() => values[0])
  throw usage(
    'power-lengths-differ',
    `${option} has ${values.length} values for ${years.length} waves`,
    'give one value for all waves, or one for each',
  )
}

function plannedRow(plan: PowerPlan, design: PowerDesign, asked: number | null): PlannedPower {
  const { contrast, halfWidthPost: _, ...found } = designPower(design, plan)
  return {
    ...about(plan, design, asked),
    n: design.n,
    ...found,
    continuationAttainable: found.provableMargin === null ? null : found.provableMargin < plan.margin,
    ...twoWaves(plan, design),
    simulation:
      contrast === null || found.mdeDelta === null
        ? null
        : simulation(plan, design, { contrast, effect: found.mdeDelta }),
  }
}

function simulation(
  { simulate, alpha, onProgress }: PowerPlan,
  design: PowerDesign,
  truth: { readonly contrast: readonly number[]; readonly effect: number },
): Simulation | null {
  if (simulate === null) return null
  const draws = simulate.draws ?? simulationDraws(design)
  const told = onProgress === undefined ? {} : { onProgress }
  return simulatePower(design, { ...truth, alpha, draws, seed: simulate.seed, ...told })
}

function about(
  { prevalence, tau, rho, margin, alpha, power }: PowerPlan,
  design: PowerDesign,
  asked: number | null,
) {
  const { times, pre, post, deff } = design
  return {
    pre: pre.map(i => times[i]),
    post: times[post],
    deff,
    prevalence,
    tau,
    rho,
    margin,
    alpha,
    power,
    asked,
  }
}

function twoWaves(plan: PowerPlan, { n, deff, pre, post, correlation }: PowerDesign) {
  const last = pre.at(-1)
  if (last === undefined) return { mdeScore: null, mdeNetChange: null }
  const rho = correlation?.[last][post] ?? 0
  const pairs = Math.min(n[last], n[post])
  return {
    mdeScore: detectableScoreChange({ n: [n[last], n[post]], deff: [deff[last], deff[post]], rho }, plan),
    mdeNetChange: plan.discordant === null ? null : detectableNetChange(pairs, plan.discordant, plan),
  }
}

function unattainable(plan: PowerPlan, design: PowerDesign, asked: number): PlannedPower {
  return {
    ...about(plan, design, asked),
    n: null,
    seDelta: null,
    mdeDelta: null,
    mdeSlopePerYear: null,
    provableMargin: null,
    continuationAttainable: null,
    seChange: null,
    mdeChange: null,
    mdeScore: null,
    mdeNetChange: null,
    simulation: null,
    reason: 'no_number_suffices',
  }
}

function noLine({ start }: PowerPlan): EjzError {
  return usage(
    'power-no-line',
    `fewer than two waves before ${start} draw no line that a break could be found in`,
    'add earlier years to --years, or give --n and read the detectable change',
  )
}

function usage(code: string, message: string, hint: string): EjzError {
  return new EjzError(code, message, hint, 'usage')
}
