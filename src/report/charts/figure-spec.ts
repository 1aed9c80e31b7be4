/**
 * A figure as it stands in a report: the chart in two widths and every word and number beside it.
 *
 * Made without I/O from the results; `report/render.ts` turns a `ChartSpec` into SVG.
 * `table` holds the numbers as a reader meets them, `data` the same numbers at full precision.
 */
import type { Field } from 'vega-lite/types_unstable/channeldef.js'
import type { LayerSpec, TopLevel, UnitSpec } from 'vega-lite/types_unstable/spec/index.js'
import type { Language } from '../../core/study.ts'

export type FigureKind =
  | 'trend'
  | 'severity'
  | 'age'
  | 'age-sex'
  | 'decomposition'
  | 'number'
  | 'change'
  | 'break'
  | 'municipalities'

export interface FigureSpec {
  /** stable from edition to edition: `<kind>-<source>` */
  readonly id: string
  readonly kind: FigureKind
  readonly source: string
  /** the finding, in one sentence without full stop */
  readonly title: string
  /** unit, population, standardised or not, interval */
  readonly subtitle: string
  /** for screens from 640 pixels and for paper */
  readonly spec: ChartSpec
  /** for phones */
  readonly narrow: ChartSpec
  readonly alt: { readonly short: string; readonly long: string }
  readonly table: {
    readonly caption: string
    readonly columns: readonly { readonly name: string; readonly align: 'left' | 'right' }[]
    readonly rows: readonly (readonly string[])[]
  }
  readonly data: {
    readonly columns: readonly string[]
    readonly rows: readonly (readonly (string | number | null)[])[]
  }
  readonly notes: readonly string[]
  readonly sources: string
}

export type ChartSpec = TopLevel<LayerSpec<Field>> & { usermeta: ChartMeta }
export type Layer = LayerSpec<Field> | UnitSpec<Field>

/** What the renderer must know beside the drawing: read from `usermeta`, which Vega ignores. */
export interface ChartMeta extends Record<string, unknown> {
  /** unique on a page: prefix of every id inside the SVG */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly language: Language
}
