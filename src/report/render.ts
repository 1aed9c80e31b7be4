/**
 * Vega-Lite to SVG without a browser: the same bytes on every machine.
 *
 * Texts are measured with our own table, ids are numbered per figure, and what Vega
 * writes for screen readers (English, made of tick labels) gives way to one title and
 * description. A chart that makes Vega warn is a fault of ours and is refused.
 */
import type {} from 'vega'
import { EjzError } from '../core/error.ts'
import { CHART_CSS } from './charts/chart-css.ts'
import type { ChartMeta, ChartSpec } from './charts/figure-spec.ts'
import { textWidth } from './text-metrics.ts'

declare module 'vega' {
  const textMetrics: { width: (item: TextItem, text: string) => number }
  interface TextItem {
    readonly fontSize?: number
    readonly fontWeight?: string | number
  }
}

/** `inside`: a file that stands alone; `page`: the page brings CHART_PAGE_CSS. */
export type ChartStyle = 'inside' | 'page'

export async function renderSvg(chart: ChartSpec, style: ChartStyle = 'inside'): Promise<string> {
  const warnings: string[] = []
  const svg = await drawing(chart, warning => warnings.push(warning))
  if (warnings.length > 0) {
    throw new EjzError(
      'chart-warning',
      `chart ${chart.usermeta.id} cannot be drawn faithfully: ${warnings.join('; ')}`,
      'report this with the results file',
      'bug',
    )
  }
  return dressed(withoutControls(svg), chart.usermeta, style)
}

/** The libraries are large: a caller who knows that charts will follow can load them in time. */
export function loadRenderer() {
  return Promise.all([import('vega'), import('vega-lite')])
}

async function drawing(chart: ChartSpec, warn: (warning: string) => void): Promise<string> {
  const [vega, { compile }] = await loadRenderer()
  const logger = vega.logger(vega.Warn, 'warn', (_method, _level, input) => warn(input.map(String).join(' ')))
  vega.textMetrics.width = (item, text) => textWidth(String(text ?? ''), item.fontSize ?? 11, weight(item))
  const { spec } = compile(chart, { logger })
  const view = new vega.View(vega.parse(spec), { renderer: 'none', logger })
  await view.runAsync()
  vega.resetSVGDefIds()
  const svg = await view.toSVG()
  view.finalize()
  return svg
}

function weight(item: { readonly fontWeight?: string | number }): 'normal' | 'bold' {
  return item.fontWeight === 'bold' || Number(item.fontWeight) >= 600 ? 'bold' : 'normal'
}

/** Characters that XML forbids; a label from a data file may hold them. */
function withoutControls(svg: string): string {
  return svg.replace(CONTROLS, '')
}

const CONTROLS = /[^\P{Cc}\t\n\r]/gu

/** Root element, ids and attributes; every `<` and `>` of a text is escaped, so this pattern meets tags only. */
function dressed(svg: string, meta: ChartMeta, style: ChartStyle): string {
  const ids = new Map<string, string>()
  const tags = svg.replace(/<[^>]+>/g, tag => (tag.startsWith('<svg') ? tag : bare(tag, meta.id, ids)))
  const head =
    `<title id="${meta.id}-title">${escaped(meta.title)}</title>` +
    `<desc id="${meta.id}-desc">${escaped(meta.description)}</desc>` +
    (style === 'inside' ? `<style>${CHART_CSS}</style>` : '')
  return tags.replace(/<svg[^>]*>/, tag => root(tag, meta) + head)
}

function root(tag: string, meta: ChartMeta): string {
  const box = /viewBox="([^"]*)"/.exec(tag)![1]
  const kind = meta.id.endsWith('-narrow') ? 'chart-narrow' : 'chart-wide'
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" id="${meta.id}" class="chart ${kind}" viewBox="${box}" ` +
    `width="100%" role="img" aria-labelledby="${meta.id}-title ${meta.id}-desc" lang="${meta.language}">`
  )
}

/** A tag without Vega's own accessibility attributes and classes, in thousandths of a pixel, with ids of this figure. */
function bare(tag: string, prefix: string, ids: Map<string, string>): string {
  const named = (id: string): string => {
    if (!ids.has(id)) ids.set(id, `${prefix}-${ids.size + 1}`)
    return ids.get(id)!
  }
  const halo = /^<text[^>]* stroke="/.test(tag) ? tag.replace('<text', '<text paint-order="stroke"') : tag
  return halo
    .replace(/ (?:role|class|aria-[a-z]+|pointer-events)="[^"]*"/g, '')
    .replace(/-?\d+\.\d{4,}/g, digits => String(Number(Number(digits).toFixed(3))))
    .replace(/ id="([^"]*)"/g, (_, id: string) => ` id="${named(id)}"`)
    .replace(/url\(#([^)]*)\)/g, (_, id: string) => `url(#${named(id)})`)
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
