/** The header and the first records of a CSV, each with its line in the file. */
import { parse } from 'csv-parse/sync'
import { EjzError } from '../core/error.ts'
import { type Dialect, LINE_ENDS } from './csv-dialect.ts'
import { fileBeginning } from './file-blocks.ts'

export interface CsvSample {
  readonly header: readonly string[]
  readonly headerLine: number
  readonly records: readonly CsvRecord[]
  /** the records are all there are */
  readonly whole: boolean
}

export interface CsvRecord {
  readonly line: number
  readonly fields: readonly string[]
}

const BEGINNING = 1 << 20
const MOST_RECORDS = 1000

/** `path` is what messages name: the original. */
export function readSample(utf8Path: string, path: string, dialect: Dialect): CsvSample {
  const bytes = fileBeginning(utf8Path, BEGINNING)
  const cut = bytes.length === BEGINNING
  const records = readRecords(bytes.toString('utf8'), dialect, cut, path)
  const [first, ...rest] = records
  if (first === undefined) {
    throw new EjzError('empty-file', 'the file holds nothing but blank lines', 'deliver it again', 'data', {
      where: path,
    })
  }
  const header = first.fields.map(name => name.trim())
  return { header, headerLine: first.line, records: rest, whole: !cut && rest.length < MOST_RECORDS }
}

/** A record that the end of the beginning cuts through is left out. */
function readRecords(text: string, dialect: Dialect, cut: boolean, path: string): CsvRecord[] {
  const records: CsvRecord[] = []
  try {
    parse(text, {
      ...dialect,
      bom: true,
      record_delimiter: [...LINE_ENDS],
      relax_column_count: true,
      skip_empty_lines: true,
      to: MOST_RECORDS + 1,
      on_record: (fields: string[], { lines }) => {
        records.push({ line: firstLine(fields, lines), fields })
        return null
      },
    })
  } catch (cause) {
    if (!cut || !isUnclosedQuote(cause)) throw malformed(cause, path)
    return records
  }
  return cut && records.length <= MOST_RECORDS ? records.slice(0, -1) : records
}

/** The parser counts lines to the end of a record; a quoted field may span several. */
function firstLine(fields: readonly string[], lastLine: number): number {
  const breaks = fields.reduce((sum, field) => sum + (field.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
  return lastLine - breaks
}

function isUnclosedQuote(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'CSV_QUOTE_NOT_CLOSED'
}

function malformed(cause: unknown, path: string): EjzError {
  const lines = cause instanceof Error && 'lines' in cause ? `:${cause.lines}` : ''
  const unclosed = isUnclosedQuote(cause)
  return new EjzError(
    unclosed ? 'unclosed-quote' : 'malformed-csv',
    unclosed
      ? 'a quote is opened and never closed'
      : `the quotes do not fit: ${cause instanceof Error ? cause.message : String(cause)}`,
    'a quote inside a quoted field is written twice ("")',
    'data',
    { where: `${path}${lines}`, cause },
  )
}
