/** Differences between waves with interval, p and Holm's p. */
import type { ChangeEntry } from '../../core/results.ts'
import { pCell, pointsCell, pointsIntervalCell, sign } from '../cells.ts'
import type { Context } from '../context.ts'
import { type Html, html } from '../html.ts'
import { sourceName, standardName, waveNameOf } from '../labels.ts'
import { table } from '../table.ts'

/** False where there is nothing to compare. */
export function changesTable(context: Context, standard: string | null): Html | false {
  const { text } = context
  const changes = targetChanges(context, standard)
  if (changes.length === 0 || (standard === null && context.focus.waves.length < 2)) return false
  const several = new Set(changes.map(entry => entry.source)).size > 1
  return table({
    id: standard === null ? 'changes-crude' : 'changes-standardised',
    caption: html`${text.levels.changesCaption}: ${standardName(context, standard)}`,
    columns: [
      { name: text.levels.from },
      { name: text.levels.until },
      ...(several ? [{ name: text.trend.study }] : []),
      { name: text.levels.difference, align: 'right' },
      { name: text.headline.interval, align: 'right' },
      { name: text.levels.p, align: 'right' },
      { name: text.levels.pHolm, align: 'right' },
    ],
    rows: changes.map(entry => [
      waveNameOf(context, entry.source, entry.from),
      waveNameOf(context, entry.source, entry.to),
      ...(several ? [sourceName(context, entry.source)] : []),
      entry.shown && !isUnknown(entry) ? pointsCell(context, entry.diff) : sign(context, entry.reason),
      pointsIntervalCell(context, entry.ci95),
      pCell(context, entry.p),
      pCell(context, entry.pHolm),
    ]),
  })
}

/** Nobody knows how uncertain one of the two is. */
function isUnknown({ diff, reason }: ChangeEntry): boolean {
  return diff === null && reason === 'no_variance'
}

export function targetChanges({ results, focus }: Context, standard: string | null): ChangeEntry[] {
  return results.changes.filter(
    entry =>
      entry.measure === focus.measure &&
      entry.standard === standard &&
      entry.domain.target === focus.target &&
      Object.keys(entry.domain).length === 1,
  )
}
