/**
 * The figures of a report in the order of the page, with their charts drawn.
 *
 * Drawing is most of the work of a report, so the page and the files beside it
 * share one drawing for each results and language. Drawn one after the other:
 * Vega numbers its ids from a global counter.
 */
import type { Results } from '../core/results.ts'
import type { Language } from '../core/study.ts'
import type { FigureKind, FigureSpec } from './charts/figure-spec.ts'
import { figures } from './charts/figures.ts'

export interface DrawnFigure {
  /** from 1, in the order of the page */
  readonly number: number
  readonly spec: FigureSpec
  /** SVG for a page that brings the style sheet of the charts */
  readonly wide: string
  readonly narrow: string
}

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

const known = new WeakMap<Results, Map<Language, Promise<readonly DrawnFigure[]>>>()

export function drawnFigures(results: Results, language: Language): Promise<readonly DrawnFigure[]> {
  const own = known.get(results) ?? new Map<Language, Promise<readonly DrawnFigure[]>>()
  const drawn = own.get(language) ?? draw(results, language)
  known.set(results, own.set(language, drawn))
  return drawn
}

async function draw(results: Results, language: Language): Promise<readonly DrawnFigure[]> {
  const { renderSvg } = await import('./render.ts')
  const specs = figures(results, language)
  const ordered = PAGE_ORDER.flatMap(kind => specs.filter(spec => spec.kind === kind))
  const drawn: DrawnFigure[] = []
  for (const spec of ordered) {
    const wide = await renderSvg(spec.spec, 'page')
    const narrow = await renderSvg(spec.narrow, 'page')
    drawn.push({ number: drawn.length + 1, spec, wide, narrow })
  }
  return drawn
}
