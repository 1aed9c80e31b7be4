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
  const quarters = Array.from(
    { length: Math.ceil((last - first) * 4) + 1 },
    (_, i) => Math.ceil(first * 4 + i) / 4,
  )
  // waves first, so that of two equal moments the wave's own is kept
  const candidates = [...times, t0, ...quarters].filter(time => time >= first && time <= last)
  const kept: number[] = []
  for (const time of candidates) {
    if (!kept.some(other => Math.abs(other - time) < SAME)) kept.push(time)
  }
  return kept.sort((a, b) => a - b)
}
