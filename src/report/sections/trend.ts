/** Is de trend gebroken? The verdict, the chart, the calculation behind it, and whether other choices change it. */
import type { BreakEntry } from '../../core/results.ts'
import { answerOf } from '../answer.ts'
import type { Context } from '../context.ts'
import type { Figures } from '../figure.ts'
import { date, month } from '../format.ts'
import { type Html, html } from '../html.ts'
import { people } from '../labels.ts'
import { lightOf } from '../light.ts'
import type { Section } from '../section.ts'
import { textSetting } from '../settings.ts'
import { breakFacts } from './break-facts.ts'
import { judgements, otherBreaks, sensitivity } from './break-tables.ts'

export function trendSection(context: Context, figures: Figures): Section {
  const { trendBreak } = context.focus
  const assessed = trendBreak !== null && trendBreak.assessed !== null
  const comparison = figures('break')
  const body = html`${assessed && explanation(context, trendBreak)}${verdictBox(context)}
${figures('trend')}${assessed && breakFacts(context, trendBreak)}
${comparison.length > 0 ? comparison : [assessed && sensitivity(context, trendBreak), otherBreaks(context)]}
${judgements(context)}`
  return { id: 'trend', heading: context.text.trend.heading, body }
}

function explanation(context: Context, entry: BreakEntry): Html {
  const { text, lang, results, focus } = context
  const declared = textSetting(results, 'programme', 'start')
  const start = declared === null ? month(entry.t0, lang) : date(declared, lang)
  return html`<p class="intro">${text.trend.explain(people(context, focus.target), start)}</p>\n`
}

function verdictBox(context: Context): Html {
  const { lead, evidence, reservations } = answerOf(context)
  const light = context.results.verdict?.cells.find(cell => cell.primary)?.light ?? 'grey'
  return html`<div class="verdict" data-light="${light}">
<h3>${context.text.trend.verdict}</h3>
<p class="light">${lightOf(context, light)}</p>
<p class="lead">${lead}</p>
<p>${evidence.join(' ')}</p>
${reservations.length > 0 && html`<ul>\n${reservations.map(sentence => html`<li>${sentence}</li>\n`)}</ul>\n`}</div>`
}
