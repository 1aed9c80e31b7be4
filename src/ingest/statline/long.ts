/**
 * OData v4: a row per observation, from Observations.csv or from pages of JSON.
 *
 * The value has a decimal comma in CSV; what stands in place of a number is in
 * StringValue, why there is none in ValueAttribute.
 */
import { EjzError } from '../../core/error.ts'
import type { StatLineForm } from '../../core/statline.ts'
import type { AskedTopics } from './asked-topics.ts'
import type { Draft } from './assemble.ts'
import { type Assumption, CellReader } from './cell-reader.ts'
import type { Description } from './description.ts'
import { Observations } from './observations.ts'
import type { Rows } from './rows.ts'
import { categoryKey } from './wide.ts'

export function readLong(
  rows: Rows,
  description: Description,
  form: StatLineForm,
  asked: AskedTopics,
): Draft {
  let assumption: Assumption = {
    mark: form === 'odata4-csv' ? 'comma' : 'point',
    trusted: true,
    textColumns: new Set(),
  }
  for (;;) {
    const { observations, reader, dimensions } = onePass(rows, assumption, key => asked(key, description))
    const better = reader.judge(column => `column ${rows.header[column]}`, rows.where)
    if (better !== null) {
      if (better.textColumns.size > 0) throw noNumbers(rows)
      assumption = better
      continue
    }
    return {
      form,
      isTitled: false,
      dimensions: dimensions.map(at => ({ name: rows.header[at] })),
      measures: observations.measures.keys.map(key => ({ key, title: null, unit: null })),
      observations,
      where: rows.where,
      warnings: rows.warnings,
    }
  }
}

export const OWN_COLUMNS: readonly string[] = ['id', 'measure', 'value', 'stringvalue', 'valueattribute']

function onePass(
  rows: Rows,
  assumption: Assumption,
  isAsked: (key: string) => boolean,
): { observations: Observations; reader: CellReader; dimensions: readonly number[] } {
  const lower = rows.header.map(name => name.toLowerCase())
  const [, measure, value, text, attribute] = OWN_COLUMNS.map(name => lower.indexOf(name))
  const dimensions = lower.flatMap((name, at) => (OWN_COLUMNS.includes(name) ? [] : [at]))
  const observations = new Observations(dimensions.length)
  const reader = new CellReader(assumption)
  const codes = new Int32Array(dimensions.length)
  const wanted: boolean[] = []
  rows.each((cells, line) => {
    const topic = observations.measures.index(categoryKey(cells[measure], rows, measure, line), line)
    wanted[topic] ??= isAsked(observations.measures.keys[topic])
    if (!wanted[topic]) {
      observations.skipped++
      return
    }
    for (const [i, at] of dimensions.entries()) {
      codes[i] = observations.categories[i].index(categoryKey(cells[at], rows, at, line), line)
    }
    const number = reader.read(value, cells[value], line)
    const at = observations.length
    if (Number.isNaN(number)) {
      const reason = attribute < 0 ? '' : String(cells[attribute] ?? '').trim()
      if (reason !== '' && reason !== 'None') observations.absent.set(at, reason)
      const spoken = text < 0 ? '' : String(cells[text] ?? '').trim()
      if (spoken !== '') observations.texts.set(at, spoken)
    }
    observations.add(codes, topic, number)
  })
  return { observations, reader, dimensions }
}

function noNumbers({ where }: Rows): EjzError {
  return new EjzError(
    'statline-number',
    'the column Value holds no numbers',
    'download the table again',
    'data',
    { where: where(1) },
  )
}
