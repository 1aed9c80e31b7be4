/**
 * Words and numbers inside the trend chart: values at the points, names at the ends of the lines,
 * and on narrow sheets a key above the plot instead.
 */
import { percent } from '../format.ts'
import { textWidth, wrapText } from '../text-metrics.ts'
import type { Layer } from './figure-spec.ts'
import { type Key, type KeyEntry, key } from './key.ts'
import { type LineStyle, type PointStyle, segments, texts } from './layers.ts'
import { spread } from './linear-scale.ts'
import { LIGHT } from './palette.ts'
import type { Plane } from './plane.ts'
import type { Sheet } from './sheet.ts'
import type { Shown } from './survey.ts'
import type { TrendData } from './trend-data.ts'
import { type Context, intervalText, marginText, valueText } from './wording.ts'

export const MAIN: PointStyle = { colour: LIGHT.navy, shape: 'circle', filled: true }
export const OTHER = { colour: LIGHT.orange, shape: 'diamond', filled: false, dx: 8 } satisfies PointStyle
export const MAIN_LINE: LineStyle = { colour: LIGHT.navy, width: 1.25 }
export const OTHER_LINE: LineStyle = { colour: LIGHT.orange, width: 1, dash: [2, 2] }
export const EXPECTED_LINE: LineStyle = { colour: LIGHT.navy, width: 1.75, dash: [6, 4] }
export const BAND = { colour: LIGHT.navy, opacity: 0.14 }
export const MARGIN = { colour: LIGHT.grey, opacity: 0.35 }

export interface Trend {
  readonly on: Context
  readonly data: TrendData
  readonly sheet: Sheet
  readonly main: readonly Shown[]
  /** the crude series beside a standardised one */
  readonly other: readonly Shown[]
  readonly plane: Plane
}

/** Values at the points: all of few waves, else the first, the last and the assessed one. */
export function valueLabels(trend: Trend): Layer[] {
  const { on, data, sheet, main, other } = trend
  const assessed = data.trendBreak?.assessed?.wave
  const wide = sheet.variant === 'wide'
  const few = main.length <= (wide ? 5 : 3)
  const named = main.filter((entry, i) => few || i === 0 || i === main.length - 1 || entry.wave === assessed)
  const places = named.map(entry => labelPlace(trend, entry))
  const dx = other.length > 0 ? 4 : 0
  const values = places.map(({ x, above, edge, entry }) => ({
    x,
    y: edge(above ? (wide ? -27 : -13) : 13),
    text: valueText(entry, on.language),
  }))
  const intervals = places.map(({ x, above, edge, entry }) => ({
    x,
    y: edge(above ? -12 : 28),
    text: intervalText(entry, on.language),
  }))
  return [
    texts(values, { bold: true, halo: true, size: sheet.font, dx }),
    ...(wide ? [texts(intervals, { halo: true, colour: LIGHT.muted, dx })] : []),
  ]
}

interface LabelPlace {
  readonly entry: Shown
  readonly x: number
  readonly above: boolean
  /** this many pixels down from the edge of what the label must stay clear of */
  readonly edge: (pixels: number) => number
}

/** Above or below all points it would touch: away from the expectation, else where it stays nearest. */
function labelPlace(
  { on, data, main, other, sheet, plane: { x, y, width } }: Trend,
  entry: Shown,
): LabelPlace {
  const text = sheet.variant === 'wide' ? intervalText(entry, on.language) : valueText(entry, on.language)
  const half = textWidth(text, sheet.small) / 2 + 6
  const near = [...main, ...other].filter(one => Math.abs(x.at(one.time) - x.at(entry.time)) < half)
  const top = Math.max(...near.map(one => one.high ?? one.value))
  const bottom = Math.min(...near.map(one => one.low ?? one.value))
  const expected = entry.wave === data.trendBreak?.assessed?.wave ? data.trendBreak.expected : null
  const nearer = top - entry.value <= entry.value - bottom + 1e-9
  const above = expected === null ? nearer || near.length < 3 : expected < entry.value
  return {
    entry,
    x: x.from(Math.max(half - 10, Math.min(width + 12 - half, x.at(entry.time)))),
    above,
    edge: pixels => y.from(y.at(above ? top : bottom) + pixels),
  }
}

/** The name of every line at its end, with a thin pointer where it had to move. */
export function endLabels({ on, data, sheet, main, other, plane: { x, y, width, height } }: Trend): Layer[] {
  const names = endNames(on, data, main, other)
  const font = sheet.small
  const wrapped = names.map(name => ({ ...name, lines: wrapText(name.text, 132, font) }))
  const heights = wrapped.map(name => name.lines.length * (font + 2) + 8)
  const placed = spread(
    wrapped.map(name => y.at(name.value)),
    heights,
    [heights[0] / 2, height - heights[0] / 2],
  )
  const rows = wrapped.map((name, i) => ({
    x: x.from(width + 26),
    y: y.from(placed[i] - ((name.lines.length - 1) * (font + 2)) / 2),
    text: name.lines.join('\n'),
  }))
  const pointers = wrapped.map((name, i) => ({
    x: x.from(x.at(name.time) + name.dx),
    y: name.value,
    x2: x.from(width + 22),
    y2: y.from(placed[i]),
  }))
  return [
    segments(pointers, { colour: LIGHT.grey, width: 0.75 }),
    texts(rows, { align: 'left', halo: true, size: font }),
  ]
}

interface EndName {
  readonly text: string
  readonly value: number
  readonly time: number
  /** where the pointer starts, right of the mark */
  readonly dx: number
}

function endNames(on: Context, data: TrendData, main: readonly Shown[], other: readonly Shown[]): EndName[] {
  const { text, language } = on
  const found = data.trendBreak
  const at = (entry: Shown, name: string, dx: number) => ({
    text: name,
    value: entry.value,
    time: entry.time,
    dx,
  })
  const names = [
    at(main[main.length - 1], other.length > 0 ? text.common.standardised : text.common.words.crude, 7),
  ]
  if (other.length > 0) names.push(at(other[other.length - 1], text.common.words.crude, 15))
  const end = found?.counterfactual.at(-1)
  if (!found?.assessed || found.expected === null || end === undefined) return names
  const value = percent(found.expected, language, 1)
  const edge = found.expected + (found.assessed.delta > 0 ? -1 : 1) * found.margin
  return [
    ...names,
    { text: text.trend.expected(value), value: end.value, time: end.time, dx: 3 },
    {
      text: text.trend.margin(marginText(found.margin, language)),
      value: edge,
      time: found.assessed.time,
      dx: 16,
    },
  ]
}

/** For narrow sheets, where names do not fit at the ends of the lines. */
export function trendKey(on: Context, data: TrendData, sheet: Sheet, two: boolean): Key {
  const { text, language } = on
  const found = data.trendBreak
  const main: KeyEntry = {
    text: two ? text.common.standardised : text.common.words.crude,
    point: MAIN,
    line: MAIN_LINE,
  }
  const other: KeyEntry = {
    text: text.common.words.crude,
    point: OTHER,
    line: OTHER_LINE,
  }
  const expected: KeyEntry[] = found?.assessed
    ? [
        {
          text: text.trend.expectedShort,
          box: BAND,
          line: EXPECTED_LINE,
        },
        { text: text.trend.margin(marginText(found.margin, language)), box: MARGIN },
      ]
    : []
  return key([main, ...(two ? [other] : []), ...expected], -30, sheet.width - 16, sheet.small)
}
