/**
 * A figure on the page: number, finding, definition, chart, its table, notes, source and downloads.
 *
 * The chart stands there twice, drawn for wide and for narrow screens; the style
 * sheet shows one of them.
 */
import type { Language } from '../core/study.ts'
import type { FigureKind, FigureSpec } from './charts/figure-spec.ts'
import type { Context } from './context.ts'
import type { DrawnFigure } from './drawn-figures.ts'
import { type Html, html, trusted } from './html.ts'
import { table } from './table.ts'

/** The figures of these kinds, ready to be placed. */
export type Figures = (...kinds: readonly FigureKind[]) => Html[]

export function placedFigures(context: Context, drawn: readonly DrawnFigure[], downloads: boolean): Figures {
  const placed = drawn.map(each => ({ kind: each.spec.kind, body: figureHtml(context, each, downloads) }))
  return (...kinds) =>
    kinds.flatMap(kind => placed.filter(figure => figure.kind === kind).map(({ body }) => body))
}

/** `figures/figure-1-trend-gezondheidsmonitor.nl.svg` */
export function figurePath({ number, spec }: DrawnFigure, lang: Language, extension: FigureFile): string {
  return `figures/figure-${number}-${spec.id}.${lang}.${extension}`
}

export type FigureFile = 'svg' | 'csv' | 'vl.json'

function figureHtml(context: Context, each: DrawnFigure, downloads: boolean): Html {
  const { number, spec, wide, narrow } = each
  const { figure } = context.text
  return html`<figure id="figure-${number}">
<figcaption><span class="label">${figure.label(number)}</span> <span class="finding">${spec.title}</span>
<span class="definition">${spec.subtitle}</span></figcaption>
${trusted(wide + narrow)}
<details>
<summary>${figure.table(number)}</summary>
<p>${spec.alt.long}</p>
${table({ id: `figure-${number}-table`, ...spec.table, columns: spec.table.columns.map(column) })}
</details>
${spec.notes.length > 0 && html`<p class="figure-notes"><b>${figure.notes}</b> ${spec.notes.join(' ')}</p>\n`}<p class="figure-notes"><b>${figure.source}</b> ${source(context, spec)}</p>
${downloads && html`<p class="figure-notes download"><b>${figure.download}</b> ${figureLinks(context, each)}</p>\n`}</figure>
`
}

function column({ name, align }: FigureSpec['table']['columns'][number]) {
  return align === 'right' ? { name, align } : { name }
}

function source({ results, text }: Context, spec: FigureSpec): string {
  const said = spec.sources.toLowerCase().includes(text.page.synthetic.toLowerCase())
  return results.synthetic && !said ? `${spec.sources} (${text.page.syntheticSource})` : spec.sources
}

export function figureLinks({ lang, text }: Context, each: DrawnFigure): Html {
  const { figure } = text
  const link = (extension: FigureFile, name: string) => {
    const label = `${figure.label(each.number)}, ${name}`
    return html`<a href="${figurePath(each, lang, extension)}" aria-label="${label}">${name}</a>`
  }
  return html`${link('svg', figure.image)}, ${link('csv', figure.data)}, ${link('vl.json', figure.spec)}`
}
