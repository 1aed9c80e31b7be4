/**
 * Axes of percentages and of percentage points, with whole steps.
 *
 * A percentage axis starts at 0, or is broken where more than half of it would stay empty:
 * then its lowest label is still 0%, with a zigzag above it, never a silent cut.
 *
 * Units: proportions and differences of proportions.
 */
import type { Layer } from './figure-spec.ts'
import { LIGHT } from './palette.ts'

export interface ValueAxis {
  readonly domain: readonly [number, number]
  readonly ticks: readonly number[]
  /** 0% stands at the foot of a broken axis */
  readonly broken: boolean
}

/** What a broken axis shows at least, so that it does not blow up small differences. */
const LEAST = 0.1
/** Height of the gap at the foot of a broken axis, in steps. */
const FOOT = 0.6
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5]

export function percentAxis(values: readonly number[], maxTicks = 6): ValueAxis {
  const middle = (Math.min(...values) + Math.max(...values)) / 2
  const lowest = Math.min(...values, middle - LEAST / 2)
  const highest = Math.max(...values, middle + LEAST / 2)
  if (lowest <= 0.5 * highest) return whole(Math.max(STEPS[0], ...values), maxTicks)
  const step = stepFor(highest - lowest + 0.01, maxTicks - 1)
  const low = Math.floor(round(lowest / step)) * step
  if (round(low - step) <= 0) return whole(Math.max(STEPS[0], ...values), maxTicks)
  const foot = round(low - step * FOOT)
  const high = top(highest, step)
  return { domain: [foot, high], ticks: [foot, ...between(low, high, step)], broken: true }
}

/** An axis of differences: always with 0, and room beyond the outermost values. */
export function differenceAxis(values: readonly number[], maxTicks = 7): ValueAxis {
  return aroundZero(values, range => stepFor(range, maxTicks))
}

/** An axis of numbers of people, with steps of 1, 2 or 5 times a power of ten. */
export function personsAxis(values: readonly number[], maxTicks = 6): ValueAxis {
  return aroundZero(values, range => {
    const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, range) / maxTicks)))
    return [1, 2, 5].map(one => one * power).find(step => range / step <= maxTicks) ?? 10 * power
  })
}

function aroundZero(values: readonly number[], stepOf: (range: number) => number): ValueAxis {
  const lowest = Math.min(0, ...values)
  const highest = Math.max(0, ...values)
  const step = stepOf(highest - lowest)
  const low = round(Math.floor(round(lowest / step)) * step)
  const high = Math.max(top(highest, step), round(low + step))
  return { domain: [low, high], ticks: between(low, high, step), broken: false }
}

/** Lowest and highest number on the axis above the break. */
export function labelled(axis: ValueAxis): readonly [number, number] {
  return [axis.ticks[axis.broken ? 1 : 0], axis.ticks[axis.ticks.length - 1]]
}

/** Encoding of the channel y for percentages. */
export function percentEncoding(axis: ValueAxis) {
  return {
    field: 'y',
    type: 'quantitative' as const,
    title: null,
    scale: { domain: [...axis.domain], nice: false, zero: false },
    axis: {
      values: [...axis.ticks],
      labelExpr: percentLabels(axis),
      grid: true,
      ticks: false,
      domain: axis.broken,
      labelPadding: 8,
    },
  }
}

/** Vega expression for the labels: whole percentages. */
function percentLabels(axis: ValueAxis): string {
  const percent = "round(datum.value * 100) + '%'"
  return axis.broken ? `datum.value < ${axis.domain[0] + 1e-6} ? '0%' : ${percent}` : percent
}

/** The zigzag of a broken axis. */
export function zigzag(axis: ValueAxis): Layer[] {
  if (!axis.broken) return []
  const middle = (axis.domain[0] + axis.ticks[1]) / 2
  const mark = { type: 'point' as const, opacity: 1, shape: 'M0,-1.4L1,-0.7L-1,0.7L0,1.4', size: 100, x: 0 }
  const drawn = (stroke: string, strokeWidth: number): Layer => ({
    data: { values: [{ y: middle }] },
    mark: { ...mark, stroke, strokeWidth, fill: null },
    encoding: { x: { value: 0 }, y: { field: 'y' } },
  })
  return [drawn(LIGHT.paper, 6), drawn(LIGHT.muted, 1.5)]
}

function whole(highest: number, maxTicks: number): ValueAxis {
  const step = stepFor(highest, maxTicks)
  const high = Math.min(1, top(highest, step))
  return { domain: [0, high], ticks: between(0, high, step), broken: false }
}

function top(highest: number, step: number): number {
  return round(Math.ceil(round(highest / step)) * step)
}

function stepFor(range: number, maxTicks: number): number {
  return STEPS.find(step => range / step <= maxTicks) ?? Math.ceil(range / maxTicks)
}

function between(low: number, high: number, step: number): number[] {
  const count = Math.round((high - low) / step)
  return Array.from({ length: count + 1 }, (_, i) => round(low + i * step))
}

/** Away with the dust of binary fractions. */
function round(value: number): number {
  return Number(value.toPrecision(10))
}
