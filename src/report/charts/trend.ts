/**
 * The trend of the target population: as measured, standardised, and against the trend before the programme.
 */
import { percent, percentInterval, points, year } from '../format.ts'
import type { FigureSpec } from './figure-spec.ts'
import { NARROW, WIDE } from './sheet.ts'
import { drawable, isShown, type Shown } from './survey.ts'
import { mainSeries, type TrendData, trendData } from './trend-data.ts'
import { trendAxis, trendDrawing } from './trend-drawing.ts'
import { expectedRows, trendRows, trendTable } from './trend-table.ts'
import { labelled } from './value-axis.ts'
import {
  apartNote,
  type Context,
  capital,
  finding,
  hiddenNote,
  list,
  marginText,
  publishedNotes,
  scaleText,
  sourceName,
  sourcesText,
  standardName,
  valueAndInterval,
  valueText,
  waveName,
  wholePercent,
} from './wording.ts'

/** Null where nothing may be drawn. */
export function trend(on: Context, id: string): FigureSpec | null {
  const data = trendData(on)
  if (data === null) return null
  const title = finding(on, trendTitle(on, data))
  const alt = { short: shortAlt(on, data), long: longAlt(on, data) }
  const meta = { id, title, description: alt.short, language: on.language }
  return {
    id,
    kind: 'trend',
    source: on.survey.source,
    title,
    subtitle: subtitle(on, data),
    spec: trendDrawing(on, data, meta, WIDE),
    narrow: trendDrawing(on, data, meta, NARROW),
    alt,
    table: trendTable(on, data),
    data: trendRows(data),
    notes: notes(on, data),
    sources: sourcesText(on),
  }
}

/** The measured percentage of the latest wave: what stands in the title and the alternative text. */
function measured(data: TrendData): readonly Shown[] {
  const crude = drawable(data.crude)
  return crude.length > 0 ? crude : mainSeries(data)
}

function trendTitle({ text, survey }: Context, data: TrendData): string {
  const words = text.common
  const last = measured(data).at(-1)!
  const verdict = data.trendBreak === undefined ? '' : `; ${text.trend.verdict(data.trendBreak)}`
  const is = words.words.is[data.measure] ?? data.measure
  return capital(text.trend.title(wholePercent(last.value), is, words.people(survey.target), verdict))
}

function subtitle(on: Context, data: TrendData): string {
  const { text, survey } = on
  const is = text.common.words.is[data.measure] ?? data.measure
  const what = text.trend.subtitle(
    text.common.people(survey.target),
    is,
    scaleText(on, data.measure),
    sourceName(on),
  )
  if (data.standard === null) return `${what} ${text.common.interval95}`
  return `${what} ${text.trend.standardised(standardName(on, data.standard))}`
}

function shortAlt(on: Context, data: TrendData): string {
  const { text, survey, language } = on
  const words = text.common
  const drawn = measured(data)
  const ends = drawn.length > 1 ? [drawn[0], drawn.at(-1)!] : drawn
  const values = ends.map(entry => text.trend.valueIn(valueText(entry, language), waveName(on, entry.wave)))
  const is = words.words.is[data.measure] ?? data.measure
  return text.trend.short(is, words.people(survey.target), list(values, text))
}

function longAlt(on: Context, data: TrendData): string {
  const { text, language } = on
  const drawn = measured(data)
  const first = drawn[0]
  const last = drawn.at(-1)!
  const verdict = data.trendBreak ? [text.trend.conclusion(text.trend.verdict(data.trendBreak))] : []
  const within = (entry: Shown) =>
    text.trend.valueIn(valueAndInterval(entry, language), waveName(on, entry.wave))
  if (drawn.length === 1) return [text.trend.only(within(first)), ...verdict].join(' ')
  const [low, high] = labelled(trendAxis(data)).map(value => percent(value, language, 0))
  return [
    text.trend.axes(year(first.time), year(last.time), low, high),
    text.trend.course(within(first), within(last)),
    ...largestChange(on, drawn),
    ...comparison(on, data),
    ...verdict,
  ].join(' ')
}

function largestChange(on: Context, drawn: readonly Shown[]): string[] {
  if (drawn.length < 3 || drawn.some(({ low }) => low === null)) return []
  const { text, language } = on
  const steps = drawn.slice(1).map((to, i) => ({ from: drawn[i], to, diff: to.value - drawn[i].value }))
  const largest = steps.reduce((best, step) => (Math.abs(step.diff) > Math.abs(best.diff) ? step : best))
  const [from, to] = [largest.from.wave, largest.to.wave].map(wave => waveName(on, wave))
  return [text.trend.largest(points(largest.diff, language), from, to)]
}

function comparison(on: Context, data: TrendData): string[] {
  const { text, language } = on
  const [row] = expectedRows(data)
  const observed = mainSeries(data).find(entry => entry.wave === row?.wave)
  if (row === undefined || observed === undefined) return []
  const interval = percentInterval(row.low, row.high, language, 1)
  const name = drawable(data.standardised).length > 0 ? text.common.standardised : text.common.words.crude
  const expected = percent(row.value, language, 1)
  return [
    text.trend.comparison(
      capital(name),
      valueText(observed, language),
      waveName(on, observed.wave),
      expected,
      interval,
    ),
  ]
}

function notes(on: Context, data: TrendData): string[] {
  const { text, language } = on
  const found = data.trendBreak
  const pre = Object.values(found?.roles ?? {}).filter(role => role === 'pre' || role === 'baseline').length
  const hidden = [...data.crude, ...data.standardised]
    .filter(entry => !isShown(entry))
    .map(
      entry =>
        `${waveName(on, entry.wave)} (${entry.standard === null ? text.common.words.crude : text.common.standardised})`,
    )
  const margin = marginText(found?.margin ?? 0, language)
  return [
    ...(found?.assessed ? [text.trend.expectedNote(margin)] : []),
    ...(found?.assessed && pre === 2 ? [text.trend.linearityNote] : []),
    ...(drawable(data.standardised).length > 0 ? [text.trend.shiftNote] : []),
    ...(data.shocks.length > 0
      ? [
          text.trend.shockNote(
            list(
              data.shocks.map(shock => shock.label),
              text,
            ),
          ),
        ]
      : []),
    ...(trendAxis(data).broken ? [text.common.brokenAxis] : []),
    ...publishedNotes(on, drawable([...data.crude, ...data.standardised])),
    ...apartNote(on, [data.measure]),
    ...hiddenNote(hidden, text),
  ]
}
