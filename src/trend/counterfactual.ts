/**
 * The expected course without programme, point by point for the chart.
 *
 * The pre line at every wave, at the start of the programme and at each
 * quarter from the first wave to the last, as proportions. Its standard error
 * is that of the line (τ included), not of a new wave about it.
 *
 * Units: decimal years, proportions 0-1.
 */
import type { PreLine } from './pre-line.ts'
import type { WaveSeries } from './wave-series.ts'

export interface CounterfactualPoint {
  time: number
  value: number
  se: number
}

/** Closer than this (five minutes) two moments are one. */
const SAME = 1e-5

export function counterfactual(series: WaveSeries, line: PreLine, t0: number): CounterfactualPoint[] {
  const times = series.waves.map(wave => wave.time)
  return grid(times, t0).map(time => {
    const expected = line.at(time)
    const value = series.link.from(expected.value)
    return { time, value, se: expected.se / series.link.slope(value) }
  })
}

function grid(times: readonly number[], t0: number): number[] {
  const first = Math.min(...times)
  const last = Math.max(...times)
  const count = Math.ceil((last - first) * 4) + 1
  const quarters = Array.from({ length: count }, (_, i) => (Math.ceil(first * 4) + i) / 4)
  const between = [t0, ...quarters].filter(time => time > first && time < last)
  const added = between.filter(time => !times.some(wave => Math.abs(wave - time) < SAME))
  return [...times, ...added]
    .sort((a, b) => a - b)
    .filter((time, i, all) => i === 0 || time - all[i - 1] >= SAME)
}
