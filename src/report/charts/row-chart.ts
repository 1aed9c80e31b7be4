/**
 * The skeleton of charts that lie: a label, a stretch of axis and the numbers in words, row under row.
 *
 * On narrow sheets label and numbers stand above the stretch, so that nothing shrinks.
 *
 * Units: pixels downwards for y; the axis' own units for x.
 */
import { textWidth } from '../text-metrics.ts'
import type { ChartMeta, ChartSpec, Layer } from './figure-spec.ts'
import { segments, texts } from './layers.ts'
import { LIGHT } from './palette.ts'
import { type Plane, plane } from './plane.ts'
import { INDENT, placed, type RowPlace, type RowText, rowTexts } from './row-texts.ts'
import { chartSpec, type Frame, type Sheet } from './sheet.ts'
import type { ValueAxis } from './value-axis.ts'

export interface RowChart {
  readonly rows: readonly RowText[]
  readonly axis: ValueAxis
  readonly tickText: (value: number) => string
  /** words at either side of zero, the longest that fit */
  readonly sides?: readonly (readonly [string, string])[]
  /** room above the plot for words of the marks */
  readonly head?: boolean
  readonly marks: (places: readonly RowPlace[], on: Plane) => Layer[]
}

export function rowChart(chart: RowChart, meta: ChartMeta, sheet: Sheet): ChartSpec {
  const places = placed(chart.rows, sheet)
  const height = places[places.length - 1].bottom
  const wide = sheet.variant === 'wide'
  const frame: Frame = {
    top: chart.sides === undefined && !chart.head ? 8 : 24,
    right: wide
      ? columnWidth(chart.rows, row => [row.value, row.outcome], sheet.small) + 16
      : narrowSide(chart, sheet),
    bottom: 26,
    left: wide ? columnWidth(chart.rows, labelsOf, sheet.font) + INDENT + 14 : 22,
    height,
  }
  const on = plane(sheet, frame, chart.axis.domain, [height, 0])
  const layers = [
    ...sideWords(chart, on, sheet, frame),
    ...tickTexts(chart, on),
    ...chart.marks(places, on),
    ...rowTexts(chart.rows, places, on, sheet, frame),
  ]
  return chartSpec(meta, { sheet, frame, encoding: encodings(chart.axis, height), layers })
}

function columnWidth(
  rows: readonly RowText[],
  words: (row: RowText) => readonly (string | undefined)[],
  font: number,
): number {
  return Math.max(0, ...rows.flatMap(words).map(word => textWidth(word ?? '', font)))
}

/** The last number under the axis must stand whole. */
function narrowSide({ axis, tickText }: RowChart, sheet: Sheet): number {
  return Math.max(22, textWidth(tickText(axis.ticks[axis.ticks.length - 1]), sheet.small) / 2 + 3)
}

/** Headings may run into the plot. */
function labelsOf(row: RowText): string[] {
  return row.heading ? [] : [row.label]
}

/** The part of a row that belongs to its mark: on narrow sheets words stand above it. */
export function markZone({ y, top, bottom }: RowPlace, sheet: Sheet): { y: number; y2: number } {
  return sheet.variant === 'wide' ? { y: top, y2: bottom } : { y: y - 11, y2: y + 11 }
}

/** Through the whole plot, or on narrow sheets past the marks only. */
export function zeroRule(rows: readonly RowText[], places: readonly RowPlace[], sheet: Sheet): Layer {
  const wide = sheet.variant === 'wide'
  const marks = places
    .filter((_, i) => !rows[i].heading)
    .map(place => ({ x: 0, x2: 0, ...markZone(place, sheet) }))
  const whole = [{ x: 0, x2: 0, y: 0, y2: places[places.length - 1].bottom }]
  return segments(wide ? whole : marks, { colour: LIGHT.ink, width: 1.25 })
}

function encodings(axis: ValueAxis, height: number): ChartSpec['encoding'] & object {
  const scale = { nice: false, zero: false }
  const bare = { labels: false, ticks: false, domain: false }
  return {
    x: {
      field: 'x',
      type: 'quantitative',
      title: null,
      scale: { ...scale, domain: [...axis.domain] },
      axis: { ...bare, values: [...axis.ticks], grid: true },
    },
    y: {
      field: 'y',
      type: 'quantitative',
      title: null,
      scale: { ...scale, domain: [height, 0] },
      axis: { ...bare, grid: false },
    },
  }
}

function tickTexts({ axis, tickText }: RowChart, { height }: Plane): Layer[] {
  const rows = axis.ticks.map(tick => ({ x: tick, y: height + 14, text: tickText(tick) }))
  return [texts(rows, { colour: LIGHT.muted })]
}

function sideWords({ sides = [] }: RowChart, { x, width }: Plane, sheet: Sheet, frame: Frame): Layer[] {
  const zero = x.at(0)
  const fits = ([left, right]: readonly [string, string]) =>
    zero - 8 - textWidth(`← ${left}`, sheet.small) >= -frame.left + 4 &&
    zero + 8 + textWidth(`${right} →`, sheet.small) <= width + frame.right - 4
  const words = sides.find(fits)
  if (words === undefined) return []
  const row = (text: string) => [{ x: 0, y: -12, text }]
  const style = { colour: LIGHT.muted, size: sheet.small }
  return [
    texts(row(`← ${words[0]}`), { ...style, align: 'right', dx: -8 }),
    texts(row(`${words[1]} →`), { ...style, align: 'left', dx: 8 }),
  ]
}
