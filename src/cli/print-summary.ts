/** Prints what an analysis found: headline figures and trend break, or for programs the results themselves. */
import type { Results } from '../core/results.ts'
import { type Format, printTable } from './print-table.ts'
import { breakSentences, HEADLINE_COLUMNS, headlines } from './summary.ts'
import type { Terminal } from './terminal.ts'
import { wrapped } from './wrapped.ts'

export async function printSummary(results: Results, format: Format, { out }: Terminal): Promise<void> {
  if (format === 'json') return out.line(JSON.stringify(results, null, 2))
  if (format !== 'table') return printTable(out, format, HEADLINE_COLUMNS, headlines(results))
  out.line(out.colour.bold(results.title))
  if (results.synthetic) out.line('The data are synthetic: nobody real is in them.')
  out.line()
  await printTable(out, 'table', HEADLINE_COLUMNS, headlines(results))
  for (const sentence of breakSentences(results)) out.line(`\n${wrapped(sentence, out.width, 0)}`)
}
