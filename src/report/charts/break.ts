/**
 * Has the trend been broken: measured minus expected, for every series and under other choices,
 * against the margin that was fixed beforehand. Shape and word say what colour says.
 */
import { pointsSize, signedPoints } from '../format.ts'
import {
  breaksOf,
  type DeltaRow,
  deltaRows,
  deltaText,
  primaryBreak,
  type Sign,
  seriesName,
} from './break-rows.ts'
import type { ChartMeta, ChartSpec, FigureSpec, Layer } from './figure-spec.ts'
import { boxes, levels, points } from './layers.ts'
import { LIGHT } from './palette.ts'
import { markZone, rowChart, zeroRule } from './row-chart.ts'
import type { RowPlace, RowText } from './row-texts.ts'
import { NARROW, type Sheet, WIDE } from './sheet.ts'
import { differenceAxis, type ValueAxis } from './value-axis.ts'
import { type Context, capital, finding, marginText, sourceName, sourcesText, waveName } from './wording.ts'

const STYLES: Readonly<Record<Sign, { colour: string; shape: string; filled: boolean; size: number }>> = {
  better: { colour: LIGHT.navy, shape: 'triangle-down', filled: true, size: 110 },
  worse: { colour: LIGHT.orange, shape: 'triangle-up', filled: true, size: 110 },
  same: { colour: LIGHT.grey, shape: 'square', filled: true, size: 90 },
  open: { colour: LIGHT.ink, shape: 'circle', filled: false, size: 70 },
}

const SIGNS = ['better', 'worse', 'same', 'open'] as const satisfies readonly Sign[]

/** Null where no break can be assessed: the trend figure says why. */
export function trendBreak(on: Context, id: string): FigureSpec | null {
  const rows = deltaRows(on)
  if (rows.length === 0) return null
  const { text, survey, language } = on
  const margin = marginText(rows[0].margin, language)
  const people = text.common.people(survey.target)
  const title = finding(on, breakTitle(on, rows))
  const alt = alternatives(on, rows, margin)
  const meta = { id, title, description: alt.short, language }
  const unassessed = breaksOf(on).filter(entry => entry.assessed === null)
  const names = unassessed.map(entry => `${text.common.words.is[entry.measure]}, ${seriesName(on, entry)}`)
  return {
    id,
    kind: 'break',
    source: survey.source,
    title,
    subtitle: text.breaks.subtitle(people, sourceName(on), margin),
    spec: drawing(on, rows, meta, WIDE),
    narrow: drawing(on, rows, meta, NARROW),
    alt,
    table: breakTable(on, rows),
    data: {
      columns: ['series', 'choice', 'delta', 'low', 'high', 'low90', 'high90', 'margin'],
      rows: rows.map(({ heading, label, delta, ci95, ci90, margin }) => [
        ...[heading, label, delta, ...ci95, ci90?.[0] ?? null, ci90?.[1] ?? null, margin],
      ]),
    },
    notes: [text.breaks.note, ...(names.length > 0 ? [text.breaks.notAssessable(names.join('; '))] : [])],
    sources: sourcesText(on),
  }
}

function breakTitle(on: Context, rows: readonly DeltaRow[]): string {
  const { text, language } = on
  const primary = primaryBreak(on)
  const main = primary?.assessed
  if (!primary || !main) return text.breaks.caption(text.common.people(on.survey.target))
  const { words } = text.common
  const is = words.is[primary.measure] ?? primary.measure
  const wave = waveName(on, main.wave)
  const sign = rows.find(row => row.delta === main.delta)?.sign
  if (sign === 'same') return text.breaks.equal(is, wave, marginText(primary.margin, language))
  if (sign === undefined || sign === 'open') {
    const [low, high] = main.ci95.map(value => signedPoints(value, language))
    return text.breaks.open(wave, low, high)
  }
  const way = main.delta < 0 ? words.lower : words.higher
  return text.breaks.differs(is, wave, pointsSize(main.delta, language), way, words.classes[primary.class])
}

