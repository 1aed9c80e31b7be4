/** The files of a download that hold the figures: those of one table, and only one. */
import { EjzError } from '../../core/error.ts'
import type { Warning } from '../../core/warning.ts'
import type { JsonRecord } from './json-part.ts'
import type { Recognised } from './recognise.ts'

export type CsvFigures = Extract<Recognised, { format: 'csv' }>
export type JsonFigures = Extract<Recognised, { format: 'json' }>

export type FigureParts =
  | { readonly format: 'csv'; readonly parts: readonly [CsvFigures] }
  /** pages of one table */
  | { readonly format: 'json'; readonly parts: readonly JsonFigures[]; readonly warnings: readonly Warning[] }

export function figureParts(path: string, recognised: readonly Recognised[]): FigureParts {
  const csv = recognised
    .filter(part => part.format === 'csv')
    .filter(({ part }) => FIGURES.includes(part.kind))
  const json = recognised
    .filter(part => part.format === 'json')
    .filter(({ part }) => FIGURES.includes(part.kind))
  const [first] = csv
  if (first === undefined && json.length === 0) throw noFigures(path, recognised)
  const tables = [...csv.map(({ file }) => file.name), ...new Set(json.map(tableOf))]
  if (tables.length > 1) throw severalTables(path, tables)
  if (first !== undefined) return { format: 'csv', parts: [first] }
  return { format: 'json', ...withoutRepeated(json) }
}

const FIGURES: readonly string[] = ['observations', 'wide', 'portal']

function tableOf({ part, file }: JsonFigures): string {
  return part.id === null ? file.name : `${part.id} (OData v${part.version}, ${part.endpoint})`
}

/** A page whose records all stand in a longer one, such as a first look at the top of the table, adds nothing. */
function withoutRepeated(pages: readonly JsonFigures[]): {
  parts: readonly JsonFigures[]
  warnings: readonly Warning[]
} {
  if (pages.length === 1) return { parts: pages, warnings: [] }
  const known = new Map<string, string>()
  const repeated = new Set<JsonFigures>()
  const bySize = pages.toSorted((a, b) => b.part.records.length - a.part.records.length)
  for (const page of bySize) {
    const own = page.part.records.map(record => [recordId(record), JSON.stringify(record)] as const)
    if (own.every(([id, text]) => id !== null && known.get(id) === text)) repeated.add(page)
    for (const [id, text] of own) if (id !== null) known.set(id, text)
  }
  const warnings = [...repeated].map(({ file, part }): Warning => {
    const count = part.records.length
    return {
      code: 'duplicate_observation',
      message: `${file.name} holds ${count} ${count === 1 ? 'observation' : 'observations'} that another page holds as well: read once`,
      where: file.where,
      count,
      values: { cell: file.name },
    }
  })
  return { parts: pages.filter(page => !repeated.has(page)), warnings }
}

function recordId(record: JsonRecord): string | null {
  const id = record.Id ?? record.ID
  return typeof id === 'number' || typeof id === 'string' ? String(id) : null
}

function severalTables(path: string, tables: readonly string[]): EjzError {
  return new EjzError(
    'several-tables',
    `there are figures of more than one table: ${tables.join(', ')}`,
    'name the one that is meant, or put each download into a folder of its own',
    'data',
    { where: path },
  )
}

function noFigures(path: string, recognised: readonly Recognised[]): EjzError {
  const [part] = recognised
  if (part === undefined) {
    return new EjzError(
      'not-statline',
      'this is no table of StatLine',
      'a published table is read as it is downloaded from CBS or RIVM: the CSV, the zip, the JSON, or a folder with its files',
      'data',
      { where: path },
    )
  }
  const what = recognised.length === 1 ? (PARTS[part.part.kind] ?? 'a part') : 'parts'
  return new EjzError(
    'statline-part',
    `this is ${what} of a StatLine download, without the figures`,
    'name the file with the figures (Observations, TypedDataSet), or the folder or zip archive with all files',
    'data',
    { where: path },
  )
}

const PARTS: Readonly<Partial<Record<string, string>>> = {
  codes: 'the code table of one dimension',
  measures: 'the list of topics',
  dimensions: 'the list of dimensions',
  properties: 'the description',
  table: 'the description',
  metadata: 'the description (titles, units and code tables)',
  side: 'a list of groups, links or endpoints',
}
