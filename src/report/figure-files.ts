/** What lies beside the report: each figure as SVG that stands alone, its numbers as CSV, its Vega-Lite spec. */
import type { Results } from '../core/results.ts'
import type { Language } from '../core/study.ts'
import { CHART_CSS } from './charts/chart-css.ts'
import { type CsvDialect, csvText } from './csv.ts'
import { type DrawnFigure, drawnFigures } from './drawn-figures.ts'
import { type FigureFile, figurePath } from './figure.ts'

export interface FigureFileContent {
  /** relative to the output folder */
  readonly path: string
  readonly content: string
}

export async function figureFiles(
  results: Results,
  language: Language,
  dialect: CsvDialect = 'machine',
): Promise<FigureFileContent[]> {
  const files: FigureFileContent[] = []
  for (const figure of await drawnFigures(results, language)) {
    const path = (extension: FigureFile) => figurePath(figure, language, extension)
    files.push(
      { path: path('svg'), content: `${standAlone(figure.wide)}\n` },
      { path: path('csv'), content: await dataCsv(figure, results.synthetic, dialect) },
      { path: path('vl.json'), content: `${JSON.stringify(figure.spec.spec, null, 2)}\n` },
    )
  }
  return files
}

/** With the style sheet that a page would bring. */
function standAlone(svg: string): string {
  return svg.replace('</desc>', `</desc><style>${CHART_CSS}</style>`)
}

async function dataCsv({ spec }: DrawnFigure, synthetic: boolean, dialect: CsvDialect): Promise<string> {
  const { table } = await import('arquero')
  const columns = [...spec.data.columns, 'synthetic']
  const rows = spec.data.rows.map(row => [...row, synthetic])
  const data = Object.fromEntries(columns.map((column, i) => [column, rows.map(row => row[i] ?? null)]))
  return csvText(table(data, columns), columns, dialect)
}
