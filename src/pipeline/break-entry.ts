/** The trend break of one series, under the study's choices and their alternatives. */
import { decimalYear } from '../core/date.ts'
import type { BreakEntry } from '../core/results.ts'
import type { Study } from '../core/study.ts'
import { trendBreak } from '../trend/break.ts'
import type { BreakInput } from '../trend/break-choices.ts'
import { breakSensitivity } from '../trend/sensitivity.ts'
import { type Barrier, barrierAmong } from './one-series.ts'
import { levelOf, type Series } from './series.ts'
import type { Source } from './source.ts'

export interface JudgedBreak {
  readonly entry: BreakEntry
  /** two-sided p-value of δ; null when not assessable */
  readonly p: number | null
}

export function breakEntry(study: Study, source: Source, series: Series): JudgedBreak {
  const about = {
    source: series.source,
    measure: series.measure,
    domain: { ...series.domain },
    standard: series.standard,
    level: series.standard === null ? ('national_a' as const) : ('national_b' as const),
  }
  const input = breakInput(study, source, series)
  const { entry, p } = trendBreak(input)
  const sensitivity = entry.assessed === null ? [] : breakSensitivity(input, { starts: starts(study) })
  const flags = [...entry.flags, ...publishedFlags(series)]
  return { entry: { ...about, ...entry, flags, sensitivity, shown: true }, p }
}

/** A wave without a value has no place on the line; the others are judged. */
export function breakInput(study: Study, source: Source, series: Series): BreakInput {
  const { decision, programme, shocks, primary } = study
  const known = series.points.flatMap((point, i) => {
    const { value } = levelOf(point)
    return value === null ? [] : [{ ...point.wave, value, i }]
  })
  const waves = series.points.map(({ wave }) => wave)
  const barrier = barrierAmong(waves, series.measure, series.domain)
  const assess = primary?.source === series.source ? primary.wave : 'last'
  const isAbsent =
    source.waves.some(({ entry }) => entry.wave === assess) &&
    !known.some(({ entry }) => entry.wave === assess)
  return {
    waves: known.map(({ entry, role, value }) => ({
      wave: entry.wave,
      time: entry.time,
      p: value,
      role,
      fieldwork: [decimalYear(entry.fieldwork[0]), decimalYear(entry.fieldwork[1])],
    })),
    covariance: known.map(a => known.map(b => series.covariance[a.i][b.i])),
    t0: decimalYear(programme.start),
    lag: decision.lag,
    scale: decision.scale,
    tau: tauOf(study, series.source),
    alpha: decision.alpha,
    margin: decision.margin,
    maxDrift: decision.maxDrift,
    minPre: decision.minPre,
    assess,
    comparable: barrier?.kind !== 'instrument',
    barrier: refusedFor(barrier) ?? (isAbsent ? 'assessed_wave_absent' : null),
    shocks: shocks.map(({ from, to }) => [decimalYear(from), decimalYear(to)] as const),
  }
}

function refusedFor(barrier: Barrier | null) {
  return barrier?.kind === 'published' ? barrier.reason : null
}

/** What a break must say of the published figures it rests on. */
function publishedFlags({ points }: Series): string[] {
  const flags = new Set(points.flatMap(point => (point.kind === 'published' ? point.estimate.flags : [])))
  return (['published', 'rounded', 'approx_variance'] as const).filter(flag => flags.has(flag))
}

/** Non-sampling error of a wave of this source. */
function tauOf({ decision }: Study, source: string): number {
  const { tau } = decision
  return typeof tau === 'number' ? tau : (tau[source] ?? DEFAULT_TAU)
}

const DEFAULT_TAU = 0.005

function starts({ programme }: Study) {
  return [...new Set([programme.start, programme.exposureFrom])].map(date => ({
    label: date,
    t0: decimalYear(date),
  }))
}
