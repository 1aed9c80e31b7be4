/** The drawing of a change in parts: a waterfall that lies, with the interval at the end of every bar. */
import { type Block, bounds, type Part } from './decomposition-parts.ts'
import type { ChartMeta, ChartSpec, FigureKind, Layer } from './figure-spec.ts'
import { boxes, levels, type Row, segments } from './layers.ts'
import { LIGHT } from './palette.ts'
import { rowChart, zeroRule } from './row-chart.ts'
import type { RowPlace, RowText } from './row-texts.ts'
import type { Sheet } from './sheet.ts'
import type { differenceAxis } from './value-axis.ts'

/** How the numbers of one of the two figures are written. */
export interface Writing {
  readonly kind: FigureKind
  readonly value: (value: number) => string
  readonly interval: (low: number, high: number) => string
  readonly axis: typeof differenceAxis
  readonly title: string
  readonly subtitle: string
  readonly caption: string
  readonly note: string
}

type PartRow = RowText & { readonly part?: Part; readonly next?: Part }

export function decompositionDrawing(
  blocks: readonly Block[],
  writing: Writing,
  meta: ChartMeta,
  sheet: Sheet,
): ChartSpec {
  const rows = blocks.flatMap(({ heading, parts }): PartRow[] => [
    { label: heading, heading: true },
    ...parts.map((part, i) => ({
      label: part.name,
      value: `${writing.value(part.value)} (${writing.interval(...bounds(part))})`,
      part,
      ...(i < parts.length - 1 ? { next: parts[i + 1] } : {}),
    })),
  ])
  const all = rows.flatMap(({ part }) => (part === undefined ? [] : [part]))
  const extent = all.flatMap(part => bounds(part).map(bound => part.start + bound))
  const axis = writing.axis(extent, sheet.variant === 'wide' ? 6 : 4)
  return rowChart(
    {
      rows,
      axis,
      tickText: value => (value === 0 ? '0' : writing.value(value).replace(/[.,]0$/, '')),
      marks: places => [zeroRule(rows, places, sheet), ...bars(rows, places, sheet)],
    },
    meta,
    sheet,
  )
}

/** Bars, their intervals at their ends, and on wide sheets lines down to the next bar. */
function bars(rows: readonly PartRow[], places: readonly RowPlace[], sheet: Sheet): Layer[] {
  const drawn = rows.flatMap(({ part, next }, i) => (part ? [{ part, next, y: places[i].y, i }] : []))
  const colours = [...new Set(drawn.map(({ part }) => part.colour))]
  const intervals = drawn.map(({ part, y }) => {
    const [low, high] = bounds(part).map(bound => part.start + bound)
    return { part: part.name, y, low, high }
  })
  const down = drawn
    .filter(({ next }) => next !== undefined && sheet.variant === 'wide')
    .map(({ part, y, i }) => ({ x: end(part), x2: end(part), y: y + 7, y2: places[i + 1].y - 7 }))
  return [
    ...colours.map(colour =>
      boxes(drawn.filter(({ part }) => part.colour === colour).map(box), { colour, opacity: 1 }),
    ),
    segments(down, { colour: LIGHT.grey, width: 0.75 }),
    levels(intervals, { colour: LIGHT.paper, width: 4 }),
    levels(intervals, { colour: LIGHT.ink, width: 1.5 }),
  ]
}

function box({ part, y }: { readonly part: Part; readonly y: number }): Row {
  return { part: part.name, x: part.start, x2: end(part), y: y - 7, y2: y + 7 }
}

function end(part: Part): number {
  return part.start + part.value
}
