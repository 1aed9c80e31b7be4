/** Begrippen and Verklaring van tekens. */
import type { Context } from '../context.ts'
import { html } from '../html.ts'
import type { Section } from '../section.ts'
import { table } from '../table.ts'

export function glossarySection({ text }: Context): Section {
  const body = html`<dl class="glossary">
${text.glossary.terms.map(([term, meaning]) => html`<div><dt>${term}</dt><dd>${meaning}</dd></div>\n`)}</dl>`
  return { id: 'glossary', heading: text.glossary.heading, body }
}

export function signsSection({ text }: Context): Section {
  const body = table({
    id: 'signs-used',
    caption: text.signs.caption,
    columns: [{ name: text.signs.sign }, { name: text.signs.meaning }],
    rows: text.signs.rows,
  })
  return { id: 'signs', heading: text.signs.heading, body }
}
