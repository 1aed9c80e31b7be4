/** The trend break of one series, under the study's choices and their alternatives. */
import { decimalYear } from '../core/date.ts'
import type { BreakEntry } from '../core/results.ts'
import type { Study } from '../core/study.ts'
import { trendBreak } from '../trend/break.ts'
import type { BreakInput } from '../trend/break-choices.ts'
import { breakSensitivity } from '../trend/sensitivity.ts'
import { sameInstrument } from './comparability.ts'
import type { Series } from './series.ts'
import type { SourceData } from './source-data.ts'

export interface JudgedBreak {
  readonly entry: BreakEntry
  /** two-sided p-value of δ; null when not assessable */
  readonly p: number | null
}

export function breakEntry(study: Study, source: SourceData, series: Series): JudgedBreak {
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
  return { entry: { ...about, ...entry, sensitivity, shown: true }, p }
}

/** A wave without a value has no place on the line; the others are judged. */
function breakInput(study: Study, source: SourceData, series: Series): BreakInput {
  const { decision, programme, shocks, primary } = study
  const known = series.estimates.flatMap(({ value }, i) => (value === null ? [] : [{ value, i }]))
  return {
    waves: known.map(({ value, i }) => ({
      wave: series.waves[i].wave,
      time: series.waves[i].time,
      p: value,
      role: source.waves[i].spec.role,
      fieldwork: [decimalYear(series.waves[i].fieldwork[0]), decimalYear(series.waves[i].fieldwork[1])],
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
    assess: primary?.source === series.source ? primary.wave : 'last',
    comparable: sameInstrument(series.waves, series.measure, series.domain),
    shocks: shocks.map(({ from, to }) => [decimalYear(from), decimalYear(to)] as const),
  }
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
