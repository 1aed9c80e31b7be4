/**
 * The trend-break indicator: was the line that ran before the programme broken after it?
 *
 * The waves before the start draw a line, δ is the distance of the judged wave
 * from it, and state, direction and class follow from the intervals of δ and
 * of the observed change. Judged is the wave named in advance, else the last
 * post wave. Always with the normal distribution: τ and the few waves, not the
 * thousands of respondents, set the limits here.
 *
 * Units: proportions 0-1, slopes per year, decimal years. `entry` is in
 * proportions whatever the scale of the line; `posts` also shows that scale.
 * Checked against: R 4.2, 19 named cases.
 */
import { normalQuantile } from '../core/distributions.ts'
import type { BreakEntry } from '../core/results.ts'
import { type BreakChoices, type BreakInput, breakChoices } from './break-choices.ts'
import { breakFlags } from './break-flags.ts'
import { breakState, strengthOf } from './break-state.ts'
import { classify } from './classify.ts'
import { counterfactual } from './counterfactual.ts'
import { deltaAt, type PostDelta } from './delta.ts'
import { minimalDetectable, minProvableMargin, provableMargin } from './detectable.ts'
import { changeSinceLastPre, directionOf, preDirectionOf } from './direction.ts'
import type { PreLine } from './pre-line.ts'
import { hasVariance } from './refusal.ts'
import { type FittedLine, type RefusedLine, settledLine } from './settled-line.ts'
import type { WaveSeries } from './wave-series.ts'

/** The statistical part of an entry of `breaks`. */
export type BreakStatistics = Omit<
  BreakEntry,
  'source' | 'measure' | 'domain' | 'standard' | 'level' | 'sensitivity' | 'shown'
>

export interface TrendBreak {
  readonly entry: BreakStatistics
  /** two-sided p-value of δ at the judged wave; null when not assessable */
  readonly p: number | null
  /** δ at every post wave with a variance, in order of time; empty when not assessable */
  readonly posts: readonly PostDelta[]
}

export function trendBreak(input: BreakInput): TrendBreak {
  const choices = breakChoices(input)
  const settled = settledLine(choices)
  return settled.kind === 'refused' ? notAssessable(choices, settled) : judge(choices, settled)
}

function judge(choices: BreakChoices, { series, line, at, flags }: FittedLine): TrendBreak {
  const { t0, margin, alpha } = choices
  const judged = series.post.filter(position => hasVariance(series, position))
  const posts = judged.map(position => deltaAt(series, line, position, choices))
  const post = posts[judged.indexOf(at)]
  const { delta, se, ci95, ci90, p, expected, seExpected } = post.inProportions
  const change = changeSinceLastPre(series, at, alpha)
  const preSlope = preSlopeOf(series, line, alpha)
  const state = breakState(ci95, ci90, margin)
  const direction = directionOf(change, margin)
  const before = preSlope.direction
  const entry: BreakStatistics = {
    ...identityOf(series, choices),
    ...classify({ state, direction, before, tooWideForMargin: (ci90[1] - ci90[0]) / 2 > margin }),
    breakState: state,
    direction,
    strength: strengthOf(state),
    assessed: { wave: post.wave, time: post.time, delta, se, ci95, ci90 },
    expected,
    seExpected,
    counterfactual: counterfactual(series, line, t0),
    changeSinceLastPre: change,
    preSlope,
    preFit: line.fit,
    robust: robustness(series, post, choices.maxDrift),
    mde80: minimalDetectable(se, alpha),
    minProvableMargin: minProvableMargin(ci90),
    continuationAttainable: provableMargin(se, alpha) < margin,
    flags: [...breakFlags(series, line, at, choices), ...flags],
    reason: null,
  }
  return { entry, p, posts }
}

function identityOf(series: WaveSeries, { t0, margin }: BreakChoices) {
  const roles = Object.fromEntries(series.waves.map(wave => [wave.wave, wave.role]))
  return { t0, tau: series.tau, margin, roles }
}

/** In proportions: on the logit scale the slope of the curve at the last pre wave. */
function preSlopeOf({ waves, pre, link }: WaveSeries, line: PreLine, alpha: number) {
  const share = link.from(line.at(waves[pre.at(-1)!].time).value)
  const slope = line.slope / link.slope(share)
  const se = line.seSlope / link.slope(share)
  const half = normalQuantile(1 - alpha / 2) * se
  const ci95: [number, number] = [slope - half, slope + half]
  return { slope, se, ci95, direction: preDirectionOf(ci95) }
}

/** In proportions; the judged wave lies beyond the last pre wave, so the bounds exist. */
function robustness({ link }: WaveSeries, { inProportions, drift }: PostDelta, maxDrift: number) {
  const { criticalValue, breakdownDrift: onScale } = drift!
  const half = criticalValue * inProportions.se
  const ci95: [number, number] = [inProportions.delta - half, inProportions.delta + half]
  const breakdownDrift = onScale / link.slope(inProportions.expected)
  return { maxDrift, ci95, breakdownDrift, robust: breakdownDrift >= maxDrift }
}

function notAssessable(choices: BreakChoices, { series, reason }: RefusedLine): TrendBreak {
  const entry: BreakStatistics = {
    ...identityOf(series, choices),
    class: 'not_assessable',
    subclass: null,
    breakState: null,
    direction: null,
    strength: null,
    assessed: null,
    expected: null,
    seExpected: null,
    counterfactual: [],
    changeSinceLastPre: null,
    preSlope: null,
    preFit: null,
    robust: null,
    mde80: null,
    minProvableMargin: null,
    continuationAttainable: null,
    flags: [],
    reason,
  }
  return { entry, p: null, posts: [] }
}
