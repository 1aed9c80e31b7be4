/**
 * Words and numbers inside the trend chart: values at the points, names at the ends of the lines,
 * and on narrow sheets a key above the plot instead.
 */
import { percent } from '../format.ts'
import { wrapText } from '../text-metrics.ts'
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
export function valueLabels({ on, data, sheet, main, other, plane: { y } }: Trend): Layer[] {
  const assessed = data.trendBreak?.assessed?.wave
  const few = main.length <= (sheet.variant === 'wide' ? 5 : 3)
  const named = main.filter((entry, i) => few || i === 0 || i === main.length - 1 || entry.wave === assessed)
  const rows = named.map(entry => {
    const near = [entry, ...other.filter(one => one.wave === entry.wave)]
    const expected = entry.wave === assessed ? (data.trendBreak?.expected ?? -1) : -1
    const above = expected < entry.value
    const edge = above
      ? Math.max(...near.map(one => one.high ?? one.value))
      : Math.min(...near.map(one => one.low ?? one.value))
    return {
      x: entry.time,
      edge,
      above,
      value: valueText(entry, on.language),
      interval: intervalText(entry, on.language),
    }
  })
  const wide = sheet.variant === 'wide'
  const shift = (above: boolean, far: number) => (above ? -far : far)
  const value = rows.map(row => ({
    x: row.x,
    y: y.from(y.at(row.edge) + shift(row.above, wide && row.above ? 27 : 13)),
    text: row.value,
  }))
  const interval = rows.map(row => ({
    x: row.x,
    y: y.from(y.at(row.edge) + shift(row.above, row.above ? 12 : 28)),
    text: row.interval,
  }))
  return [
    texts(value, { bold: true, halo: true, size: sheet.font, dx: other.length > 0 ? 4 : 0 }),
    ...(wide ? [texts(interval, { halo: true, colour: LIGHT.muted, dx: other.length > 0 ? 4 : 0 })] : []),
  ]
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
