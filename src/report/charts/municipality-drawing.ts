/** The drawing of municipalities: rows with their names where few, a band of thin lines where many. */
import type { ChartMeta, ChartSpec, Layer } from './figure-spec.ts'
import { hiddenAxis } from './hidden-axis.ts'
import { levels, points, segments, texts, uprights } from './layers.ts'
import { LIGHT } from './palette.ts'
import { type Plane, plane } from './plane.ts'
import { rowChart } from './row-chart.ts'
import { chartSpec, type Frame, type Sheet } from './sheet.ts'
import type { Shown } from './survey.ts'
import { percentAxis, percentEncoding, type ValueAxis, zigzag } from './value-axis.ts'
import { type Context, clipped, valueAndInterval, valueText } from './wording.ts'

export interface Place {
  readonly code: string
  readonly entry: Shown
}

/** Above this number there is no room for names. */
export const MOST_ROWS = 25
const DASH = [5, 3]

export function municipalityDrawing(
  on: Context,
  places: readonly Place[],
  whole: Shown | undefined,
  meta: ChartMeta,
  sheet: Sheet,
): ChartSpec {
  const draw = places.length <= MOST_ROWS ? rows : band
  return draw(on, places, whole, meta, sheet)
}

export function placesAxis(places: readonly Place[], whole: Shown | undefined): ValueAxis {
  const values = places.flatMap(({ entry }) => [entry.low ?? entry.value, entry.high ?? entry.value])
  return percentAxis(whole === undefined ? values : [...values, whole.value])
}

function wholeText({ text, language }: Context, whole: Shown): string {
  return text.places.together(valueText(whole, language))
}

/** The axis of rows need not start at 0: nothing on it is measured by length. */
function rows(
  on: Context,
  places: readonly Place[],
  whole: Shown | undefined,
  meta: ChartMeta,
  sheet: Sheet,
): ChartSpec {
  const values = placesAxis(places, whole)
  const ticks = values.ticks.slice(values.broken ? 1 : 0)
  const axis = { domain: [ticks[0], ticks[ticks.length - 1]] as const, ticks, broken: false }
  return rowChart(
    {
      rows: places.map(({ code, entry }) => ({
        label: clipped(code),
        value: valueAndInterval(entry, on.language),
      })),
      axis,
      tickText: value => `${Math.round(value * 100)}%`,
      head: true,
      marks: (at, plot) => {
        const marks = places.map(({ code, entry }, i) => ({
          municipality: code,
          x: entry.value,
          y: at[i].y,
          low: entry.low ?? entry.value,
          high: entry.high ?? entry.value,
        }))
        return [
          ...(whole === undefined ? [] : wholeRule(on, whole, plot, sheet)),
          levels(marks, { colour: LIGHT.navy, width: 2 }),
          points(marks, { colour: LIGHT.navy, shape: 'circle', filled: true, size: 50 }),
        ]
      },
    },
    meta,
    sheet,
  )
}

function wholeRule(on: Context, whole: Shown, plot: Plane, sheet: Sheet): Layer[] {
  const rule = { x: whole.value, x2: whole.value, y: 0, y2: plot.height }
  return [
    segments([rule], { colour: LIGHT.ink, width: 1.25, dash: DASH }),
    texts([{ x: whole.value, y: -12, text: wholeText(on, whole) }], { size: sheet.small }),
  ]
}

function band(
  on: Context,
  places: readonly Place[],
  whole: Shown | undefined,
  meta: ChartMeta,
  sheet: Sheet,
): ChartSpec {
  const wide = sheet.variant === 'wide'
  const frame: Frame = wide
    ? { top: 10, right: 8, bottom: 26, left: 42, height: 280 }
    : { top: 10, right: 4, bottom: 26, left: 36, height: 240 }
  const values = placesAxis(places, whole)
  const length = places.length
  const plot = plane(sheet, frame, [0, length], values.domain)
  const marks = places.map(({ code, entry }, i) => ({
    municipality: code,
    x: i + 0.5,
    y: entry.value,
    low: entry.low ?? entry.value,
    high: entry.high ?? entry.value,
  }))
  const step = plot.width / length
  const axisText = { x: length / 2, y: plot.y.from(plot.height + 14), text: on.text.places.axis(length) }
  const layers = [
    ...zigzag(values),
    uprights(marks, { colour: LIGHT.blue, width: Math.max(0.5, Math.min(2, step * 0.5)) }),
    points(marks, {
      colour: LIGHT.navy,
      shape: 'circle',
      filled: true,
      size: Math.max(2, Math.min(40, step * step)),
    }),
    ...(whole === undefined ? [] : wholeLine(on, whole, plot, sheet)),
    texts([axisText], { colour: LIGHT.muted }),
  ]
  const encoding = { x: hiddenAxis(length), y: percentEncoding(values) }
  return chartSpec(meta, { sheet, frame, encoding, layers })
}

function wholeLine(on: Context, whole: Shown, plot: Plane, sheet: Sheet): Layer[] {
  const line = { x: 0, x2: plot.x.domain[1], y: whole.value, y2: whole.value }
  const label = { x: 0, y: plot.y.from(plot.y.at(whole.value) - 9), text: wholeText(on, whole) }
  return [
    segments([line], { colour: LIGHT.ink, width: 1.25, dash: DASH }),
    texts([label], { align: 'left', dx: 6, halo: true, bold: true, size: sheet.small }),
  ]
}
