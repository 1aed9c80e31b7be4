/** Vooruitblik: the number of lonely people to come under five scenarios, and what changes it; or why there is none. */
import type { ProjectionEntry } from '../../core/results.ts'
import type { Context } from '../context.ts'
import { count, date, percent, persons, personsInterval, signedPersons } from '../format.ts'
import { type Html, html } from '../html.ts'
import { named, people, sourceName } from '../labels.ts'
import type { Section } from '../section.ts'
import { table } from '../table.ts'

/** Null where nothing was asked. */
export function outlookSection(context: Context): Section | null {
  const { projections } = context.results
  if (projections.length === 0) return null
  const found = projections.filter(({ reason }) => reason === null)
  const body =
    found.length === 0
      ? html`<p>${context.text.outlook.none} ${reasonOf(context, projections[0])}</p>`
      : html`${scenarios(context, found)}${missingYears(context)}${split(context, found)}`
  return { id: 'outlook', heading: context.text.outlook.heading, body }
}

function scenarios(context: Context, found: readonly ProjectionEntry[]): Html {
  const { text, lang } = context
  const { outlook } = text
  const [first] = found
  return html`<p class="intro">${outlook.intro(sourceName(context, first.source), people(context, first.domain.target))}</p>
${table({
  id: 'projections',
  caption: outlook.caption,
  columns: [
    { name: outlook.scenario },
    { name: outlook.number, align: 'right' },
    { name: text.headline.interval, align: 'right' },
    { name: outlook.share, align: 'right' },
    { name: outlook.chance, align: 'right' },
  ],
  rows: found.map(entry => [
    rowName(context, entry),
    entry.L !== null && persons(entry.L, lang),
    entry.ci95 !== null && personsInterval(...entry.ci95, lang),
    entry.prev !== null && percent(entry.prev, lang, 0),
    entry.pOver1m !== null && chance(context, entry.pOver1m),
  ]),
  notes: notesOf(context, found),
})}`
}

function rowName({ text }: Context, { year, scenario }: ProjectionEntry): string {
  return `${year}: ${text.outlook.scenarios[scenario]}`
}

/** A share of draws is never a certainty. */
function chance({ text, lang }: Context, share: number): string {
  if (share < 0.01) return text.outlook.below
  return share > 0.99 ? text.outlook.above : percent(share, lang, 0)
}

function notesOf({ text, lang }: Context, found: readonly ProjectionEntry[]): string[] {
  const { outlook } = text
  const [{ vintage, draws, popLogSe }] = found
  const flags = new Set(found.flatMap(entry => entry.flags))
  const years = found.filter(({ scenario }) => scenario === 'constant')
  return [
    ...(vintage === null ? [] : [outlook.forecast(vintage)]),
    ...years.flatMap(({ year, N, breakEven }) =>
      N === null || breakEven === null
        ? []
        : [outlook.breakEven(String(year), persons(N, lang), percent(breakEven, lang, 1))],
    ),
    outlook.uncertainty(count(draws, lang), percent(popLogSe, lang, 0)),
    ...Object.entries(outlook.caveats).flatMap(([flag, caveat]) => (flags.has(flag) ? [caveat] : [])),
  ]
}

/** A year of which nothing can be said beside one of which something can. */
function missingYears(context: Context): Html[] {
  const missing = context.results.projections.filter(
    ({ scenario, reason }) => scenario === 'constant' && reason !== null,
  )
  return missing.map(
    entry =>
      html`<p class="note">${context.text.outlook.noneFor(String(entry.year))} ${reasonOf(context, entry)}</p>\n`,
  )
}

function reasonOf({ text }: Context, { reason }: ProjectionEntry): string {
  const { reasons, otherReason } = text.outlook
  if (reason === null) return ''
  return Object.hasOwn(reasons, reason) ? named(reasons, reason) : otherReason(reason)
}

function split(context: Context, found: readonly ProjectionEntry[]): Html | false {
  const { text, lang } = context
  const { outlook } = text
  const entries = found.flatMap(entry => (entry.split === null ? [] : [{ entry, split: entry.split }]))
  if (entries.length === 0) return false
  const cell = (value: number, se: number) => `${signedPersons(value, lang)} (${persons(se, lang)})`
  return table({
    id: 'projection-split',
    caption: outlook.splitCaption,
    columns: [
      { name: outlook.scenario },
      ...(['total', 'size', 'composition', 'rate'] as const).map(part => ({
        name: outlook[part],
        align: 'right' as const,
      })),
    ],
    rows: entries.map(({ entry, split: parts }) => [
      rowName(context, entry),
      cell(parts.total, parts.seTotal),
      cell(parts.size, parts.seSize),
      cell(parts.composition, parts.seComposition),
      parts.rate === 0 && parts.seRate === 0 ? '0' : cell(parts.rate, parts.seRate),
    ]),
    notes: [outlook.since(date(entries[0].split.date, lang))],
  })
}
