/** The drawing of changes: a forest with a rule at zero; clear changes are filled. */
import { pointsInterval, signedPoints } from '../format.ts'
import { type Changes, type DrawnRow, isClear, isDrawnRow } from './change-rows.ts'
import type { ChartMeta, ChartSpec, Layer } from './figure-spec.ts'
import { levels, points } from './layers.ts'
import { LIGHT } from './palette.ts'
import { rowChart, zeroRule } from './row-chart.ts'
import type { RowPlace, RowText } from './row-texts.ts'
import type { Sheet } from './sheet.ts'
import { differenceAxis, type ValueAxis } from './value-axis.ts'
import type { Context } from './wording.ts'

const POINT = { colour: LIGHT.navy, shape: 'circle' }

type Line = RowText & { readonly row?: DrawnRow }

export function changeDrawing(on: Context, found: Changes, meta: ChartMeta, sheet: Sheet): ChartSpec {
  const { text, language } = on
  const rows = found.sections.flatMap(({ heading, rows: inside }): Line[] => {
    const drawn = inside.filter(isDrawnRow).map(row => ({ label: row.label, value: valueText(on, row), row }))
    return drawn.length === 0 ? [] : [{ label: heading, heading: true }, ...drawn]
  })
  return rowChart(
    {
      rows,
      axis: changeAxis(found.drawn),
      tickText: value => signedPoints(value, language).replace(/[.,]0$/, ''),
      sides: [[text.change.fewer, text.change.more]],
      marks: places => [zeroRule(rows, places, sheet), ...marks(rows, places)],
    },
    meta,
    sheet,
  )
}

export function changeAxis(drawn: readonly DrawnRow[]): ValueAxis {
  return differenceAxis(drawn.flatMap(({ entry }) => entry.ci95))
}

function valueText({ language }: Context, { entry }: DrawnRow): string {
  return `${signedPoints(entry.diff, language)} (${pointsInterval(...entry.ci95, language)})`
}

function marks(rows: readonly Line[], places: readonly RowPlace[]): Layer[] {
  const all = rows.flatMap(({ row }, i) => {
    if (row === undefined) return []
    const { diff, ci95 } = row.entry
    return [{ group: row.name, x: diff, y: places[i].y, low: ci95[0], high: ci95[1], clear: isClear(row) }]
  })
  const clear = all.filter(mark => mark.clear)
  const unclear = all.filter(mark => !mark.clear)
  return [
    levels(all, { colour: POINT.colour, width: 2 }),
    points(clear, { ...POINT, filled: true }),
    points(unclear, { ...POINT, filled: false }),
  ]
}
