/**
 * The line a break is judged against, after what the data may force on it.
 *
 * A series that cannot be judged is refused with its reason. τ is raised to
 * its own estimate where that was asked for and the pre waves do not lie on a
 * line; an expected share below 0 or above 1 is impossible, so that the line
 * is then drawn in log odds. Both are flagged.
 */
import type { BreakChoices } from './break-choices.ts'
import { type BreakFlag, isImpossible, isNonlinear } from './break-flags.ts'
import { LINKS, type LinkName } from './link.ts'
import { type PreLine, preLine } from './pre-line.ts'
import { assessedPosition, type Refusal, refusal } from './refusal.ts'
import { estimateTau } from './tau.ts'
import { block, type WaveSeries, waveSeries } from './wave-series.ts'

export type SettledLine = FittedLine | RefusedLine

export interface FittedLine {
  readonly kind: 'fitted'
  readonly series: WaveSeries
  readonly line: PreLine
  /** position of the judged wave */
  readonly at: number
  readonly flags: readonly BreakFlag[]
}

export interface RefusedLine {
  readonly kind: 'refused'
  readonly series: WaveSeries
  readonly reason: Refusal
}

export function settledLine(choices: BreakChoices): SettledLine {
  const asked = fitted(choices, choices.scale, choices.tau, [])
  if (asked.kind === 'refused') return asked
  const scattered = choices.estimateTau && isNonlinear(asked.line) ? withEstimatedTau(choices, asked) : asked
  return withPossibleScale(choices, scattered)
}

function fitted(
  choices: BreakChoices,
  scale: LinkName,
  tau: number,
  flags: readonly BreakFlag[],
): SettledLine {
  const { waves, covariance, t0, lag } = choices
  const series = waveSeries(waves, covariance, { onset: { t0, lag }, tau, link: LINKS[scale] })
  const reason = refusal(series, choices)
  const line = reason === null ? preLine(series, t0) : null
  if (line === null) return { kind: 'refused', series, reason: reason ?? 'singular_covariance' }
  return { kind: 'fitted', series, line, at: assessedPosition(series, choices.assess), flags }
}

function withEstimatedTau(choices: BreakChoices, asked: FittedLine): FittedLine {
  const { series } = asked
  const pre = series.pre.map(i => series.waves[i])
  const estimated = estimateTau(
    pre.map(wave => wave.time),
    pre.map(wave => wave.p),
    block(series.sampling, series.pre),
    choices.tau,
  )
  if (estimated === null || estimated.tau === choices.tau) return asked
  const raised = fitted(choices, series.link.name, estimated.tau, ['tau_estimated'])
  return raised.kind === 'fitted' ? raised : asked
}

function withPossibleScale(choices: BreakChoices, asked: FittedLine): FittedLine {
  const { series, line, at, flags } = asked
  if (series.link.name === 'logit' || !isImpossible(series, line, at)) return asked
  const inLogOdds = fitted(choices, 'logit', series.tau, [...flags, 'logit_forced'])
  return inLogOdds.kind === 'fitted' ? inLogOdds : asked
}
