/**
 * The words of charts that lie: how tall each row must be for them, and where they stand.
 *
 * Units: pixels downwards from the top of the plot.
 */
import { textWidth, wrapText } from '../text-metrics.ts'
import type { Layer } from './figure-spec.ts'
import { type Row, texts } from './layers.ts'
import { LIGHT } from './palette.ts'
import type { Plane } from './plane.ts'
import type { Frame, Sheet } from './sheet.ts'

export interface RowText {
  readonly label: string
  /** beside the label, or in the column at the right */
  readonly value?: string
  /** under the value */
  readonly outcome?: string
  /** a heading has no mark */
  readonly heading?: boolean
}

export interface RowPlace {
  /** middle of the mark */
  readonly y: number
  readonly top: number
  readonly bottom: number
}

/** of a label under its heading */
export const INDENT = 12
const NARROW_INDENT = 8

export function placed(rows: readonly RowText[], sheet: Sheet): RowPlace[] {
  const wide = sheet.variant === 'wide'
  let top = 0
  return rows.map((row, i) => {
    const words = linesOf(row, sheet).height
    const mark = wide ? (row.outcome === undefined ? 28 : 36) : words + 20
    const start = top + (row.heading && i > 0 ? 8 : 0)
    top = start + (row.heading ? Math.max(24, words + 6) : mark)
    return { y: wide || row.heading ? (start + top) / 2 : start + words + 9, top: start, bottom: top }
  })
}

/** Where the words of a row stand, from its top. */
interface Lines {
  readonly label: readonly string[]
  /** the value beside the label, or on a line of its own */
  readonly beside: boolean
  readonly height: number
}

const LINE = 15

function linesOf(row: RowText, sheet: Sheet): Lines {
  if (sheet.variant === 'wide') return { label: [row.label], beside: true, height: 0 }
  const room = sheet.width - 2 * NARROW_INDENT
  const label = row.heading ? wrapText(row.label, room, sheet.font, 'bold') : [row.label]
  const both = textWidth(row.label, sheet.font) + textWidth(row.value ?? '', sheet.small) + 10
  const beside = both <= room
  const rest = (beside ? 0 : 1) + (row.outcome === undefined ? 0 : 1)
  return { label, beside, height: (label.length + (row.heading ? 0 : rest)) * LINE + 3 }
}

export function rowTexts(
  rows: readonly RowText[],
  places: readonly RowPlace[],
  on: Plane,
  sheet: Sheet,
  frame: Frame,
): Layer[] {
  const wide = sheet.variant === 'wide'
  const left = on.x.from(wide ? 2 - frame.left : NARROW_INDENT - frame.left)
  const right = on.x.from(wide ? on.width + 14 : on.width + frame.right - NARROW_INDENT)
  const align = wide ? ('left' as const) : ('right' as const)
  const style = { align: 'left' as const, halo: true }
  return [
    texts(headings(rows, places, left, sheet), { ...style, bold: true, size: sheet.font }),
    texts(labels(rows, places, left, sheet), { ...style, size: sheet.font, dx: wide ? INDENT : 0 }),
    texts(values(rows, places, right, sheet), { ...style, align, size: sheet.small }),
    texts(outcomes(rows, places, wide ? right : left, sheet), { ...style, colour: LIGHT.muted }),
  ]
}

type Placing = (rows: readonly RowText[], places: readonly RowPlace[], x: number, sheet: Sheet) => Row[]

const headings: Placing = (rows, places, x, sheet) =>
  rows.flatMap((row, i) => {
    const { label } = linesOf(row, sheet)
    const y = places[i].y - ((label.length - 1) * LINE) / 2
    return row.heading ? [{ x, y, text: label.join('\n') }] : []
  })

const labels: Placing = (rows, places, x, sheet) =>
  rows.flatMap((row, i) => {
    const y = sheet.variant === 'wide' ? places[i].y : places[i].top + 9
    return row.heading ? [] : [{ x, y, text: row.label }]
  })

const values: Placing = (rows, places, x, sheet) =>
  rows.flatMap((row, i) => {
    if (row.value === undefined) return []
    const up = row.outcome === undefined ? 0 : 8
    const down = linesOf(row, sheet).beside ? 9 : 9 + LINE
    return [{ x, y: sheet.variant === 'wide' ? places[i].y - up : places[i].top + down, text: row.value }]
  })

const outcomes: Placing = (rows, places, x, sheet) =>
  rows.flatMap((row, i) => {
    if (row.outcome === undefined) return []
    const down = linesOf(row, sheet).beside ? 9 + LINE : 9 + 2 * LINE
    return [{ x, y: sheet.variant === 'wide' ? places[i].y + 8 : places[i].top + down, text: row.outcome }]
  })
