/** Prints what a file holds: a table for people, everything that was found out for programs. */
import type { Inspection } from '../pipeline/inspect.ts'
import { printFolder } from './print-folder.ts'
import { printMap } from './print-map.ts'
import { printPublished } from './print-published.ts'
import { printSurvey } from './print-survey.ts'
import type { Format } from './print-table.ts'
import type { Terminal } from './terminal.ts'

export async function printInspection(found: Inspection, format: Format, terminal: Terminal): Promise<void> {
  if (format === 'json') return terminal.out.line(JSON.stringify(found, null, 2))
  switch (found.kind) {
    case 'survey':
      return printSurvey(found, format, terminal)
    case 'statline':
      return printPublished(found, format, terminal)
    case 'geography':
      return printMap(found, format, terminal)
    case 'folder':
      return printFolder(found, format, terminal)
  }
}
