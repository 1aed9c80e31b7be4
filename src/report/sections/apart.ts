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
  rows: pairs.map(({ refused: { a, b, reasons }, entries }) => [
    members(context, a),
    members(context, b),
    reasons.map(reason => apart.reasons[reason]).join(', '),
    about(context, entries),
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

/** The same pair for the same reasons is told once, with everything it holds for. */
function pairsOf(comparability: readonly ComparableEntry[]): Pair[] {
  const pairs = new Map<string, Pair>()
  for (const entry of comparability) {
    for (const refused of entry.refusals) {
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
function about(context: Context, entries: readonly ComparableEntry[]): string {
  const { apart } = context.text
  const targets = [...new Set(entries.map(({ domain }) => domain.target))]
  const measuresOf = (target: string, among: readonly ComparableEntry[]) =>
    among.filter(({ domain }) => domain.target === target).map(({ measure }) => measure)
  return targets
    .map(target => {
      const [own, all] = [entries, context.results.comparability].map(among => measuresOf(target, among))
      const who = target === 'all' ? apart.everyone : people(context, target)
      const measures =
        own.length === all.length
          ? [apart.allMeasures]
          : own.map(measure => measureName(context, measure).toLowerCase())
      return `${who}: ${measures.join(', ')}`
    })
    .join('; ')
}
