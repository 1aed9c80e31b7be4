/**
 * The drawing of the trend: points with intervals, the expected line with its band, start and shocks.
 *
 * What is judged (main series, expectation, margin) shares one colour; the other series
 * differs by shape, dash and colour. On wide sheets every line is named at its end.
 */
import { month } from '../format.ts'
import { textWidth } from '../text-metrics.ts'
import type { ChartMeta, ChartSpec, Layer } from './figure-spec.ts'
import type { Key } from './key.ts'
import { boxes, line, points, type Row, ribbon, segments, texts, uprights } from './layers.ts'
import { LIGHT } from './palette.ts'
import { plane } from './plane.ts'
import { chartSpec, type Frame, plotWidth, type Sheet } from './sheet.ts'
import { drawable, type Shown } from './survey.ts'
import { mainSeries, type TrendData } from './trend-data.ts'
import {
  BAND,
  EXPECTED_LINE,
  endLabels,
  MAIN,
  MAIN_LINE,
  MARGIN,
  OTHER,
  OTHER_LINE,
  type Trend,
  trendKey,
  valueLabels,
} from './trend-labels.ts'
import { percentAxis, percentEncoding, type ValueAxis, zigzag } from './value-axis.ts'
import { type Context, clipped } from './wording.ts'
import { yearAxis, yearEncoding, yearTicks } from './year-axis.ts'

const Z = 1.959963984540054
const SHADE = 0.1

export function trendDrawing(on: Context, data: TrendData, meta: ChartMeta, sheet: Sheet): ChartSpec {
  const main = mainSeries(data)
  const other = drawable(data.standardised).length > 0 ? drawable(data.crude) : []
  const legend = trendKey(on, data, sheet, other.length > 0)
  const frame = trendFrame(sheet, legend, data)
  const values = trendAxis(data)
  const times = [...main, ...other].map(entry => entry.time)
  const width = plotWidth(sheet, frame)
  const years = yearAxis([...times, ...(data.start === null ? [] : [data.start])], times, width, sheet.small)
  const trend = { on, data, sheet, main, other, plane: plane(sheet, frame, years.domain, values.domain) }
  const layers = [
    ...shockLayers(trend),
    ...expectedLayers(trend),
    ...startLayers(trend),
    yearTicks(years, frame.height),
    ...zigzag(values),
    ...seriesLayers(trend),
    ...valueLabels(trend),
    ...(sheet.variant === 'wide' ? endLabels(trend) : legend.layers(trend.plane, -HEAD)),
  ]
  const encoding = { x: yearEncoding(years), y: percentEncoding(values) }
  return chartSpec(meta, { sheet, frame, encoding, layers })
}

/** Room above the plot for the names of the start and the shocks. */
const HEAD = 36

function trendFrame(sheet: Sheet, legend: Key, data: TrendData): Frame {
  const head = data.start === null && data.shocks.length === 0 ? 12 : HEAD
  return sheet.variant === 'wide'
    ? { top: head, right: 168, bottom: 30, left: 42, height: 300 }
    : { top: HEAD + legend.height + 4, right: 22, bottom: 28, left: 38, height: 250 }
}

/** The vertical axis: every estimate, the expectation, its margin and the numbers at the points fit. */
export function trendAxis(data: TrendData): ValueAxis {
  const { trendBreak } = data
  const entries = drawable([...data.crude, ...data.standardised])
  const centre = trendBreak?.expected ?? null
  const margin = trendBreak?.margin ?? 0
  const values = [
    ...entries.flatMap(entry => [entry.low ?? entry.value, entry.high ?? entry.value]),
    ...(trendBreak?.counterfactual ?? []).flatMap(({ value, se }) => [value - Z * se, value + Z * se]),
    ...(centre === null ? [] : [centre - margin, centre + margin]),
  ]
  const highest = Math.max(...entries.map(entry => entry.high ?? entry.value))
  const range = Math.max(...values) - Math.min(...values)
  return percentAxis([...values, highest + LABEL_ROOM * range])
}

