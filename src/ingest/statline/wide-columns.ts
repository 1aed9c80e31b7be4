/**
 * Which columns of a wide StatLine table are dimensions and which are topics.
 *
 * Told by the table's own description, else by the running number that every
 * topic bears (Eenzaam_27), else (titles in place of keys) by where the numbers
 * begin. Row numbers and what cbsodataR adds to dimensions are neither.
 */
import { EjzError } from '../../core/error.ts'
import type { Cell } from './cell-reader.ts'
import type { Description } from './description.ts'
import { marginKey } from './margin.ts'
import { isPeriodCode } from './period.ts'
import type { Rows } from './rows.ts'

export interface WideColumns {
  readonly isTitled: boolean
  readonly dimensions: readonly {
    readonly at: number
    /** column with the titles of its codes, as cbsodataR adds it */
    readonly label: number | null
  }[]
  readonly topics: readonly number[]
}

export function wideColumns(rows: Rows, description: Description): WideColumns {
  const { header } = rows
  const sample = firstRows(rows)
  const places = header.flatMap((name, at) => (isRowNumber(name, at, sample) ? [] : [at]))
  const isTopic = topicTest(header, places, sample, description)
  const added = places.filter(at => isAddedColumn(header, at))
  const own = places.filter(at => !added.includes(at))
  const topics = own.filter(isTopic)
  const dimensions = own
    .filter(at => !isTopic(at))
    .map(at => ({ at, label: labelColumn(header, added, header[at]) }))
  if (topics.length === 0 || dimensions.length === 0) throw noTable(rows, topics.length === 0)
  const isTitled = !topics.some(at => isNumbered(header[at])) && !hasCodes(dimensions, sample)
  return { isTitled, dimensions, topics }
}

/** Eenzaam_27 */
export function isNumbered(name: string): boolean {
  return /[^_]_\d+$/.test(name)
}

const SAMPLE = 500

function firstRows({ each }: Rows): (readonly Cell[])[] {
  const sample: (readonly Cell[])[] = []
  each(cells => sample.push([...cells]), SAMPLE)
  return sample
}

/** ID, or the column without a name that R and pandas put before a table. */
function isRowNumber(name: string, at: number, sample: readonly (readonly Cell[])[]): boolean {
  if (at > 1 || !/^(ID|X|Unnamed: 0|\.\.\.1|)$/i.test(name)) return false
  return sample.every(cells => /^\d+$/.test(String(cells[at]).trim()))
}

function topicTest(
  header: readonly string[],
  places: readonly number[],
  sample: readonly (readonly Cell[])[],
  description: Description,
): (at: number) => boolean {
  const { dimensions, measures } = description
  if (measures.size > 0 && header.some(name => measures.has(name))) return at => !dimensions.has(header[at])
  const first = places.find(at => isNumbered(header[at]))
  if (first !== undefined) return at => at >= first
  const period = places.findLast(at => isPeriodName(header[at])) ?? -1
  const margin = places.findLast(at => areMargins(at, sample)) ?? -1
  const number = places.find(at => at > Math.max(period, margin) && holdsNumbers(at, sample))
  return at => number !== undefined && at >= number
}

function isPeriodName(name: string): boolean {
  return /^(Perioden|Periods?)$/i.test(name)
}

function areMargins(at: number, sample: readonly (readonly Cell[])[]): boolean {
  return sample.every(cells => marginKey(String(cells[at])) !== null)
}

function holdsNumbers(at: number, sample: readonly (readonly Cell[])[]): boolean {
  const filled = sample
    .map(cells => String(cells[at] ?? '').trim())
    .filter(cell => !/^(|\.|NA|nan)$/i.test(cell))
  return filled.every(cell => /^[+-]?[\d.,]+(e[+-]?\d+)?$/i.test(cell))
}

/** Perioden_label, Perioden_Date, Perioden_freq */
function isAddedColumn(header: readonly string[], at: number): boolean {
  const [, name] = /^(.+)_(label|Date|freq|numeric)$/.exec(header[at]) ?? []
  return name !== undefined && header.includes(name)
}

function labelColumn(header: readonly string[], added: readonly number[], name: string): number | null {
  return added.find(at => header[at] === `${name}_label`) ?? null
}

function hasCodes(dimensions: WideColumns['dimensions'], sample: readonly (readonly Cell[])[]): boolean {
  return dimensions.some(({ at }) => sample.every(cells => isPeriodCode(String(cells[at]).trim())))
}

function noTable({ where }: Rows, noTopics: boolean): EjzError {
  return new EjzError(
    'not-statline',
    `the file has no columns with ${noTopics ? 'topics' : 'dimensions'} of a StatLine table`,
    'download the table again, with at least one topic and one dimension',
    'data',
    { where: where(1) },
  )
}
