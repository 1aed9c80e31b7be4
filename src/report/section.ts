/** A numbered part of the page. */
import { type Html, html } from './html.ts'

export interface Section {
  /** fragment of the address; the same in every language */
  readonly id: string
  readonly heading: string
  readonly body: Html
}

export function sectionHtml({ id, heading, body }: Section, number: number): Html {
  return html`<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading"><span class="section-number">${number}</span> ${heading}</h2>
${body}
</section>
`
}

export function contents(sections: readonly Section[], title: string): Html {
  return html`<nav class="contents" aria-labelledby="contents-heading">
<h2 id="contents-heading">${title}</h2>
<ol>
${sections.map(({ id, heading }) => html`<li><a href="#${id}">${heading}</a></li>\n`)}</ol>
</nav>
`
}
