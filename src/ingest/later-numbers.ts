/**
 * Searches a whole CSV for cells that tell the decimal mark, without parsing it.
 *
 * Only called when the beginning is silent: it looks at the bytes around each
 * mark between digits, and stops at the first cell that decides.
 */
import { parse } from 'csv-parse/sync'
import type { CsvFile, DecimalMark } from './csv-file.ts'
import { fileBlocks } from './file-blocks.ts'
import { numberForm, provenMark } from './number-form.ts'

export interface LaterNumbers {
  readonly proven: DecimalMark | null
  /** the first cell that could be either, if none decides */
  readonly ambiguous: readonly { readonly name: string; readonly line: number; readonly value: string }[]
}

export function laterNumbers(file: CsvFile, header: readonly string[]): LaterNumbers {
  let ambiguous: LaterNumbers['ambiguous'] = []
  for (const { text, line } of lineBlocks(file.utf8Path)) {
    for (const { value, at } of cellsWithMark(text, file)) {
      const form = numberForm(value)
      const proven = provenMark(form)
      if (proven !== null) return { proven, ambiguous: [] }
      if (form.endsWith('ambiguous') && ambiguous.length === 0) {
        ambiguous = [{ value, ...place(text, at, line, file, header) }]
      }
    }
  }
  return { proven: null, ambiguous }
}

/** Blocks of whole lines, each with the number of its first line. */
function* lineBlocks(path: string): Generator<{ text: string; line: number }> {
  let carried = ''
  let line = 1
  for (const block of fileBlocks(path)) {
    const text = carried + block.toString('latin1')
    const end = text.lastIndexOf('\n') + 1
    yield { text: text.slice(0, end), line }
    line += countBreaks(text, end)
    carried = text.slice(end)
  }
  yield { text: carried, line }
}

/** Cells that consist of digits and marks, between two boundaries. */
function* cellsWithMark(
  text: string,
  { delimiter, quote }: CsvFile,
): Generator<{ value: string; at: number }> {
  const boundary = `[\\n\\r${quote}${delimiter === '|' ? '\\|' : delimiter}]`
  const bare = delimiter === ',' ? '[+-]?\\d*\\.\\d+' : '[+-]?\\d*[.,]\\d[\\d.,]*'
  const quoted = `${quote}([+-]?[\\d.]*,\\d[\\d.,]*)${quote}`
  const pattern = new RegExp(`(?<=^|${boundary})(${bare})(?=$|${boundary})|${quoted}`, 'g')
  for (const match of text.matchAll(pattern)) yield { value: match[1] ?? match[2], at: match.index }
}

function place(text: string, at: number, firstLine: number, file: CsvFile, header: readonly string[]) {
  const start = text.lastIndexOf('\n', at) + 1
  const end = text.indexOf('\n', at)
  const row = text.slice(start, end === -1 ? undefined : end)
  const { delimiter, quote } = file
  const options = { delimiter, quote, relax_quotes: true, relax_column_count: true }
  const [fields]: string[][] = parse(row, options)
  const before: string[][] = parse(`${row.slice(0, at - start)}x`, options)
  const column = Math.min(before[0].length, fields.length) - 1
  return { name: header[column] ?? `number ${column + 1}`, line: firstLine + countBreaks(text, start) }
}

function countBreaks(text: string, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++
  return count
}
