/**
 * A key directly above the plot, for what cannot be labelled at the mark itself.
 *
 * Units: pixels, y downwards from the top of the plot, so that a key lies at negative y.
 */
import { textWidth } from '../text-metrics.ts'
import type { Layer } from './figure-spec.ts'
import { boxes, type LineStyle, type PointStyle, points, segments, texts } from './layers.ts'
import type { Plane } from './plane.ts'

export interface KeyEntry {
  readonly text: string
  readonly point?: PointStyle
  readonly line?: LineStyle
  readonly box?: { readonly colour: string; readonly opacity: number }
}

interface Placed extends KeyEntry {
  readonly left: number
  readonly row: number
}

const SYMBOL = 24
const GAP = 18
const ROW = 18

export interface Key {
  readonly height: number
  readonly layers: (plane: Plane, bottom: number) => Layer[]
}

/** `left` is where its rows start, from the plot's left edge; `bottom` of the layers is where they end. */
export function key(entries: readonly KeyEntry[], left: number, width: number, font: number): Key {
  const placed = place(entries, width, font)
  const rows = placed.length === 0 ? 0 : placed[placed.length - 1].row + 1
  const height = rows * ROW
  const layers = (on: Plane, bottom: number) =>
    placed.flatMap(entry =>
      drawn(on, entry, left + entry.left, bottom - height + (entry.row + 0.5) * ROW, font),
    )
  return { height, layers }
}

function place(entries: readonly KeyEntry[], width: number, font: number): Placed[] {
  const placed: Placed[] = []
  let left = 0
  let row = 0
  for (const entry of entries) {
    const needs = SYMBOL + textWidth(entry.text, font)
    if (left > 0 && left + needs > width) {
      left = 0
      row++
    }
    placed.push({ ...entry, left, row })
    left += needs + GAP
  }
  return placed
}

function drawn(on: Plane, entry: Placed, left: number, top: number, font: number): Layer[] {
  const y = on.y.from(top)
  const x = (pixel: number) => on.x.from(left + pixel)
  const swatch = { x: x(0), x2: x(18), y: on.y.from(top - 5), y2: on.y.from(top + 5) }
  return [
    ...(entry.box ? [boxes([swatch], entry.box)] : []),
    ...(entry.line ? [segments([{ x: x(0), x2: x(18), y, y2: y }], withoutShift(entry.line))] : []),
    ...(entry.point ? [points([{ x: x(9), y }], withoutShift(entry.point))] : []),
    texts([{ x: x(SYMBOL), y, text: entry.text }], { align: 'left', size: font }),
  ]
}

function withoutShift<Style extends PointStyle | LineStyle>(style: Style): Style {
  return { ...style, dx: 0 }
}