function alternatives(on: Context, rows: readonly DeltaRow[], margin: string) {
  const { text } = on
  const primary = primaryBreak(on)
  const main = rows.find(row => row.delta === primary?.assessed?.delta) ?? rows[0]
  const say = (row: DeltaRow) => text.breaks.row(row.name, ...deltaText(on, row), row.outcome)
  const said = rows.filter(row => row.ci90 !== null).map(say)
  const wave = waveName(on, primary?.assessed?.wave ?? on.survey.waves.at(-1)!.wave)
  return {
    short: text.breaks.short(wave, say(main)),
    long: [text.breaks.long(rows.length, margin), `${capital(said.join('; '))}.`, text.breaks.note].join(' '),
  }
}

function breakTable(on: Context, rows: readonly DeltaRow[]): FigureSpec['table'] {
  const { text } = on
  return {
    caption: text.breaks.caption(text.common.people(on.survey.target)),
    columns: [
      { name: text.breaks.what, align: 'left' },
      { name: text.breaks.delta, align: 'right' },
      { name: text.common.interval, align: 'right' },
      { name: text.breaks.outcome, align: 'left' },
    ],
    rows: rows.map(row => [capital(row.name), ...deltaText(on, row), capital(row.outcome)]),
  }
}

type Line = RowText & { readonly row?: DeltaRow }

function drawing(on: Context, rows: readonly DeltaRow[], meta: ChartMeta, sheet: Sheet): ChartSpec {
  const { text, language } = on
  const headings = [...new Set(rows.map(row => row.heading))]
  const lines = headings.flatMap((heading): Line[] => [
    { label: heading, heading: true },
    ...rows
      .filter(row => row.heading === heading)
      .map(row => {
        const [delta, interval] = deltaText(on, row)
        return { label: row.label, value: `${delta} (${interval})`, outcome: row.outcome, row }
      }),
  ])
  const axis = differenceAxis(rows.flatMap(row => [...row.ci95, -row.margin, row.margin]))
  return rowChart(
    {
      rows: lines,
      axis: thinned(axis, sheet),
      tickText: value => signedPoints(value, language).replace(/[.,]0$/, ''),
      sides: [
        [text.breaks.better, text.breaks.worse],
        [text.common.words.lower, text.common.words.higher],
      ],
      marks: places => [
        ...margins(lines, places, sheet),
        zeroRule(lines, places, sheet),
        ...SIGNS.flatMap(sign => signLayers(sign, lines, places)),
      ],
    },
    meta,
    sheet,
  )
}

function thinned(axis: ValueAxis, sheet: Sheet): ValueAxis {
  const every = sheet.variant === 'narrow' && axis.ticks.length > 7 ? 2 : 1
  const zero = axis.ticks.indexOf(0)
  return { ...axis, ticks: axis.ticks.filter((_, i) => (i - zero) % every === 0) }
}

function margins(lines: readonly Line[], places: readonly RowPlace[], sheet: Sheet): Layer[] {
  const rows = lines.flatMap(({ row }, i) =>
    row === undefined ? [] : [{ x: -row.margin, x2: row.margin, ...markZone(places[i], sheet) }],
  )
  return [boxes(rows, { colour: LIGHT.grey, opacity: 0.2 })]
}

/** All rows of one outcome share colour and shape. */
function signLayers(sign: Sign, lines: readonly Line[], places: readonly RowPlace[]): Layer[] {
  const drawn = lines.flatMap(({ row }, i) => (row?.sign === sign ? [{ row, y: places[i].y }] : []))
  if (drawn.length === 0) return []
  const style = STYLES[sign]
  const thin = drawn.map(({ row, y }) => ({ series: row.name, y, low: row.ci95[0], high: row.ci95[1] }))
  const thick = drawn.flatMap(({ row: { name, ci90 }, y }) =>
    ci90 === null ? [] : [{ series: name, y, low: ci90[0], high: ci90[1] }],
  )
  return [
    levels(thin, { colour: style.colour, width: 1.5 }),
    levels(thick, { colour: style.colour, width: 4 }),
    points(
      drawn.map(({ row, y }) => ({ series: row.name, x: row.delta, y })),
      style,
    ),
  ]
}
