/**
 * What a series can find, from its design and the data's own design effects.
 *
 * Waves, numbers and precision are those of the data; the prevalence is that of
 * the last wave before the programme in every wave, so that nothing of what the
 * judged wave found enters. A series in which no break can be judged says why,
 * and keeps the detectable change where one wave before the programme is all
 * it lacks.
 */
import type { PowerEntry } from '../core/results.ts'
import type { Study } from '../core/study.ts'
import { breakChoices } from '../trend/break-choices.ts'
import { LINKS } from '../trend/link.ts'
import { designPower } from '../trend/power.ts'
import type { PowerDesign } from '../trend/power-design.ts'
import { type Levels, USUAL_LEVELS } from '../trend/power-levels.ts'
import { assessedPosition, type Refusal, refusal } from '../trend/refusal.ts'
import { requiredN } from '../trend/required-n.ts'
import { type WaveSeries, waveSeries } from '../trend/wave-series.ts'
import { breakInput } from './break-entry.ts'
import type { Series } from './series.ts'
import type { Source } from './source.ts'

export function powerEntry(study: Study, source: Source, series: Series): PowerEntry {
  const choices = breakChoices(breakInput(study, source, series))
  const { t0, lag, tau, alpha, margin } = choices
  const onset = { t0, lag }
  const placed = waveSeries(choices.waves, choices.covariance, { onset, tau, link: LINKS.identity })
  const waves = wavesOf(placed, series)
  const levels = { alpha, power: USUAL_LEVELS.power }
  const about = {
    source: series.source,
    measure: series.measure,
    domain: { ...series.domain },
    standard: series.standard,
    waves,
    tau,
    ...levels,
    margin,
    shown: true,
  }
  const reason = refusal(placed, choices)
  const used = usedWaves(placed, waves, choices.assess, reason)
  if (used === null) return { ...about, ...NOTHING, reason: reason ?? 'no_variance' }
  const design = designOf(placed, waves, used, t0)
  return {
    ...about,
    assessed: placed.waves[used.post].wave,
    p: design.p,
    correlation: design.correlation?.map(row => [...row]) ?? null,
    ...found(design, waves, levels, margin),
    ...(reason === null ? {} : { reason }),
  }
}

const NOTHING = {
  assessed: null,
  p: null,
  correlation: null,
  seDelta: null,
  mdeDelta: null,
  mdeSlopePerYear: null,
  provableMargin: null,
  continuationAttainable: null,
  seChange: null,
  mdeChange: null,
  requiredN: null,
}

type PowerWave = PowerEntry['waves'][number]

function wavesOf({ waves, sampling }: WaveSeries, { points }: Series): PowerWave[] {
  const numbers = new Map(points.map(({ wave, estimate }) => [wave.entry.wave, estimate.n]))
  return waves.map(({ wave, time, role, p }, i) => {
    const variance = sampling[i][i]
    const neff = variance > 0 && p > 0 && p < 1 ? (p * (1 - p)) / variance : null
    const n = numbers.get(wave) ?? null
    return { wave, time, role, n, deff: n === null || neff === null ? null : n / neff, neff }
  })
}

/** Positions of the waves that a plan rests on. */
interface UsedWaves {
  readonly pre: readonly number[]
  readonly post: number
}

/** Too few waves to draw a line still show a change: from the last of them. Null where nothing can be said. */
function usedWaves(
  series: WaveSeries,
  waves: readonly PowerWave[],
  assess: string,
  reason: Refusal | null,
): UsedWaves | null {
  const { pre, post } = series
  if (reason !== null && !TOO_FEW.includes(reason)) return null
  if (pre.length === 0) return null
  const last = pre[pre.length - 1]
  const used = { pre: reason === null ? pre : [last], post: assessedPosition(series, assess) }
  const isPlannable =
    post.includes(used.post) &&
    waves[used.post].time > waves[last].time &&
    [...used.pre, used.post].every(i => waves[i].neff !== null)
  return isPlannable ? used : null
}

const TOO_FEW: readonly Refusal[] = ['fewer_than_two_pre_waves', 'fewer_than_min_pre_waves']

function designOf(series: WaveSeries, waves: readonly PowerWave[], used: UsedWaves, t0: number): PowerDesign {
  const positions = [...used.pre, used.post]
  const precise = positions.map(i => waves[i])
  return {
    times: precise.map(({ time }) => time),
    n: precise.map(({ n, neff }) => n ?? neff!),
    deff: precise.map(({ deff }) => deff ?? 1),
    p: series.waves[used.pre[used.pre.length - 1]].p,
    pre: used.pre.map((_, i) => i),
    post: used.pre.length,
    t0,
    tau: series.tau,
    correlation: correlationOf(series, positions),
  }
}

function correlationOf({ sampling }: WaveSeries, positions: readonly number[]): number[][] | null {
  const isApart = positions.every(i => positions.every(j => i === j || sampling[i][j] === 0))
  if (isApart) return null
  return positions.map(i =>
    positions.map(j => (i === j ? 1 : sampling[i][j] / Math.sqrt(sampling[i][i] * sampling[j][j]))),
  )
}

function found(design: PowerDesign, waves: readonly PowerWave[], levels: Levels, margin: number) {
  const { seDelta, mdeDelta, mdeSlopePerYear, provableMargin, seChange, mdeChange } = designPower(
    design,
    levels,
  )
  const isCounted = waves.every(({ deff }) => deff !== null)
  return {
    seDelta,
    mdeDelta,
    mdeSlopePerYear,
    provableMargin,
    continuationAttainable: provableMargin === null ? null : provableMargin < margin,
    seChange,
    mdeChange,
    requiredN: isCounted && mdeDelta !== null ? requiredN(design, margin, levels) : null,
  }
}
