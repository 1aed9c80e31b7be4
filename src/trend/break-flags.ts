/**
 * What a reader must bear in mind with a break that could be judged.
 *
 * Flags change no number and no class; a shock in the judged wave takes the
 * attribution away, not the break.
 *
 * Units: decimal years.
 */
import type { PreLine } from './pre-line.ts'
import type { PlacedWave, WaveSeries } from './wave-series.ts'

export type BreakFlag =
  | 'no_residual_df'
  | 'pretrend_nonlinear'
  | 'period_shock'
  | 'too_early'
  | 'short_pre_period'
  | 'extrapolation_leverage'
  | 'expected_outside_unit_interval'
  | 'logit_forced'
  | 'tau_estimated'

/** first and last moment of a period that disturbs every series */
export type Shock = readonly [number, number]

const NONLINEAR_P = 0.1
const LEVERAGE = 3

export function breakFlags(
  series: WaveSeries,
  line: PreLine,
  at: number,
  { t0, shocks }: { readonly t0: number; readonly shocks: readonly Shock[] },
): BreakFlag[] {
  const judged = series.waves[at]
  const preTimes = series.pre.map(i => series.waves[i].time)
  const expected = line.at(judged.time)
  const found: [BreakFlag, boolean][] = [
    ['no_residual_df', line.fit.df === 0],
    ['pretrend_nonlinear', isNonlinear(line)],
    ['period_shock', shocks.some(shock => overlaps(judged, shock))],
    ['too_early', judged.time < t0 + 1],
    ['short_pre_period', preTimes.at(-1)! - preTimes[0] < 2],
    ['extrapolation_leverage', expected.weights.some(weight => Math.abs(weight) > LEVERAGE)],
    ['expected_outside_unit_interval', isImpossible(series, line, at)],
  ]
  return found.flatMap(([flag, holds]) => (holds ? [flag] : []))
}

export function isNonlinear(line: PreLine): boolean {
  return line.fit.p !== null && line.fit.p < NONLINEAR_P
}

/** Does the line expect a share below 0 or above 1 of a figure that is a share? */
export function isImpossible(series: WaveSeries, line: PreLine, at: number): boolean {
  const expected = series.link.from(line.at(series.waves[at].time).value)
  return series.waves.every(wave => wave.p <= 1) && (expected <= 0 || expected >= 1)
}

function overlaps({ time, fieldwork }: PlacedWave, [from, to]: Shock): boolean {
  const [first, last] = fieldwork ?? [time, time]
  return first <= to && last >= from
}
