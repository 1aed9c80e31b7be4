/** What may not share an axis: pairs of waves that are kept apart, why, and for which measures. */
import type { ComparableEntry } from '../../core/results.ts'
import type { Context } from '../context.ts'
import { type Html, html } from '../html.ts'
import { measureName, people, sourceName, waveNameOf } from '../labels.ts'
import { table } from '../table.ts'

type Refused = ComparableEntry['refusals'][number]

export function apartTable(context: Context): Html {
  const { apart } = context.text
  const pairs = pairsOf(context.results.comparability)
  const body =
    pairs.length === 0
      ? html`<p>${apart.together}</p>`
      : html`<p>${apart.intro}</p>
${table({
  id: 'kept-apart',
  caption: apart.caption,
  columns: [apart.one, apart.other, apart.why, apart.about].map(name => ({ name })),
  rows: pairs.map(pair => [
    members(context, pair.refused.a),
    members(context, pair.refused.b),
    pair.refused.reasons.map(reason => apart.reasons[reason]).join(', '),
    about(context, pair),
  ]),
})}`
  return html`<h3>${apart.heading}</h3>
${body}
`
}

interface Pair {
  readonly refused: Refused
  readonly entries: ComparableEntry[]
}

/**
 * The same pair for the same reasons is told once, with everything it holds for. Of all ages only
 * what is kept apart within a study: the studies themselves are so for the target already.
 */
function pairsOf(comparability: readonly ComparableEntry[]): Pair[] {
  const pairs = new Map<string, Pair>()
  for (const entry of comparability) {
    const told = entry.refusals.filter(({ a, b }) => entry.domain.target !== 'all' || a.source === b.source)
    for (const refused of told) {
      const key = JSON.stringify(refused)
      const known = pairs.get(key)
      if (known === undefined) pairs.set(key, { refused, entries: [entry] })
      else known.entries.push(entry)
    }
  }
  return [...pairs.values()]
}

function members(context: Context, { source, waves }: Refused['a']): string {
  const names = waves.map(wave => waveNameOf(context, source, wave)).join(', ')
  return context.text.apart.waves(sourceName(context, source), names)
}

/** "75-plussers: alle maten" */
function about(context: Context, { refused, entries }: Pair): string {
  const { apart } = context.text
  const targets = [...new Set(entries.map(({ domain }) => domain.target))]
  return targets
    .map(target => {
      const own = entries.filter(({ domain }) => domain.target === target)
      const all = context.results.comparability.filter(
        entry => entry.domain.target === target && holds(entry, refused.a) && holds(entry, refused.b),
      )
      const names = own.map(({ measure }) => measureName(context, measure).toLowerCase())
      const measures = own.length === all.length ? [apart.allMeasures] : names
      const who = target === 'all' ? apart.everyone : people(context, target)
      return `${who}: ${measures.join(', ')}`
    })
    .join('; ')
}

/** Whether these waves have the measure at all. */
function holds({ comparableSets }: ComparableEntry, { source, waves }: Refused['a']): boolean {
  return comparableSets
    .flat()
    .some(member => member.source === source && member.waves.some(wave => waves.includes(wave)))
}
