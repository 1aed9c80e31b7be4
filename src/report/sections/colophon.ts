/** Colofon: versions, files with checksums, and every setting as the study file says it. */
import type { Results } from '../../core/results.ts'
import { countCell } from '../cells.ts'
import type { Context } from '../context.ts'
import { html, type Part } from '../html.ts'
import type { Section } from '../section.ts'
import { flatSettings } from '../settings.ts'
import { table } from '../table.ts'

export function colophonSection(context: Context): Section {
  const { text, results } = context
  const { colophon } = text
  const { ejz, engine, studySha256 } = results.provenance
  const facts: [string, Part][] = [
    [colophon.version, ejz],
    [colophon.engine, engine],
    [colophon.schema, results.schemaVersion],
    ...(studySha256 === null
      ? []
      : ([[colophon.study, html`<code>${studySha256}</code>`]] as [string, Part][])),
  ]
  const body = html`<dl class="facts">
${facts.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>\n`)}</dl>
${filesTable(context, results)}
${settingsTable(context)}`
  return { id: 'colophon', heading: colophon.heading, body }
}

function filesTable(context: Context, results: Results) {
  const { colophon } = context.text
  return table({
    id: 'files',
    caption: colophon.files,
    columns: [
      { name: colophon.file },
      { name: colophon.rows, align: 'right' },
      { name: colophon.bytes, align: 'right' },
      { name: colophon.sha256 },
    ],
    rows: results.waves
      .flatMap(wave => wave.files)
      .map(file => [
        file.name,
        countCell(context, file.rows),
        countCell(context, file.bytes),
        html`<code class="checksum">${file.sha256}</code>`,
      ]),
  })
}

/** As written in the study file, so in its own words. */
function settingsTable(context: Context) {
  const { colophon } = context.text
  return html`<details>
<summary>${colophon.options}</summary>
${table({
  id: 'settings',
  caption: colophon.optionsCaption,
  columns: [{ name: colophon.option }, { name: colophon.value }],
  rows: flatSettings(context.results).map(([key, value]) => [
    html`<code lang="en">${key}</code>`,
    html`<code lang="en">${value}</code>`,
  ]),
})}
</details>`
}
