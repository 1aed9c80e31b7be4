/**
 * The marks every chart is made of. Rows carry `x` and `y` unless another field is named.
 *
 * Units: data in the units of the chart's axes, offsets and sizes in pixels.
 */
import type { Layer } from './figure-spec.ts'
import { LIGHT } from './palette.ts'

export type Row = Readonly<Record<string, string | number | boolean | null>>

export interface PointStyle {
  readonly colour: string
  readonly shape: string
  readonly filled: boolean
  readonly dx?: number
  /** area of the symbol */
  readonly size?: number
}

export interface TextStyle {
  readonly align?: 'left' | 'center' | 'right'
  readonly baseline?: 'top' | 'middle' | 'bottom' | 'alphabetic'
  readonly dx?: number
  readonly dy?: number
  readonly size?: number
  readonly bold?: boolean
  readonly colour?: string
  /** a rim of paper, where text may cross a line */
  readonly halo?: boolean
}

export interface LineStyle {
  readonly colour: string
  readonly width?: number
  readonly dash?: readonly number[]
  readonly dx?: number
}

export function points(rows: readonly Row[], style: PointStyle): Layer {
  return {
    data: { values: [...rows] },
    mark: {
      type: 'point',
      shape: style.shape,
      size: style.size ?? 70,
      opacity: 1,
      stroke: style.colour,
      strokeWidth: 2,
      fill: style.filled ? style.colour : LIGHT.paper,
      xOffset: style.dx ?? 0,
    },
    encoding: { x: { field: 'x' }, y: { field: 'y' } },
  }
}

/** From `low` to `high`, upright. */
export function uprights(rows: readonly Row[], style: LineStyle): Layer {
  return {
    ...ruled(rows, style),
    encoding: { x: { field: 'x' }, y: { field: 'low' }, y2: { field: 'high' } },
  }
}

/** From `low` to `high`, lying. */
export function levels(rows: readonly Row[], style: LineStyle): Layer {
  return {
    ...ruled(rows, style),
    encoding: { x: { field: 'low' }, x2: { field: 'high' }, y: { field: 'y' } },
  }
}

/** Straight lines from (x, y) to (x2, y2). */
export function segments(rows: readonly Row[], style: LineStyle): Layer {
  const encoding = {
    x: { field: 'x' },
    x2: { field: 'x2' },
    y: { field: 'y' },
    y2: { field: 'y2' },
  }
  return { ...ruled(rows, style), encoding }
}

/** One line for each `series` of the rows. */
export function line(rows: readonly Row[], style: LineStyle): Layer {
  const several = rows.some(row => 'series' in row)
  return {
    data: { values: [...rows] },
    mark: { type: 'line', ...stroke(style) },
    encoding: {
      x: { field: 'x' },
      y: { field: 'y' },
      ...(several ? { detail: { field: 'series', type: 'nominal' as const } } : {}),
    },
  }
}

/** Between `low` and `high` along x. */
export function ribbon(rows: readonly Row[], colour: string, opacity: number): Layer {
  return {
    data: { values: [...rows] },
    mark: { type: 'area', fill: colour, fillOpacity: opacity, opacity: 1 },
    encoding: { x: { field: 'x' }, y: { field: 'low' }, y2: { field: 'high' } },
  }
}

/** Rectangles from (x, y) to (x2, y2); without y they take the height of the plot. */
export function boxes(
  rows: readonly Row[],
  style: { readonly colour: string; readonly opacity: number },
): Layer {
  return {
    data: { values: [...rows] },
    mark: {
      type: 'rect',
      fill: style.colour,
      fillOpacity: style.opacity,
      opacity: 1,
    },
    encoding: { x: { field: 'x' }, x2: { field: 'x2' }, y: { field: 'y' }, y2: { field: 'y2' } },
  }
}

/** The `text` of each row; several lines where the text holds line feeds. */
export function texts(rows: readonly Row[], style: TextStyle = {}): Layer {
  return {
    data: { values: [...rows] },
    mark: {
      type: 'text',
      align: style.align ?? 'center',
      baseline: style.baseline ?? 'middle',
      dx: style.dx ?? 0,
      dy: style.dy ?? 0,
      lineBreak: '\n',
      fill: style.colour ?? LIGHT.ink,
      ...(style.size === undefined ? {} : { fontSize: style.size }),
      ...(style.bold ? { fontWeight: 'bold' as const } : {}),
      ...(style.halo ? { stroke: LIGHT.paper, strokeWidth: 3, strokeJoin: 'round' as const } : {}),
    },
    encoding: { x: { field: 'x' }, y: { field: 'y' }, text: { field: 'text', type: 'nominal' } },
  }
}

function ruled(rows: readonly Row[], style: LineStyle) {
  return { data: { values: [...rows] }, mark: { type: 'rule' as const, ...stroke(style) } }
}

function stroke(style: LineStyle) {
  return {
    stroke: style.colour,
    strokeWidth: style.width ?? 1.5,
    opacity: 1,
    xOffset: style.dx ?? 0,
    ...(style.dash === undefined ? {} : { strokeDash: [...style.dash] }),
  }
}
