/**
 * An axis of calendar years: a tick at every 1 January, each year's number under the year itself.
 *
 * A wave stands at the middle of its fieldwork, so that uneven spacing shows.
 *
 * Units: decimal years; pixels for `width`.
 */
import { textWidth } from '../text-metrics.ts'
import type { Layer } from './figure-spec.ts'
import { LIGHT } from './palette.ts'

export interface YearAxis {
  readonly domain: readonly [number, number]
  /** middles of the years that get a label */
  readonly labelled: readonly number[]
}

const EVERY = [1, 2, 4, 5, 10, 20, 50]

/** Whole years around all `times`; years of `waves` are labelled first. */
export function yearAxis(times: readonly number[], waves: readonly number[], width: number, font: number) {
  const from = Math.floor(Math.min(...times))
  const to = Math.floor(Math.max(...times)) + 1
  const years = Array.from({ length: to - from }, (_, i) => from + i)
  const room = (textWidth('2020', font) + 12) / (width / years.length)
  const every = EVERY.find(step => step >= room) ?? EVERY[EVERY.length - 1]
  const waveYears = waves.map(Math.floor)
  const hits = (start: number) => waveYears.filter(year => (year - start) % every === 0).length
  const starts = years.slice(0, every)
  const start = starts.reduce((best, year) => (hits(year) > hits(best) ? year : best), starts[0])
  const labelled = years.filter(year => (year - start) % every === 0).map(year => year + 0.5)
  const axis: YearAxis = { domain: [from, to], labelled }
  return axis
}

/** Encoding of the channel x. */
export function yearEncoding(axis: YearAxis) {
  return {
    field: 'x',
    type: 'quantitative' as const,
    title: null,
    scale: { domain: [...axis.domain], nice: false, zero: false },
    axis: {
      values: [...axis.labelled],
      labelExpr: "'' + floor(datum.value)",
      ticks: false,
      grid: false,
      labelPadding: 9,
    },
  }
}

/** Ticks at every 1 January, hanging from the foot of a plot of this height. */
export function yearTicks(axis: YearAxis, height: number): Layer {
  const [from, to] = axis.domain
  const values = Array.from({ length: to - from + 1 }, (_, i) => ({ x: from + i }))
  return {
    data: { values },
    mark: { type: 'rule', stroke: LIGHT.grey, opacity: 1 },
    encoding: { x: { field: 'x' }, y: { value: height }, y2: { value: height + 6 } },
  }
}
