/** What one file of a StatLine download is, by its content; null = nothing of StatLine. */
import { EjzError } from '../../core/error.ts'
import type { Warning } from '../../core/warning.ts'
import { DELIMITERS, type Dialect, detectQuote, fieldCounts } from '../csv-dialect.ts'
import { fileKind, isJsonText } from '../file-kind.ts'
import { utf8Bytes } from '../text-encoding.ts'
import { type CsvPart, recogniseCsv } from './csv-part.ts'
import type { FilePart } from './file-part.ts'
import { type JsonPart, readJsonPart } from './json-part.ts'
import { isFooter } from './rows.ts'
import { scanRecords } from './scan-records.ts'

export type Recognised =
  | {
      readonly format: 'csv'
      readonly file: FilePart
      readonly part: CsvPart
      readonly open: () => { readonly text: string; readonly warnings: readonly Warning[] }
      readonly dialect: Dialect
      readonly header: readonly string[]
    }
  | { readonly format: 'json'; readonly file: FilePart; readonly part: JsonPart }

/** Throws for what cannot be read at all, such as a web page that was saved as a table. */
export function recognise(file: FilePart): Recognised | null {
  const { head, tail } = file.ends()
  const text = beginningOf(head)
  if (isJsonText(text)) {
    const part = readJsonPart(utf8Bytes(file.where, file.bytes()).bytes, file.where)
    return part === null ? null : { format: 'json', file, part }
  }
  if (fileKind(file.where, head.subarray(0, 4096)) !== 'csv') return null
  const dialect = modalDialect(text)
  const rows = firstAndLast(text, tail, dialect, file.where)
  const part = recogniseCsv(rows)
  const header = (rows[0] ?? []).map(name => name.trim())
  const open = () => {
    const { bytes, warnings } = utf8Bytes(file.where, file.bytes())
    return { text: bytes.toString('utf8'), warnings }
  }
  return part === null ? null : { format: 'csv', file, part, open, dialect, header }
}

/** Enough to see headings and signs; letters with accents may be wrong where the file is no UTF-8. */
function beginningOf(head: Buffer): string {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  if (isWide) return utf8Bytes('', head.subarray(0, head.length & ~1)).bytes.toString('utf8')
  return head.toString('utf8').replace(/^\ufeff/, '')
}

const FIRST_ROWS = 200

/** The delimiter under which most rows are equally long, for a title above the table has but one cell. */
function modalDialect(text: string): Dialect {
  const quote = detectQuote(text)
  const trials = DELIMITERS.map(delimiter => {
    const counts = fieldCounts(text, { delimiter, quote })
    const frequency = new Map<number, number>()
    for (const count of counts) if (count > 1) frequency.set(count, (frequency.get(count) ?? 0) + 1)
    const [columns = 1, rows = 0] = [...frequency].toSorted((a, b) => b[1] - a[1])[0] ?? []
    return { delimiter, share: rows / Math.max(1, counts.length), columns }
  })
  const [best] = trials.toSorted((a, b) => b.share - a.share || b.columns - a.columns)
  return { delimiter: best.delimiter, quote }
}

/** The source stands on the last line; of what the beginning cuts off, nothing is taken. */
function firstAndLast(text: string, tail: Buffer, dialect: Dialect, path: string): string[][] {
  const rows: string[][] = []
  try {
    scanRecords(text, dialect, path, fields => rows.push(fields), FIRST_ROWS)
  } catch (error) {
    if (!(error instanceof EjzError)) throw error
  }
  const whole = rows.length < FIRST_ROWS && Buffer.byteLength(text) > MOST_WHOLE ? rows.slice(0, -1) : rows
  const last =
    tail
      .toString('utf8')
      .split(/\r\n|\n|\r/)
      .findLast(line => line.trim() !== '') ?? ''
  const cells = last.split(dialect.delimiter).map(cell => cell.replaceAll(dialect.quote, ''))
  return isFooter(cells) ? [...whole, cells] : whole
}

/** Shorter beginnings are whole files. */
const MOST_WHOLE = 60_000
