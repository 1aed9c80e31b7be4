/**
 * Power of a design: the smallest break and the smallest change it would show.
 *
 * With the standard error of δ that the design gives, the detectable break is
 * (z(1 − α/2) + z(power))·se; the same for the change since the last wave
 * before the start. Fewer than two waves before the start draw no line: then
 * only the change is left. Nothing of what was found enters, only the design.
 *
 * Units: proportions 0-1; slope per year.
 * Source: Lachin (1981), Controlled Clinical Trials 2, 93.
 * Checked against: R 4.2.
 */
import { normalQuantile } from '../core/distributions.ts'
import { diagonal } from '../core/linear.ts'
import { deltaAt } from './delta.ts'
import { minimalDetectable, provableMargin } from './detectable.ts'
import { changeSinceLastPre } from './direction.ts'
import { designSeries, type PowerDesign } from './power-design.ts'
import { checkLevels, type Levels } from './power-levels.ts'
import { type PreLine, preLine } from './pre-line.ts'
import type { WaveSeries } from './wave-series.ts'

export interface Power extends BreakPower, ChangePower {
  /** of the interval of the judged wave itself, τ left out */
  readonly halfWidthPost: number
  readonly reason: PowerRefusal | null
}

interface BreakPower {
  /** weights of δ on the waves in order of time */
  readonly contrast: readonly number[] | null
  readonly seDelta: number | null
  readonly mdeDelta: number | null
  /** null also where the judged wave is not after the start */
  readonly mdeSlopePerYear: number | null
  /** the margin within which a δ of 0 could be shown to lie */
  readonly provableMargin: number | null
}

interface ChangePower {
  readonly seChange: number | null
  readonly mdeChange: number | null
}

export type PowerRefusal = 'no_pre_wave' | 'fewer_than_two_pre_waves' | 'singular_covariance'

const NO_BREAK: BreakPower = {
  contrast: null,
  seDelta: null,
  mdeDelta: null,
  mdeSlopePerYear: null,
  provableMargin: null,
}

export function designPower(design: PowerDesign, levels: Levels): Power {
  checkLevels(levels)
  const series = designSeries(design)
  const change = { ...changePower(series, design, levels), halfWidthPost: halfWidth(series, design, levels) }
  if (design.pre.length < 2) {
    const reason = design.pre.length === 0 ? 'no_pre_wave' : 'fewer_than_two_pre_waves'
    return { ...NO_BREAK, ...change, reason }
  }
  const line = lineOf(series, design)
  if (line === null) return { ...NO_BREAK, ...change, reason: 'singular_covariance' }
  return { ...breakPower(series, line, design, levels), ...change, reason: null }
}

/** Weighed by precision it is the line a break is judged by; of the other only the weights are used. */
function lineOf(series: WaveSeries, { line, t0, times }: PowerDesign): PreLine | null {
  return preLine(line === 'equal' ? { ...series, covariance: diagonal(times.map(() => 1)) } : series, t0)
}

function breakPower(
  series: WaveSeries,
  line: PreLine,
  { post, t0 }: PowerDesign,
  { alpha, power }: Levels,
): BreakPower {
  const { contrast, inProportions, slopeChange } = deltaAt(series, line, post, { t0, alpha, maxDrift: 0 })
  const { se } = inProportions
  return {
    contrast,
    seDelta: se,
    mdeDelta: minimalDetectable(se, alpha, power),
    mdeSlopePerYear: slopeChange === null ? null : minimalDetectable(slopeChange.se, alpha, power),
    provableMargin: provableMargin(se, alpha),
  }
}

function changePower(series: WaveSeries, { pre, post }: PowerDesign, { alpha, power }: Levels): ChangePower {
  if (pre.length === 0) return { seChange: null, mdeChange: null }
  const { se } = changeSinceLastPre(series, post, alpha)
  return { seChange: se, mdeChange: minimalDetectable(se, alpha, power) }
}

function halfWidth({ sampling }: WaveSeries, { post }: PowerDesign, { alpha }: Levels): number {
  return normalQuantile(1 - alpha / 2) * Math.sqrt(sampling[post][post])
}
