/** Wie? The percentage by group, the widest difference with its intervals, and a warning about many comparisons. */
import type { EstimateEntry } from '../../core/results.ts'
import type { Context } from '../context.ts'
import type { Figures } from '../figure.ts'
import { percent, percentDigits, percentInterval } from '../format.ts'
import { type Html, html } from '../html.ts'
import { dimensionName, levelName, people, waveName } from '../labels.ts'
import type { Section } from '../section.ts'
import { crossedTables } from './crossed-tables.ts'
import { dimensionsIn, dimensionsOf, ownEstimates } from './group-estimates.ts'
import { groupTable } from './group-table.ts'

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
