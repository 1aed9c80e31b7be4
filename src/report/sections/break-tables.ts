/** The break under other choices, for other measures and standards, and in other studies. */
import type { BreakEntry } from '../../core/results.ts'
import { pCell, pointsCell, pointsIntervalCell } from '../cells.ts'
import type { Context } from '../context.ts'
import { date } from '../format.ts'
import { type Html, html, type Part } from '../html.ts'
import { instrumentName, measureName, named, plainPoints, sourceName, standardName } from '../labels.ts'
import { lightOf } from '../light.ts'
import { table } from '../table.ts'

export function sensitivity(context: Context, entry: BreakEntry): Html | false {
  const { trend } = context.text
  if (entry.sensitivity.length === 0) return false
  return table({
    id: 'sensitivity',
    caption: trend.sensitivityCaption,
    columns: [{ name: trend.varies }, ...outcomeColumns(context)],
    rows: entry.sensitivity.map(row => [
      choice(context, entry, row),
      pointsCell(context, row.delta),
      pointsIntervalCell(context, row.ci95),
      named(context.text.words.classes, row.class),
    ]),
  })
}

type SensitivityRow = BreakEntry['sensitivity'][number]

function choice(context: Context, entry: BreakEntry, { varies, value }: SensitivityRow): string {
  const { trend } = context.text
  if (varies === 'start') return trend.variesStart(isDate(value) ? date(value, context.lang) : value)
  const points = plainPoints(context, Number(value))
  const chosen = Number(value) === (varies === 'tau' ? entry.tau : entry.margin)
  const words = varies === 'tau' ? trend.variesTau(points) : trend.variesMargin(points)
  return chosen ? `${words} (${trend.asChosen})` : words
}

function isDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value)
}

/** Every break but the one the answer rests on. */
export function otherBreaks(context: Context): Html | false {
  const { trend, headline } = context.text
  const others = context.results.breaks.filter(entry => entry !== context.focus.trendBreak)
  if (others.every(entry => entry.assessed === null)) return false
  const several = new Set(context.results.breaks.map(entry => entry.source)).size > 1
  return table({
    id: 'other-breaks',
    caption: trend.otherCaption,
    columns: [
      { name: headline.measure },
      ...(several ? [{ name: trend.study }] : []),
      { name: trend.standard },
      ...outcomeColumns(context),
    ],
    rows: others.map(entry => [
      measureName(context, entry.measure),
      ...(several ? [sourceName(context, entry.source)] : []),
      standardName(context, entry.standard),
      ...outcome(context, entry),
    ]),
  })
}

function outcomeColumns({ text }: Context) {
  return [
    { name: text.trend.deltaShort, align: 'right' as const },
    { name: text.trend.interval, align: 'right' as const },
    { name: text.trend.class },
  ]
}

function outcome(context: Context, entry: BreakEntry): Part[] {
  return [
    pointsCell(context, entry.assessed?.delta),
    pointsIntervalCell(context, entry.assessed?.ci95),
    named(context.text.words.classes, entry.class),
  ]
}

/** One row for each study and level, side by side and never averaged. */
export function judgements(context: Context): Html | false {
  const { verdict } = context.results
  const { trend, words } = context.text
  if (verdict === null || verdict.cells.length === 0) return false
  return table({
    id: 'judgements',
    caption: trend.cellsCaption,
    columns: [
      { name: trend.study },
      { name: trend.level },
      { name: context.text.headline.measure },
      { name: context.text.studies.instrument },
      { name: trend.class },
      { name: trend.light },
      { name: trend.holm, align: 'right' },
    ],
    rows: verdict.cells.map(cell => [
      sourceName(context, cell.source),
      html`${named(words.verdictLevels, cell.level)}${cell.primary && ` (${trend.primary})`}`,
      measureName(context, cell.measure),
      instrumentName(context, cell.instrument),
      named(words.classes, cell.class),
      lightOf(context, cell.light),
      pCell(context, cell.pHolm),
    ]),
    notes: [trend.cellsNote],
  })
}