/** For the numbers above the points, as a share of the range of values. */
const LABEL_ROOM = 0.15

function seriesLayers({ main, other }: Trend): Layer[] {
  const otherRows = rowsOf(other)
  const mainRows = rowsOf(main)
  return [
    line(otherRows, { ...OTHER_LINE, dx: OTHER.dx }),
    uprights(otherRows, { colour: OTHER.colour, width: 2, dx: OTHER.dx }),
    points(otherRows, OTHER),
    line(mainRows, MAIN_LINE),
    uprights(mainRows, { colour: MAIN.colour, width: 2 }),
    points(mainRows, MAIN),
  ]
}

function rowsOf(entries: readonly Shown[]): Row[] {
  return entries.map(({ wave, time, value, low, high }) => ({
    wave,
    x: time,
    y: value,
    low: low ?? value,
    high: high ?? value,
  }))
}

function expectedLayers({ data, plane: { x } }: Trend): Layer[] {
  const found = data.trendBreak
  if (!found?.assessed || found.expected === null || found.counterfactual.length === 0) return []
  const { assessed, expected, margin } = found
  const band = found.counterfactual.map(({ time, value, se }) => ({
    x: time,
    low: value - Z * se,
    high: value + Z * se,
  }))
  const rows = found.counterfactual.map(({ time, value }) => ({ x: time, y: value }))
  const at = x.at(assessed.time)
  const box = { x: x.from(at - 16), x2: x.from(at + 16), y: expected - margin, y2: expected + margin }
  return [boxes([box], MARGIN), ribbon(band, BAND.colour, BAND.opacity), line(rows, EXPECTED_LINE)]
}

function shockLayers({ data, sheet, plane: { x, y } }: Trend): Layer[] {
  const inside = (time: number) => Math.min(x.domain[1], Math.max(x.domain[0], time))
  const [foot, top] = y.domain
  const drawn = data.shocks.map(shock => ({
    x: inside(shock.from),
    x2: inside(shock.to),
    y: foot,
    y2: top,
    text: clipped(shock.label),
  }))
  if (drawn.length === 0) return []
  const names = drawn.map(shock => {
    const half = textWidth(shock.text, sheet.small) / 2
    const middle = x.at((shock.x + shock.x2) / 2)
    return {
      x: x.from(Math.max(half, Math.min(x.at(x.domain[1]) - half, middle))),
      y: y.from(-9),
      text: shock.text,
    }
  })
  return [
    boxes(drawn, { colour: LIGHT.grey, opacity: SHADE }),
    texts(names, { colour: LIGHT.muted, size: sheet.small }),
  ]
}

function startLayers(trend: Trend): Layer[] {
  const { data, sheet, plane: plot } = trend
  if (data.start === null) return []
  const row = { x: data.start, y: plot.y.from(-HEAD + 12), x2: data.start, y2: plot.y.domain[0] }
  const { text, right } = startLabel(trend, plot.x.at(data.start), data.start)
  const label = {
    align: right ? ('left' as const) : ('right' as const),
    dx: right ? 6 : -6,
    size: sheet.small,
  }
  return [segments([row], { colour: LIGHT.ink, width: 1.25 }), texts([{ ...row, text }], label)]
}

/** The fullest name that fits at one side of the rule, right before left. */
function startLabel({ on, data, sheet, plane: { width } }: Trend, at: number, start: number) {
  const { trend } = on.text
  const wide = sheet.variant === 'wide'
  const named = trend.start(clipped(data.programme ?? trend.programme))
  const dated = `${named}, ${month(start, on.language)}`
  const names = [...(wide ? [dated] : []), named, trend.start(trend.programme)]
  const room = (text: string) => textWidth(text, sheet.small) + 8
  const places = names.flatMap(text => [
    { text, right: true, fits: at + room(text) <= width + (wide ? 160 : 20) },
    { text, right: false, fits: at - room(text) >= -34 },
  ])
  return places.find(place => place.fits) ?? { text: trend.startShort, right: true }
}
