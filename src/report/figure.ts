/**
 * A figure on the page: number, finding, definition, chart, its table, notes, source and downloads.
 *
 * Numbered in the order of the page. The chart stands there twice, drawn for
 * wide and for narrow screens; the style sheet shows one of them.
 */
import type { Results } from '../core/results.ts'
import type { Language } from '../core/study.ts'
import type { FigureKind, FigureSpec } from './charts/figure-spec.ts'
import { figures as figureSpecs } from './charts/figures.ts'
import type { Context } from './context.ts'
import { type Html, html, trusted } from './html.ts'
import { table } from './table.ts'

export interface NumberedFigure {
  readonly number: number
  readonly spec: FigureSpec
}

/** The figures of these kinds, ready to be placed. */
export type Figures = (...kinds: readonly FigureKind[]) => Html[]

const PAGE_ORDER: readonly FigureKind[] = [
  'severity',
  'trend',
  'break',
  'change',
  'decomposition',
  'number',
  'age',
  'age-sex',
  'municipalities',
]

export function numberedFigures(results: Results, language: Language): NumberedFigure[] {
  const specs = figureSpecs(results, language)
  return PAGE_ORDER.flatMap(kind => specs.filter(spec => spec.kind === kind)).map((spec, i) => ({
    number: i + 1,
    spec,
  }))
}

/** `figures/figure-1-trend-gezondheidsmonitor.nl.svg` */
export function figurePath({ number, spec }: NumberedFigure, lang: Language, extension: FigureFile): string {
  return `figures/figure-${number}-${spec.id}.${lang}.${extension}`
}

export type FigureFile = 'svg' | 'csv' | 'vl.json'

/** One after the other: Vega numbers its ids from a global counter. */
export async function placedFigures(
  context: Context,
  numbered: readonly NumberedFigure[],
  downloads: boolean,
): Promise<Figures> {
  const { renderSvg } = await import('./render.ts')
  const rendered: { readonly kind: FigureKind; readonly body: Html }[] = []
  for (const each of numbered) {
    const wide = await renderSvg(each.spec.spec, 'page')
    const narrow = await renderSvg(each.spec.narrow, 'page')
    const body = figureHtml(context, each, trusted(wide + narrow), downloads)
    rendered.push({ kind: each.spec.kind, body })
  }
  return (...kinds) =>
    kinds.flatMap(kind => rendered.filter(figure => figure.kind === kind).map(({ body }) => body))
}

function figureHtml(context: Context, each: NumberedFigure, chart: Html, downloads: boolean): Html {
  const { number, spec } = each
  const { figure } = context.text
  return html`<figure id="figure-${number}">
<figcaption><span class="label">${figure.label(number)}</span> <span class="finding">${spec.title}</span>
<span class="definition">${spec.subtitle}</span></figcaption>
${chart}
<details>
<summary>${figure.table(number)}</summary>
<p>${spec.alt.long}</p>
${table({ id: `figure-${number}-table`, ...spec.table, columns: spec.table.columns.map(column) })}
</details>
${spec.notes.length > 0 && html`<p class="figure-notes"><b>${figure.notes}</b> ${spec.notes.join(' ')}</p>\n`}<p class="figure-notes"><b>${figure.source}</b> ${source(context, spec)}</p>
${downloads && html`<p class="figure-notes"><b>${figure.download}</b> ${figureLinks(context, each)}</p>\n`}</figure>
`
}

function column({ name, align }: FigureSpec['table']['columns'][number]) {
  return align === 'right' ? { name, align } : { name }
}

function source({ results, text }: Context, spec: FigureSpec): string {
  const said = spec.sources.toLowerCase().includes(text.page.synthetic.toLowerCase())
  return results.synthetic && !said ? `${spec.sources} (${text.page.syntheticSource})` : spec.sources
}

export function figureLinks({ lang, text }: Context, each: NumberedFigure): Html {
  const { figure } = text
  const link = (extension: FigureFile, name: string) => {
    const label = `${figure.label(each.number)}, ${name}`
    return html`<a href="${figurePath(each, lang, extension)}" aria-label="${label}">${name}</a>`
  }
  return html`${link('svg', figure.image)}, ${link('csv', figure.data)}, ${link('vl.json', figure.spec)}`
}
