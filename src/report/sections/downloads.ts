/** Gegevens downloaden: every file that lies beside this report. */
import type { Context } from '../context.ts'
import type { DrawnFigure } from '../drawn-figures.ts'
import { figureLinks } from '../figure.ts'
import { html } from '../html.ts'
import type { Section } from '../section.ts'
import { TABLES } from '../table-names.ts'

export function downloadsSection(context: Context, figures: readonly DrawnFigure[]): Section {
  const { downloads, figure } = context.text
  const body = html`<p class="intro">${downloads.intro}</p>
<ul>
<li><a href="results.json">results.json</a>: ${downloads.results}</li>
<li><a href="manifest.json">manifest.json</a>: ${downloads.manifest}</li>
</ul>
<h3>${downloads.tables}</h3>
<ul>
${TABLES.map(name => html`<li><a href="tables/${name}.csv">${name}.csv</a>: ${downloads.tableNames[name]}</li>\n`)}</ul>
${
  figures.length > 0 &&
  html`<h3>${downloads.figures}</h3>
<ul>
${figures.map(each => html`<li>${figure.label(each.number)}: ${each.spec.title} (${figureLinks(context, each)})</li>\n`)}</ul>`
}`
  return { id: 'downloads', heading: downloads.heading, body }
}
