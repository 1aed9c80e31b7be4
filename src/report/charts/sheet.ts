/**
 * The two sheets a chart is drawn on, and the frame of every chart.
 *
 * `wide` is for 560 pixels and more, `narrow` for phones: at 320 pixels of screen its
 * smallest text is still 9.9 pixels. Nothing is fitted automatically: the size of the
 * whole is known beforehand, so that charts stand in line and text keeps its size.
 *
 * Units: pixels of the viewBox.
 */
import type { Language } from '../../core/study.ts'
import type { ChartMeta, ChartSpec, Layer } from './figure-spec.ts'
import { LIGHT } from './palette.ts'

export interface Sheet {
  readonly variant: 'wide' | 'narrow'
  readonly width: number
  readonly font: number
  /** smallest text */
  readonly small: number
}

export const WIDE: Sheet = { variant: 'wide', width: 720, font: 13, small: 12 }
export const NARROW: Sheet = { variant: 'narrow', width: 320, font: 12, small: 11 }

/** The plot and the room around it. */
export interface Frame {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
  /** of the plot */
  readonly height: number
}

export interface Drawing {
  readonly sheet: Sheet
  readonly frame: Frame
  readonly encoding: NonNullable<ChartSpec['encoding']>
  readonly layers: readonly Layer[]
}

/** Width of the plot. */
export function plotWidth(sheet: Sheet, frame: Frame): number {
  return sheet.width - frame.left - frame.right
}

export function chartSpec(meta: ChartMeta, { sheet, frame, encoding, layers }: Drawing): ChartSpec {
  const { top, right, bottom, left, height } = frame
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    usermeta: { ...meta, id: `${meta.id}-${sheet.variant}` },
    width: plotWidth(sheet, frame),
    height,
    padding: { top, right, bottom, left },
    autosize: 'none',
    background: LIGHT.paper,
    config: config(sheet, meta.language),
    encoding,
    layer: [...layers],
  }
}

function config(sheet: Sheet, language: Language): NonNullable<ChartSpec['config']> {
  return {
    font: 'Arial, Liberation Sans, Helvetica, sans-serif',
    view: { stroke: null },
    axis: {
      labelFontSize: sheet.small,
      labelColor: LIGHT.muted,
      labelLimit: 0,
      labelOverlap: false,
      titleFontSize: sheet.small,
      titleLimit: 0,
      titleColor: LIGHT.muted,
      titleFontWeight: 'normal',
      domainColor: LIGHT.grey,
      tickColor: LIGHT.grey,
      gridColor: LIGHT.grid,
    },
    text: { fontSize: sheet.small, fill: LIGHT.ink },
    ...(language === 'nl' ? { locale: DUTCH } : {}),
  }
}

/** For whoever opens the spec in another program; our own numbers come as text. */
const DUTCH = {
  number: {
    decimal: ',',
    thousands: '.',
    grouping: [3],
    currency: ['€\u00a0', ''] as [string, string],
  },
}
