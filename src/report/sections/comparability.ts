/** Vergelijkbaarheid: every warning of the run once, with where it holds and what it does to the conclusion. */
import type { Results } from '../../core/results.ts'
import type { WarningCode } from '../../core/warning.ts'
import type { Context } from '../context.ts'
import { count } from '../format.ts'
import { type Html, html } from '../html.ts'
import { sourceName, waveNameOf } from '../labels.ts'
import type { Section } from '../section.ts'

type Warning = Results['warnings'][number]

export function comparabilitySection(context: Context): Section {
  const { comparability } = context.text
  const codes = [...new Set(context.results.warnings.map(warning => warning.code))]
  const body =
    codes.length === 0
      ? html`<p>${comparability.none}</p>`
      : html`<p class="intro">${comparability.intro}</p>
<dl class="warnings">
${codes.map(code => item(context, code))}</dl>`
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

function place(context: Context, { source, wave, where, count: times, values }: Warning): string {
  const { text, lang } = context
  const study =
    source === undefined ? [] : [sourceName(context, source), wave && waveNameOf(context, source, wave)]
  return [
    study.filter(Boolean).join(' '),
    where,
    typeof values?.label === 'string' && values.label,
    times !== undefined && text.comparability.times(count(times, lang)),
  ]
    .filter(Boolean)
    .join(', ')
}
