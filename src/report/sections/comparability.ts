/** Vergelijkbaarheid: every warning of the run once, with where it holds and what it does to the conclusion. */
import type { Results } from '../../core/results.ts'
import type { Context } from '../context.ts'
import { count } from '../format.ts'
import { type Html, html, type Part } from '../html.ts'
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

function item(context: Context, code: string): Html {
  const { text, results } = context
  const known = Object.entries(text.warnings).find(([each]) => each === code)?.[1]
  const [found, means] = known ?? [text.comparability.otherWarning, text.comparability.otherMeans]
  const places = results.warnings.filter(warning => warning.code === code)
  return html`<div id="warning-${code.replace(/\W/g, '-')}"><dt>${found} <code>${code}</code></dt>
<dd>${means}</dd>
${placesOf(context, places, known === undefined)}</div>
`
}

function placesOf(context: Context, warnings: readonly Warning[], unknown: boolean): Html | false {
  const lines = warnings.map(warning => place(context, warning, unknown)).filter(parts => parts.length > 0)
  if (lines.length === 0) return false
  return html`<dd class="places">${lines.map((parts, i) => [i > 0 && '; ', joined(parts)])}</dd>\n`
}

/** A message in English stands only beside a warning that the catalogue does not know. */
function place(context: Context, warning: Warning, unknown: boolean): Part[] {
  const { text, lang } = context
  const { source, wave, where, values } = warning
  const study =
    source === undefined ? [] : [sourceName(context, source), wave && waveNameOf(context, source, wave)]
  return [
    study.filter(Boolean).join(' '),
    where,
    typeof values?.label === 'string' && values.label,
    warning.count !== undefined && text.comparability.times(count(warning.count, lang)),
    unknown && html`<span lang="en">${warning.message}</span>`,
  ].filter(Boolean)
}

function joined(parts: readonly Part[]): Part[] {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [', ', part]))
}
