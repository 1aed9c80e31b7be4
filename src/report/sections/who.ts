/** Wie? The percentage by group, the widest difference with its intervals, and a warning about many comparisons. */
import type { EstimateEntry } from '../../core/results.ts'
import { countCell, intervalCell, valueCell } from '../cells.ts'
import type { Context } from '../context.ts'
import type { Figures } from '../figure.ts'
import { percent, percentDigits, percentInterval } from '../format.ts'
import { type Html, html, type Part } from '../html.ts'
import { dimensionName, levelName, people, predicate, waveName } from '../labels.ts'
import type { Section } from '../section.ts'
import { table } from '../table.ts'
import { crossedTables } from './crossed-tables.ts'

export function whoSection(context: Context, figures: Figures): Section {
  const { text, focus } = context
  const dimensions = dimensionsOf(context, focus.target).filter(dimension => dimension !== 'municipality')
  const [profile, crossed] = [figures('age'), figures('age-sex')]
  const drawn = [...(profile.length > 0 ? ['age', 'sex'] : []), ...(crossed.length > 0 ? ['age,sex'] : [])]
  const body =
    dimensions.length === 0
      ? html`<p>${text.who.nothing}</p>`
      : html`${dimensions.map(dimension => spread(context, dimension))}<p class="note">${text.who.several}</p>
${profile}${crossed}${dimensions
  .filter(dimension => !drawn.includes(dimension))
  .map(dimension => html`${groupTable(context, focus.target, dimension)}\n`)}
${crossedTables(context, drawn)}`
  return { id: 'who', heading: text.who.heading, body }
}

/** The dimensions of one-way tables, in the order of the study. */
export function dimensionsOf(context: Context, target: string): string[] {
  const extra = ownEstimates(context, target).map(entry => dimensionsIn(entry))
  return [...new Set(extra.filter(keys => keys.length === 1).map(([dimension]) => dimension))]
}

export function dimensionsIn(entry: EstimateEntry): string[] {
  return Object.keys(entry.domain).filter(key => key !== 'target')
}

export function ownEstimates({ results, focus }: Context, target: string): EstimateEntry[] {
  return results.estimates.filter(
    entry =>
      entry.source === focus.source &&
      entry.measure === focus.measure &&
      entry.standard === null &&
      entry.domain.target === target,
  )
}

/** "Naar leeftijd is het percentage in 2020 het hoogst bij …" */
function spread(context: Context, dimension: string): Html | false {
  const { text, focus } = context
  const shown = ownEstimates(context, focus.target)
    .filter(entry => entry.wave === focus.last.wave && dimensionsIn(entry).join() === dimension)
    .filter(entry => entry.value !== null)
    .sort((a, b) => a.value! - b.value!)
  if (shown.length < 2) return false
  const [low, high] = [shown[0], shown.at(-1)!]
  const value = (entry: EstimateEntry) => percentWithInterval(context, entry)
  const name = ({ domain }: EstimateEntry) =>
    dimension === 'age' ? people(context, domain.age) : levelName(context, dimension, domain[dimension])
  const sentence = text.who.spread(
    waveName(context, focus.last),
    dimensionName(context, dimension),
    name(high),
    value(high),
    name(low),
    value(low),
  )
  const overlaps = high.low !== null && low.high !== null && high.low <= low.high
  return html`<p>${sentence} ${overlaps && text.who.overlap}</p>\n`
}

function percentWithInterval({ text, lang }: Context, entry: EstimateEntry): string {
  const digits = percentDigits(entry)
  const value = percent(entry.value!, lang, digits)
  if (entry.low === null || entry.high === null) return value
  return `${value}; ${text.headline.interval} ${percentInterval(entry.low, entry.high, lang, digits)}`
}

/** Rows are groups; for each wave the figure with interval and respondents. */
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
