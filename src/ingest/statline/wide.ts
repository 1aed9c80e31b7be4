/**
 * Tables with a row per combination of categories and a column per topic.
 *
 * OData v3, typed and untyped, from CSV or JSON; and what cbsodata and cbsodataR
 * make of them: titles in place of keys, a column of row numbers, label columns.
 */
import { EjzError } from '../../core/error.ts'
import type { StatLineForm } from '../../core/statline.ts'
import type { AskedTopics } from './asked-topics.ts'
import type { Draft, DraftMeasure } from './assemble.ts'
import { type Assumption, type Cell, CellReader } from './cell-reader.ts'
import type { Description } from './description.ts'
import { Observations } from './observations.ts'
import type { Rows } from './rows.ts'
import { type WideColumns, wideColumns } from './wide-columns.ts'

export function readWide(rows: Rows, description: Description, json: boolean, asked: AskedTopics): Draft {
  const columns = wideColumns(rows, description)
  const wanted = columns.topics.map(at => asked(rows.header[at], description))
  const textColumns = columns.topics.filter(at => description.measures.get(rows.header[at])?.isText)
  let assumption: Assumption = { mark: 'point', trusted: true, textColumns: new Set(textColumns) }
  for (;;) {
    const pass = onePass(rows, columns, wanted, assumption)
    const better = pass.reader.judge(column => `column ${rows.header[column]}`, rows.where)
    if (better !== null) {
      assumption = better
      continue
    }
    const form = formOf(columns, json, pass.reader.padded || pass.dotted)
    return {
      form,
      isTitled: form === 'titled',
      dimensions: columns.dimensions.map(({ at, label }, i) => ({
        name: rows.header[at],
        ...(label === null ? {} : { labels: pass.labels[i] }),
      })),
      measures: columns.topics.map(at => measure(rows.header[at])),
      observations: pass.observations,
      where: rows.where,
      warnings: rows.warnings,
    }
  }
}

function measure(key: string): DraftMeasure {
  return { key, title: null, unit: null }
}

function formOf({ isTitled }: WideColumns, json: boolean, untyped: boolean): StatLineForm {
  if (isTitled) return 'titled'
  if (json) return 'odata3-json'
  return untyped ? 'odata3-untyped' : 'odata3-typed'
}

interface Pass {
  readonly observations: Observations
  readonly reader: CellReader
  readonly labels: readonly Map<string, string>[]
  /** a point stands for what is missing */
  readonly dotted: boolean
}

function onePass(
  rows: Rows,
  { dimensions, topics }: WideColumns,
  wanted: readonly boolean[],
  assumption: Assumption,
): Pass {
  const own = wanted.flatMap((isWanted, topic) => (isWanted ? [topic] : []))
  const observations = new Observations(dimensions.length)
  const reader = new CellReader(assumption)
  const labels = dimensions.map(() => new Map<string, string>())
  const codes = new Int32Array(dimensions.length)
  let dotted = false
  rows.each((cells, line) => {
    for (const [i, { at, label }] of dimensions.entries()) {
      const key = categoryKey(cells[at], rows, at, line)
      codes[i] = observations.categories[i].index(key, line)
      if (label !== null) labels[i].set(key, String(cells[label] ?? '').trim())
    }
    observations.skipped += topics.length - own.length
    for (const topic of own) {
      const cell = cells[topics[topic]]
      const value = reader.read(topics[topic], cell, line)
      if (reader.text !== null) observations.texts.set(observations.length, reader.text)
      if (reader.reason !== null) observations.absent.set(observations.length, reader.reason)
      dotted ||= cell === '.'
      observations.add(codes, topic, value)
    }
  })
  return { observations, reader, labels, dotted }
}

export function categoryKey(cell: Cell, rows: Rows, column: number, line: number): string {
  const key = cell === null ? '' : String(cell).trim()
  if (key !== '') return key
  throw new EjzError(
    'statline-no-category',
    `dimension ${rows.header[column]} is empty in a row of the table`,
    'download the table again, or remove what was written under it',
    'data',
    { where: rows.where(line) },
  )
}
