/**
 * A small tidy table from a CSV: standards, population figures, registers.
 *
 * Delimiter and decimal mark are decided by evidence over the whole file. A
 * number such as 1.234, which is a thousand in Dutch and one-and-a-bit in
 * English, is refused when nothing else in the file tells which it is.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'csv-parse/sync'
import { EjzError, type Problem } from '../core/error.ts'
import { numberForm, provenMark, toNumber } from './number-form.ts'

export interface TableShape {
  readonly numbers: readonly string[]
  readonly texts?: readonly string[]
  /** those of `numbers` and `texts` that may be absent from the header */
  readonly optional?: readonly string[]
  /** no other columns: one that is misspelt must not pass unseen */
  readonly closed?: boolean
}

export interface SmallRow {
  /** line in the file, for messages */
  readonly line: number
  readonly numbers: Readonly<Record<string, number>>
  readonly texts: Readonly<Record<string, string>>
}

/** The rows of the file; only the columns of `shape`, whose names match in any case. */
export function readSmallTable(path: string, shape: TableShape): SmallRow[] {
  const { header, records } = splitRecords(path)
  const places = columnPlaces(path, header, shape)
  const pick = (names: readonly string[], fields: readonly string[]): Map<string, string> =>
    new Map(
      places.filter(({ name }) => names.includes(name)).map(({ name, at }) => [name, fields[at].trim()]),
    )
  const spelled = records.map(({ fields }) => pick(shape.numbers, fields))
  const mark = decimalMark(spelled.flatMap(row => [...row.values()]))
  const problems: Problem[] = []
  const rows = records.map(({ line, fields }, i) => ({
    line,
    numbers: Object.fromEntries(
      [...spelled[i]].map(([name, text]) => [
        name,
        readNumber(text, mark, problems, name, `${basename(path)}:${line}`),
      ]),
    ),
    texts: Object.fromEntries(pick(shape.texts ?? [], fields)),
  }))
  if (problems.length > 0) throw EjzError.of(problems, 'data')
  return rows
}

interface RawRecord {
  readonly line: number
  readonly fields: readonly string[]
}

function splitRecords(path: string): { header: string[]; records: RawRecord[] } {
  const [first, ...rest] = parseRecords(path, readText(path))
  if (first === undefined || rest.length === 0) {
    throw new EjzError('table-empty', `${path} holds no rows`, 'write a header line and at least one row')
  }
  return { header: first.fields.map(name => name.trim()), records: rest }
}

function parseRecords(path: string, text: string): RawRecord[] {
  const lines: number[] = []
  const options = { bom: true, delimiter: likelyDelimiter(text), skip_empty_lines: true }
  try {
    const records = parse(text, {
      ...options,
      on_record: (record: string[], { lines: line }) => {
        lines.push(line)
        return record
      },
    })
    return records.map((fields, i) => ({ line: lines[i], fields }))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const hint = 'every row must have as many fields as the header'
    throw new EjzError('table-unreadable', `cannot read the table ${path}: ${reason}`, hint, 'data', {
      cause,
    })
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new EjzError(
      'file-not-readable',
      `cannot open ${path}`,
      'check the name and the folder; paths in a study file are relative to that file',
      'usage',
      { cause },
    )
  }
}

/** The mark that the header line holds most of; a tidy header has no such marks inside its names. */
function likelyDelimiter(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/))
  const count = (mark: string) => header.split(mark).length
  return [';', '\t', ','].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

function columnPlaces(
  path: string,
  header: readonly string[],
  shape: TableShape,
): { name: string; at: number }[] {
  const lower = header.map(name => name.toLowerCase())
  const wanted = [...shape.numbers, ...(shape.texts ?? [])]
  const places = wanted.map(name => ({ name, at: lower.indexOf(name.toLowerCase()) }))
  const absent = places.filter(({ name, at }) => at < 0 && !shape.optional?.includes(name))
  const doubled = places.filter(({ at }) => at >= 0 && lower.indexOf(lower[at], at + 1) >= 0)
  const list = (columns: readonly { name: string }[]) => columns.map(column => column.name).join(', ')
  if (absent.length > 0) throw badHeader(path, `has no column ${list(absent)}`, header, wanted)
  const others = lower.filter(name => !wanted.some(known => known.toLowerCase() === name))
  if (shape.closed && others.length > 0) {
    throw badHeader(path, `has columns that are not known: ${others.join(', ')}`, header, wanted)
  }
  if (doubled.length > 0) throw badHeader(path, `has two columns ${list(doubled)}`, header, wanted)
  return places.filter(({ at }) => at >= 0)
}

function badHeader(
  path: string,
  what: string,
  header: readonly string[],
  wanted: readonly string[],
): EjzError {
  return new EjzError(
    'table-columns',
    `${path} ${what}; it has ${header.join(', ')}`,
    `the columns of this table are ${wanted.join(', ')}`,
    'data',
    { where: `${basename(path)}:1` },
  )
}

type Mark = 'point' | 'comma' | null

/** The one mark that the values prove; null when none does, or both are proven. */
function decimalMark(values: readonly string[]): Mark {
  const proven = new Set(values.map(value => provenMark(numberForm(value))).filter(mark => mark !== null))
  const [mark] = proven
  return proven.size === 1 ? mark : null
}

function readNumber(text: string, mark: Mark, problems: Problem[], name: string, where: string): number {
  const value = numberForm(text) === 'whole' ? Number(text) : mark === null ? null : toNumber(text, mark)
  if (value !== null) return value
  const ambiguous = mark === null && numberForm(text).endsWith('ambiguous')
  problems.push({
    code: ambiguous ? 'ambiguous-number' : 'number-unreadable',
    message: ambiguous
      ? `${name} ${text} may be a thousand-fold or a decimal number, and nothing in the file tells which`
      : `${name} "${text}" is not a number`,
    hint: ambiguous
      ? 'write numbers without thousands marks'
      : 'write plain figures such as 81234 or 81234.5',
    where,
  })
  return Number.NaN
}
