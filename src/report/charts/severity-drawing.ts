/** The drawing of the kinds of loneliness: one panel each, every panel with its own stretch of time. */
import { year } from '../format.ts'
import { textWidth, wrapText } from '../text-metrics.ts'
import type { ChartMeta, ChartSpec, Layer } from './figure-spec.ts'
import { hiddenAxis } from './hidden-axis.ts'
import { fittingLabels, type Label } from './label-choice.ts'
import { line, points, type Row, segments, texts, uprights } from './layers.ts'
import { LIGHT } from './palette.ts'
import { type Plane, plane } from './plane.ts'
import { chartSpec, type Frame, type Sheet } from './sheet.ts'
import type { Shown } from './survey.ts'
import { percentAxis, percentEncoding } from './value-axis.ts'
import { type Context, valueText } from './wording.ts'

export interface Kind {
  readonly measure: string
  readonly name: string
  readonly cutoff: string
  readonly entries: readonly Shown[]
}

const POINT = { colour: LIGHT.navy, shape: 'circle', filled: true, size: 40 }
/** Room at both sides of a panel, in panels. */
const INSET = 0.2

/** With more waves than this only the first and the last carry their number. */
const MOST_VALUES = 6

interface Panel {
  readonly kind: Kind
  /** its left edge, in panels */
  readonly left: number
  /** position of a wave, in panels */
  readonly x: (time: number) => number
}

export function severityDrawing(
  kinds: readonly Kind[],
  on: Context,
  meta: ChartMeta,
  sheet: Sheet,
): ChartSpec {
  const wide = sheet.variant === 'wide'
  const frame: Frame = wide
    ? { top: 44, right: 8, bottom: 28, left: 42, height: 250 }
    : { top: 40, right: 4, bottom: 26, left: 36, height: 240 }
  const values = severityAxis(kinds)
  const on2 = plane(sheet, frame, [0, kinds.length], values.domain)
  const panels = kinds.map((kind, i) => panel(on, kind, i))
  const layers = [
    ...dividers(panels, on2),
    ...titles(panels, on2, sheet),
    ...pointLayers(
      panels.map(one => panelRows(one, on, sheet)),
      on2,
      sheet,
    ),
  ]
  const encoding = { x: hiddenAxis(kinds.length), y: percentEncoding(values) }
  return chartSpec(meta, { sheet, frame, encoding, layers })
}

function panel({ survey }: Context, kind: Kind, left: number): Panel {
  const first = survey.waves[0].time
  const years = survey.waves[survey.waves.length - 1].time - first
  const x = (time: number) => left + (years === 0 ? 0.5 : INSET + (1 - 2 * INSET) * ((time - first) / years))
  return { kind, left, x }
}

function dividers(panels: readonly Panel[], { y }: Plane): Layer[] {
  const rows = panels.slice(1).map(({ left }) => ({ x: left, x2: left, y: y.domain[0], y2: y.domain[1] }))
  return rows.length === 0 ? [] : [segments(rows, { colour: LIGHT.grid, width: 1 })]
}

function titles(panels: readonly Panel[], { x, y, width }: Plane, sheet: Sheet): Layer[] {
  const wide = sheet.variant === 'wide'
  const place = (top: number, text: (kind: Kind) => string): Row[] =>
    panels.map(({ kind, left }) => ({ x: x.from(x.at(left) + 8), y: y.from(top), text: text(kind) }))
  const room = width / panels.length - 2
  const name = (kind: Kind) => (wide ? kind.name : wrapText(kind.name, room, sheet.small).join('\n'))
  const style = { align: 'left' as const, dx: wide ? 0 : -6 }
  return [
    texts(place(wide ? -32 : -28, name), { ...style, bold: true, size: wide ? sheet.font : sheet.small }),
    ...(wide
      ? [
          texts(
            place(-15, kind => kind.cutoff),
            { ...style, colour: LIGHT.muted },
          ),
        ]
      : []),
  ]
}

function panelRows({ kind, x }: Panel, { language }: Context, sheet: Sheet) {
  return kind.entries.map(entry => ({
    wave: entry.wave,
    series: kind.measure,
    x: x(entry.time),
    y: entry.value,
    low: entry.low ?? entry.value,
    high: entry.high ?? entry.value,
    text: valueText(entry, language),
    year: sheet.variant === 'wide' ? year(entry.time) : `’${year(entry.time).slice(2)}`,
  }))
}
type PointRow = ReturnType<typeof panelRows>[number]

function pointLayers(panels: readonly PointRow[][], at: Plane, sheet: Sheet): Layer[] {
  const rows = panels.flat()
  return [
    line(rows, { colour: POINT.colour, width: 1 }),
    uprights(rows, { colour: POINT.colour, width: 2 }),
    points(rows, POINT),
    texts(
      panels.flatMap(panel => valueRows(panel, at, sheet)),
      { bold: true, halo: true },
    ),
    texts(
      panels.flatMap(panel => yearRows(panel, at, sheet)),
      { colour: LIGHT.muted },
    ),
  ]
}

function label(row: PointRow, text: string, { x }: Plane, sheet: Sheet): Label {
  return { at: x.at(row.x), width: textWidth(text, sheet.small, 'bold') }
}

/** Above every point that the number would touch. */
function valueRows(rows: readonly PointRow[], at: Plane, sheet: Sheet): Row[] {
  const ends = rows.length > MOST_VALUES ? [rows[0], rows[rows.length - 1]] : rows
  return fittingLabels(ends.map(row => label(row, row.text, at, sheet))).map(i => {
    const row = ends[i]
    const half = label(row, row.text, at, sheet).width / 2 + 4
    const near = rows.filter(one => Math.abs(at.x.at(one.x) - at.x.at(row.x)) < half)
    const top = at.y.at(Math.max(...near.map(one => one.high)))
    return { x: row.x, y: at.y.from(top - 11), text: row.text }
  })
}

function yearRows(rows: readonly PointRow[], at: Plane, sheet: Sheet): Row[] {
  return fittingLabels(rows.map(row => label(row, row.year, at, sheet))).map(i => ({
    x: rows[i].x,
    y: at.y.from(at.height + 14),
    text: rows[i].year,
  }))
}

/** For the numbers above the points. */
const LABEL_ROOM = 0.025

/** Kinds are far apart, so that their axis is whole: it starts at 0. */
export function severityAxis(kinds: readonly Kind[]) {
  return percentAxis([
    0,
    ...kinds.flatMap(one => one.entries.map(entry => (entry.high ?? entry.value) + LABEL_ROOM)),
  ])
}
