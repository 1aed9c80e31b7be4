/** Part 7 of the method paper, and the invented cells that go together. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { SCENARIOS, type Scenario } from '../../src/core/projection-schema.ts'
import { drawTogether } from '../../src/projection/draws.ts'
import { logitCells } from '../../src/projection/logit-cells.ts'
import { pooledSlope } from '../../src/projection/pooled-slope.ts'
import { jointCovariance, project, type Start, surveySe } from '../../src/projection/project.ts'
import { slopeYears } from '../../src/projection/scenarios.ts'
import { close, estimateOf, own } from './reference.ts'

const FILE = new URL('../../../shared/reference/method/07_projection.json', import.meta.url)
const present = existsSync(FILE)
const without = present ? '' : ' (skipped: reference values are not beside the project)'
const paper = present ? JSON.parse(readFileSync(FILE, 'utf8')) : { input: [] }
const SHARES = [0.025, 0.1, 0.5, 0.9, 0.975]
/** 1 / standard normal density at those quantiles: how much wider a percentile is than a mean, with √(q(1 − q)) */
const WIDER = [2.671, 1.709, 1.2533, 1.709, 2.671]

function paperStart(): Start {
  const column = (name: string): number[] => paper.input.map((cell: Record<string, number>) => cell[name])
  const [p, v] = [
    [...column('p2012'), ...column('p2016')],
    [...column('v2012'), ...column('v2016')],
  ]
  const found = logitCells({
    estimates: p.map((value, i) => estimateOf(value, v[i])),
    covariance: v.map((value, i) => v.map((_, j) => (i === j ? value : 0))),
    df: Infinity,
  })
  if (found.kind === 'refused') throw new Error(found.reason)
  return { ...found, slope: pooledSlope([2012.8, 2016.8], found.values, found.covariance) }
}

function paperHorizon(scenario: Scenario, popLogSe = 0.02) {
  const course = { baseTime: paper.t0, breakTime: paper.tB }
  return {
    persons: paper.input.map(({ N2030 }: { N2030: number }) => N2030),
    slopeYears: slopeYears(scenario, course, paper.t1),
    popLogSe,
  }
}

describe.skipIf(!present)(`the worked projection to 2030${without}`, () => {
  const start = present ? paperStart() : null!
  const draws = present
    ? drawTogether(start, start.slope.weights, { cells: 8, draws: 20_000, seed: 2030 })!
    : null!

  it('has the pooled slope', () => {
    const { beta, se } = pooledSlope([2012.8, 2016.8], start.values, start.covariance)
    close(beta, paper.beta_logit_per_year)
    close(se, paper.se_beta)
  })

  it.each(SCENARIOS)('has the point and the delta method of %s', scenario => {
    const horizon = paperHorizon(scenario)
    const found = project(start, horizon, draws)
    close(found.L, paper.point[scenario].L)
    close(found.prev, paper.point[scenario].prevalence)
    close(found.breakEven, paper.letter_check.break_even_prevalence_for_1m)
    close(surveySe(start, horizon), paper.delta[scenario].se_survey)
    close(found.seDelta, paper.delta[scenario].se_total)
    const [low, high] = paper.delta[scenario].ci95
    close(found.L - 1.959963984540054 * found.seDelta, low)
    close(found.L + 1.959963984540054 * found.seDelta, high)
  })

  it.each(SCENARIOS)('has the draws of %s within four Monte Carlo standard errors', scenario => {
    const found = project(start, paperHorizon(scenario), draws)
    const theirs = paper.mc[scenario]
    const rows = Math.sqrt(1 / 20_000 + 1 / theirs.R)
    const ours = [found.ci95[0], found.ci80[0], found.ci80[1], found.ci95[1]]
    for (const [i, value] of ours.entries()) {
      const at = i < 2 ? i : i + 1
      const se = WIDER[at] * theirs.sd * rows
      expect(Math.abs(value - theirs.quantiles[at]), `${SHARES[at]}`).toBeLessThanOrEqual(4 * se)
    }
    expect(Math.abs(found.sd / theirs.sd - 1)).toBeLessThanOrEqual((4 * rows) / Math.SQRT2)
    expect(Math.abs(found.sd / found.seDelta - 1)).toBeLessThanOrEqual(0.01 + (4 * rows) / Math.SQRT2)
    close(found.mcSe, found.sd / Math.sqrt(20_000))
    const share = (found.pOver1m * 20_000 + theirs.prob_over_1m * theirs.R + 1) / (20_000 + theirs.R + 2)
    const seShare = Math.sqrt(share * (1 - share)) * rows
    expect(Math.abs(found.pOver1m - theirs.prob_over_1m)).toBeLessThanOrEqual(4 * seShare)
  })

  it('has wider intervals because start and slope go together', () => {
    const apart = drawTogether(start, start.slope.weights, { cells: 8, draws: 20_000, seed: 2030 })!
    const mixed = { ...apart, beta: apart.beta.toReversed() }
    const horizon = paperHorizon('continuing', 0)
    expect(project(start, horizon, mixed).sd).toBeLessThan(project(start, horizon, apart).sd * 0.97)
  })
})

const ownStart: Start = {
  values: own.logits,
  covariance: own.logitCovariance,
  slope: pooledSlope(own.times, own.logits, own.logitCovariance),
}
const ownHorizon = { persons: own.persons, slopeYears: own.slopeYears, popLogSe: 0.02 }

test('cells and waves that go together keep their covariance, as in R', () => {
  const draws = drawTogether(ownStart, ownStart.slope.weights, { cells: 3, draws: 100, seed: 1 })!
  close(project(ownStart, ownHorizon, draws).L, own.L)
  close(surveySe(ownStart, ownHorizon), own.surveySe, 1e-7)
})

test('base and horizon have one covariance: its horizon block gives the standard error of the number', () => {
  const joint = jointCovariance(ownStart, ownHorizon)
  const N: number[] = [0, 0, 0, ...own.persons]
  const variance = N.reduce((total, a, i) => total + N.reduce((row, b, j) => row + a * b * joint[i][j], 0), 0)
  close(Math.sqrt(variance), own.surveySe, 1e-7)
  // the base block is the covariance that came in
  for (const i of [0, 1, 2]) for (const j of [0, 1, 2]) close(joint[i][j], own.covariance[6 + i][6 + j])
})
