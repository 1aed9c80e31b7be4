/** Prints what a table of StatLine holds: its dimensions and topics under each other. */
import type { TableInspection } from '../pipeline/inspect-table.ts'
import { type Column, type Format, printTable } from './print-table.ts'
import type { Terminal } from './terminal.ts'

export async function printPublished(
  found: TableInspection,
  format: Format,
  { out }: Terminal,
): Promise<void> {
  if (format === 'table') for (const line of headlines(found)) out.line(line)
  return printTable(out, format, COLUMNS, rows(found))
}

const FORMS: Readonly<Record<TableInspection['form'], string>> = {
  'odata3-typed': 'OData v3, typed CSV',
  'odata3-untyped': 'OData v3, untyped CSV',
  'odata3-json': 'OData v3, JSON',
  'odata4-csv': 'OData v4, CSV',
  'odata4-json': 'OData v4, JSON',
  portal: 'CSV of the portal',
  titled: 'CSV with titles in place of keys',
}

function headlines(found: TableInspection): string[] {
  const { form, id, title, observations, missing, absent, texts, level } = found
  const why = absent.map(({ reason, n }) => `${reason} ${n}×`).join(', ')
  const facts = [
    `${observations} observations`,
    `${missing} missing${why === '' ? '' : ` (${why})`}`,
    ...(texts > 0 ? [`${texts} texts`] : []),
    ...(level === null ? [] : [`with intervals of ${level * 100} %`]),
  ]
  const name = [id ?? 'a table of StatLine', ...(title === null ? [] : [title])].join(': ')
  return [`${name} (${FORMS[form]})`, facts.join(', '), ...periodLine(found), '']
}

function periodLine({ dimensions }: TableInspection): string[] {
  const periods = dimensions.find(({ kind }) => kind === 'period')
  if (periods === undefined) return ['no periods']
  const { first, last, provisional } = periods
  const span = first === last ? `period ${first}` : `periods ${first} to ${last}`
  return [provisional.length === 0 ? span : `${span}, provisional: ${provisional.join(', ')}`]
}

interface Row {
  readonly what: string
  readonly key: string
  readonly title: string
  readonly stem: string | null
  readonly unit: string | null
  readonly decimals: number | null
  readonly categories: number | null
  readonly examples: string | null
  readonly n: number | null
  readonly missing: number | null
}

function rows({ dimensions, measures }: TableInspection): Row[] {
  const nothing = {
    stem: null,
    unit: null,
    decimals: null,
    categories: null,
    examples: null,
    n: null,
    missing: null,
  }
  return [
    ...dimensions.map(({ key, title, kind, categories, first, last }) => ({
      ...nothing,
      what: kind === 'other' ? 'dimension' : kind,
      key,
      title,
      categories,
      examples: first === last ? first : `${first} … ${last}`,
    })),
    ...measures.map(({ key, title, stem, unit, decimals, n, missing }) => ({
      ...nothing,
      what: 'topic',
      key,
      title,
      stem,
      unit,
      decimals,
      n,
      missing,
    })),
  ]
}

const COLUMNS: readonly Column<Row>[] = [
  { key: 'what', title: 'what', value: ({ what }) => what },
  { key: 'key', title: 'key', value: ({ key }) => key, wraps: true },
  { key: 'stem', title: 'stem', value: ({ stem }) => stem, wraps: true },
  { key: 'title', title: 'title', value: ({ title }) => title, wraps: true },
  { key: 'unit', title: 'unit', value: ({ unit }) => unit },
  { key: 'decimals', title: 'decimals', align: 'right', value: ({ decimals }) => decimals },
  { key: 'categories', title: 'categories', align: 'right', value: ({ categories }) => categories },
  { key: 'examples', title: 'first … last', value: ({ examples }) => examples, wraps: true },
  { key: 'n', title: 'n', align: 'right', value: ({ n }) => n },
  { key: 'missing', title: 'missing', align: 'right', value: ({ missing }) => missing },
]
