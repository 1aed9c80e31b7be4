/** Kerncijfers: percentage, interval, respondents and people for each measure; no figure without n and interval. */
import type { EstimateEntry } from '../../core/results.ts'
import { countCell, intervalCell, sign, valueCell } from '../cells.ts'
import { type Context, targetEstimate } from '../context.ts'
import type { Figures } from '../figure.ts'
import { count, date, percent, percentDigits, percentInterval, points, pointsInterval } from '../format.ts'
import { type Html, html, type Part } from '../html.ts'
import { measureName, people, sourceName, standardName, waveName } from '../labels.ts'
import { isModel, markNotes } from '../marks.ts'
import { peopleEstimate } from '../people-estimate.ts'
import type { Section } from '../section.ts'
import { table } from '../table.ts'

const TILES = ['lonely', 'severe', 'emotional', 'social'] as const
const ROWS = ['lonely', 'severe', 'very_severe', 'emotional', 'social', 'score'] as const
const HIGHEST: Readonly<Record<string, number>> = { djg11: 11, djg6: 6 }

export function headlineSection(context: Context, figures: Figures): Section {
  const { text, focus } = context
  const about = [people(context, focus.target), waveName(context, focus.last)] as const
  const body = html`<p class="intro">${text.headline.intro(...about, sourceName(context, focus.source))}</p>
<ul class="tiles">
${TILES.map(measure => tile(context, measure))}</ul>
${figures('severity')}${keyFigures(context)}`
  return { id: 'headline', heading: text.headline.heading, body }
}

function tile(context: Context, measure: string): Html | false {
  const entry = targetEstimate(context, context.focus.last.wave, measure)
  if (entry === undefined) return false
  const name = html`<h3>${measureName(context, measure)}</h3>`
  if (entry.value === null) return html`<li>${name}<p class="big">${sign(context, entry.reason)}</p></li>\n`
  const lines = [
    interval(context, entry),
    inPeople(context, entry),
    change(context, measure),
    entry.n !== null && context.text.headline.outOf(count(entry.n, context.lang)),
    entry.cite !== undefined && origin(context, entry, entry.cite),
  ].filter(line => line !== false)
  return html`<li>${name}
<p class="big">${percent(entry.value, context.lang, percentDigits(entry))}</p>
${lines.map(line => html`<p>${line}</p>\n`)}</li>
`
}

function interval({ text, lang }: Context, entry: EstimateEntry): string {
  if (entry.low === null || entry.high === null) return text.words.noInterval
  return text.headline.margin(percentInterval(entry.low, entry.high, lang, percentDigits(entry)))
}

function origin({ text: { marks } }: Context, entry: EstimateEntry, cite: string): string {
  if (isModel(entry)) return `${marks.model} (${cite})`
  const doubt = entry.flags.includes('approx_variance') ? `; ${marks.approximate}` : ''
  return `${marks.published}${doubt} (${cite})`
}

function inPeople(context: Context, entry: EstimateEntry): string {
  const { headline } = context.text
  if (entry.low === null) return headline.noPeopleInterval
  const estimate = peopleEstimate(context, entry)
  return estimate === null ? headline.noPeople : headline.people(estimate.number, estimate.interval)
}

function change({ results, focus, text, lang }: Context, measure: string): string | false {
  const previous = focus.waves.at(-2)
  if (previous === undefined) return text.headline.noChange
  const entry = results.changes.find(
    each =>
      each.source === focus.source &&
      each.measure === measure &&
      each.standard === null &&
      each.domain.target === focus.target &&
      Object.keys(each.domain).length === 1 &&
      each.from === previous.wave &&
      each.to === focus.last.wave,
  )
  if (entry === undefined || entry.diff === null || entry.ci95 === null) return false
  return text.headline.change(points(entry.diff, lang), previous.wave, pointsInterval(...entry.ci95, lang))
}

function keyFigures(context: Context): Html {
  const { text, focus } = context
  const { headline } = text
  const series = focus.standard === null ? [null] : [null, focus.standard]
  return table({
    id: 'key-figures',
    caption: headline.caption(people(context, focus.target)),
    columns: [
      { name: headline.measure },
      { name: headline.wave },
      ...series.flatMap(() => [
        { name: headline.value, align: 'right' as const },
        { name: headline.interval, align: 'right' as const },
      ]),
      { name: headline.n, align: 'right' },
      { name: headline.estimatedPeople, align: 'right' },
    ],
    groups: [
      { name: null, span: 1 },
      ...series.map(standard => ({ name: standardName(context, standard), span: 2 })),
      { name: null, span: 2 },
    ],
    rows: ROWS.flatMap(measure => focus.waves.map(wave => row(context, measure, wave.wave))).filter(
      cells => cells.length > 0,
    ),
    notes: notes(context),
  })
}

function row(context: Context, measure: string, wave: string): Part[] {
  const entry = targetEstimate(context, wave, measure)
  if (entry === undefined) return []
  const { standard } = context.focus
  const standardised = standard === null ? [] : [targetEstimate(context, wave, measure, standard)]
  const estimate = measure === 'score' ? null : peopleEstimate(context, entry)
  return [
    measureName(context, measure),
    wave,
    valueCell(context, entry),
    intervalCell(context, entry),
    ...standardised.flatMap(each => [valueCell(context, each), intervalCell(context, each)]),
    countCell(context, entry.n),
    estimate === null ? countCell(context, null) : html`${estimate.number} (${estimate.interval})`,
  ]
}

function notes(context: Context): string[] {
  const { focus, text, lang } = context
  const register = focus.last.targetPopulation
  const highest = HIGHEST[focus.last.instrument]
  return [
    register ? text.headline.peopleNote(date(register.date, lang)) : text.headline.noPeople,
    ...(highest === undefined ? [] : [text.headline.scoreNote(highest)]),
    ...markNotes(
      context,
      ROWS.flatMap(measure => focus.waves.map(({ wave }) => targetEstimate(context, wave, measure))),
    ),
  ]
}
