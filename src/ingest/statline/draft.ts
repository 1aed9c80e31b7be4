/** The figures of a download as read, by their form. */
import type { AskedTopics } from './asked-topics.ts'
import type { Draft } from './assemble.ts'
import type { Description } from './description.ts'
import type { FigureParts } from './figure-parts.ts'
import { jsonRows } from './json-rows.ts'
import { readLong } from './long.ts'
import { readPortal } from './portal.ts'
import { csvRows, type Rows } from './rows.ts'
import { readWide } from './wide.ts'

export function draftOf(
  figures: FigureParts,
  description: Description,
  asked: AskedTopics,
): { draft: Draft; title: string | null } {
  const [{ part }] = figures.parts
  if (figures.format === 'csv' && part.kind === 'portal') {
    const { open, dialect, file } = figures.parts[0]
    const { text, warnings } = open()
    return readPortal(text, dialect, file.where, warnings)
  }
  const rows = rowsOf(figures)
  if (part.kind === 'wide')
    return { draft: readWide(rows, description, figures.format === 'json', asked), title: null }
  return {
    draft: readLong(rows, description, figures.format === 'json' ? 'odata4-json' : 'odata4-csv', asked),
    title: null,
  }
}

function rowsOf(figures: FigureParts): Rows {
  if (figures.format === 'csv') {
    const { open, dialect, file, header } = figures.parts[0]
    const { text, warnings } = open()
    return csvRows(text, dialect, file.where, header, warnings)
  }
  const pages = figures.parts.map(({ file, part }) => ({ path: file.where, part }))
  return jsonRows(pages, figures.warnings)
}
