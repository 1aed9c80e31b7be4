/** A table with a row for each group and, under each wave, the figure with interval and respondents. */
import type { EstimateEntry } from '../../core/results.ts'
import { countCell, intervalCell, valueCell } from '../cells.ts'
import type { Context } from '../context.ts'
import type { Html, Part } from '../html.ts'
import { dimensionName, levelName, people, predicate, waveName } from '../labels.ts'
import { table } from '../table.ts'
import { dimensionsIn, ownEstimates } from './group-estimates.ts'

export function groupTable(context: Context, target: string, dimension: string): Html {
  const { text, focus } = context
  const about = [predicate(context, focus.measure), dimensionName(context, dimension)] as const
  const levels = [
    ...new Set(
      ownEstimates(context, target)
        .filter(entry => dimensionsIn(entry).join() === dimension)
        .map(entry => entry.domain[dimension]),
    ),
  ]
  return table({
    id: `by-${target === focus.target ? 'target' : 'all'}-${slug(dimension)}`,
    caption: text.who.captionOf(...about, people(context, target)),
    columns: [{ name: dimensionName(context, dimension) }, ...waveColumns(context)],
    groups: waveGroups(context),
    rows: levels.map(level => [
      levelName(context, dimension, level),
      ...waveCells(context, { target, [dimension]: level }),
    ]),
  })
}

/** Three columns under each wave. */
export function waveColumns(context: Context) {
  const { headline } = context.text
  const names = [headline.value, headline.interval, headline.n]
  return context.focus.waves.flatMap(() => names.map(name => ({ name, align: 'right' as const })))
}

export function waveGroups(context: Context) {
  return context.focus.waves.map(wave => ({ name: waveName(context, wave), span: 3 }))
}

export function waveCells(context: Context, domain: EstimateEntry['domain']): Part[] {
  const { source, measure, waves } = context.focus
  return waves.flatMap(({ wave }) => {
    const entry = context.find({ source, wave, measure, domain, standard: null })
    return [valueCell(context, entry), intervalCell(context, entry), countCell(context, entry?.n)]
  })
}

/** For an id: the letters and digits of a name that may hold anything. */
export function slug(name: string): string {
  return Array.from(name, character =>
    /[A-Za-z0-9]/.test(character) ? character : `_${character.codePointAt(0)!.toString(16)}`,
  ).join('')
}
