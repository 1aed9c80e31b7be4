/**
 * Vergelijkbaarheid: a card of each study, what is kept apart, the two scales side by side, and
 * every warning of the run once, with where it holds and what it does to the conclusion.
 */
import type { Results } from '../../core/results.ts'
import type { WarningCode } from '../../core/warning.ts'
import type { Context } from '../context.ts'
import { count, date } from '../format.ts'
import { type Html, html } from '../html.ts'
import { named, people, sourceName, standardName, waveNameOf } from '../labels.ts'
import type { Section } from '../section.ts'
import { apartTable } from './apart.ts'
import { bridgeTables } from './bridge.ts'
import { sourceCards } from './source-cards.ts'

type Warning = Results['warnings'][number]

export function comparabilitySection(context: Context): Section {
  const { comparability } = context.text
  const codes = [...new Set(context.results.warnings.map(warning => warning.code))]
  const found =
    codes.length === 0
      ? html`<p>${comparability.none}</p>`
      : html`<p>${comparability.intro}</p>
<dl class="warnings">
${codes.map(code => item(context, code))}</dl>`
  const body = html`${sourceCards(context)}${apartTable(context)}${bridgeTables(context)}
<h3>${comparability.warnings}</h3>
${found}`
  return { id: 'comparability', heading: comparability.heading, body }
}

function item(context: Context, code: WarningCode): Html {
  const [found, means] = context.text.warnings[code]
  const warnings = context.results.warnings.filter(warning => warning.code === code)
  const places = warnings.map(warning => place(context, warning)).filter(text => text !== '')
  return html`<div id="warning-${code}"><dt>${found} <code>${code}</code></dt>
<dd>${means}</dd>
${places.length > 0 && html`<dd class="places">${places.join('; ')}</dd>\n`}</div>
`
}

function place(context: Context, warning: Warning): string {
  const { source, wave } = warning
  const where = warning.where?.replace(', variable ', `, ${context.text.comparability.variable} `)
  const study =
    source === undefined ? [] : [sourceName(context, source), wave && waveNameOf(context, source, wave)]
  return [study.filter(Boolean).join(' '), where, ...details(context, warning), howMany(context, warning)]
    .filter(Boolean)
    .join(', ')
}

function howMany({ text, lang }: Context, { code, count: n }: Warning): string | false {
  const { counts, times } = text.comparability
  if (n === undefined) return false
  return (Object.hasOwn(counts, code) ? counts[code] : times)(count(n, lang))
}

/** What the values of a warning say, in the words of the page. */
function details(context: Context, { code, values = {} }: Warning): string[] {
  const { text, lang } = context
  const { expected, on } = values
  const { label, standard, population, from, to, classes } = values
  const words = (list: string, names: Readonly<Record<string, string>>) =>
    list
      .split(', ')
      .map(each => named(names, each))
      .join(', ')
  return [
    code === 'period_shock' && typeof label === 'string' && label,
    typeof standard === 'string' && standardName(context, standard),
    typeof population === 'string' && people(context, population),
    typeof from === 'number' && typeof to === 'number' && text.comparability.merged(String(from), String(to)),
    typeof classes === 'string' && words(classes, text.words.classes),
    typeof values.values === 'string' && words(values.values, text.words.instruments),
    typeof values.ages === 'string' && text.comparability.youngest(values.ages),
    typeof values.definitions === 'string' && words(values.definitions, text.comparability.definitions),
    typeof values.weights === 'string' && values.weights,
    typeof values.municipalities === 'string' && values.municipalities,
    typeof expected === 'string' &&
      typeof on === 'string' &&
      text.comparability.expected(date(expected, lang), date(on, lang)),
    ...(code === 'unknown_code' ? codes(context, values) : []),
  ].filter(part => typeof part === 'string')
}

function codes({ text, lang }: Context, values: NonNullable<Warning['values']>): string[] {
  return Object.entries(values).map(([code, n]) =>
    text.comparability.codes(code, typeof n === 'number' ? count(n, lang) : n),
  )
}
