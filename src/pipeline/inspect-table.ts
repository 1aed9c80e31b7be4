/** What a published table of StatLine holds: its dimensions, topics, periods, and what is missing. */
import type { StatLineDimension, StatLineMeasure, StatLineTable } from '../core/statline.ts'
import { intervalLevels } from '../core/statline-intervals.ts'
import type { Warning } from '../core/warning.ts'

export interface TableInspection {
  readonly kind: 'statline'
  /** absolute, as named */
  readonly path: string
  readonly form: StatLineTable['form']
  readonly id: string | null
  readonly title: string | null
  readonly inputs: StatLineTable['inputs']
  readonly observations: number
  /** observations with neither number nor text, and why where the table says it */
  readonly missing: number
  readonly absent: readonly { readonly reason: string; readonly n: number }[]
  readonly texts: number
  /** of the published intervals; null where there are none */
  readonly level: number | null
  readonly dimensions: readonly InspectedDimension[]
  readonly measures: readonly InspectedMeasure[]
  readonly warnings: readonly Warning[]
}

export interface InspectedDimension {
  readonly key: string
  readonly title: string
  readonly kind: StatLineDimension['kind']
  readonly categories: number
  /** titles of the first and the last, for periods in order of time */
  readonly first: string
  readonly last: string
  /** periods whose figures are not final */
  readonly provisional: readonly string[]
}

export interface InspectedMeasure extends StatLineMeasure {
  /** observations with a number or text */
  readonly n: number
  readonly missing: number
}

export function inspectTable(path: string, table: StatLineTable): TableInspection {
  const { form, id, title, inputs, length, texts, warnings } = table
  const measures = inspectMeasures(table)
  return {
    kind: 'statline',
    path,
    form,
    id,
    title,
    inputs,
    observations: length,
    missing: measures.reduce((sum, { missing }) => sum + missing, 0),
    absent: reasons(table),
    texts: texts.size,
    level: onlyLevel(table),
    dimensions: table.dimensions.map(inspectDimension),
    measures,
    warnings,
  }
}

function onlyLevel(table: StatLineTable): number | null {
  const levels = intervalLevels(table)
  return levels.length === 1 ? levels[0] : null
}

function inspectDimension({ key, title, kind, categories }: StatLineDimension): InspectedDimension {
  const ordered = kind === 'period' ? categories.toSorted((a, b) => (a.key < b.key ? -1 : 1)) : categories
  return {
    key,
    title,
    kind,
    categories: categories.length,
    first: ordered[0]?.title ?? '',
    last: ordered.at(-1)?.title ?? '',
    provisional: ordered.flatMap(({ title, provisional }) => (provisional === true ? [title] : [])),
  }
}

function inspectMeasures({ measures, measure, values, texts, length }: StatLineTable): InspectedMeasure[] {
  const filled = measures.map(() => 0)
  const all = measures.map(() => 0)
  for (let i = 0; i < length; i++) {
    all[measure[i]]++
    if (!Number.isNaN(values[i]) || texts.has(i)) filled[measure[i]]++
  }
  return measures.map((one, m) => ({ ...one, n: filled[m], missing: all[m] - filled[m] }))
}

function reasons({ absent }: StatLineTable): TableInspection['absent'] {
  const counts = new Map<string, number>()
  for (const reason of absent.values()) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].map(([reason, n]) => ({ reason, n }))
}
