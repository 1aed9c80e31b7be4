/**
 * Delimiter and quote of a CSV, by trying each on the beginning of the file.
 *
 * The delimiter is the one that splits most rows like the header; among equals
 * the one that makes most columns. A decimal comma taken for a delimiter makes
 * rows longer than their header, and so loses.
 */
import { parse } from 'csv-parse/sync'
import { fileBeginning } from './file-blocks.ts'

export interface Dialect {
  readonly delimiter: string
  readonly quote: string
}

/** All of them, as a parser that expects the first it meets takes two rows for one. */
export const LINE_ENDS = ['\r\n', '\n', '\r'] as const

const BEGINNING = 1 << 16
export const DELIMITERS = [';', ',', '\t', '|']
const MOST_ROWS = 100

export function detectDialect(utf8Path: string): Dialect {
  const text = fileBeginning(utf8Path, BEGINNING).toString('utf8')
  const quote = detectQuote(text)
  const trials = DELIMITERS.map(delimiter => ({ delimiter, ...trial(text, { delimiter, quote }) }))
  const [best] = trials.toSorted((a, b) => b.alike - a.alike || b.columns - a.columns)
  return { delimiter: best.delimiter, quote }
}

/** Share of rows with as many fields as the header; a header that is not split scores lowest. */
function trial(text: string, dialect: Dialect): { alike: number; columns: number } {
  const lengths = fieldCounts(text, dialect)
  const columns = lengths[0] ?? 0
  if (columns < 2) return { alike: 0, columns }
  return { alike: lengths.filter(length => length === columns).length / lengths.length, columns }
}

/** Fields of the first rows; where the text ends in mid-row the last is left out. */
export function fieldCounts(text: string, { delimiter, quote }: Dialect): number[] {
  const counts: number[] = []
  try {
    parse(text, {
      bom: true,
      record_delimiter: [...LINE_ENDS],
      delimiter,
      quote,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: MOST_ROWS,
      on_record: (record: string[]) => {
        counts.push(record.length)
        return null
      },
    })
  } catch {
    // a quote that is not closed here: what was read before it counts
  }
  return counts.length > 2 ? counts.slice(0, -1) : counts
}

/** Apostrophes quote only where fields stand between them and double quotes nowhere do. */
export function detectQuote(text: string): string {
  if (/(^|[;,\t|])"/m.test(text)) return '"'
  const lines = text.split(/\r\n|\n|\r/, MOST_ROWS).filter(line => line !== '')
  const enclosed = lines.filter(line => /(^|[;,\t|])'[^']*'($|[;,\t|])/.test(line))
  return enclosed.length * 2 > lines.length ? "'" : '"'
}
