/**
 * Opens a CSV: encoding, delimiter, quote, decimal mark and column types by evidence.
 *
 * The evidence is taken from the beginning of the file. A column counts as
 * numeric when at least half of its cells are numbers; cells further down that do
 * not fit are found, counted and kept when the columns are registered. An empty
 * cell and R's NA are blanks.
 */
import type { DataFile, Variable } from '../core/data-file.ts'
import { EjzError, type Problem } from '../core/error.ts'
import { detectDialect } from './csv-dialect.ts'
import { type CsvSample, readSample } from './csv-sample.ts'
import { decideDecimal } from './decimal-mark.ts'
import { isBlank, numberForm } from './number-form.ts'
import type { OpenedContent, OpenOptions } from './opened-content.ts'
import { asUtf8 } from './text-encoding.ts'

export function openCsv(
  path: string,
  options: OpenOptions,
  text: { utf8: boolean; zeros: boolean },
): OpenedContent {
  const utf8 = asUtf8(path, options.encoding ?? null, text)
  const dialect = detectDialect(utf8.path)
  const sample = readSample(utf8.path, path, dialect)
  checkHeader(sample, path)
  checkRows(sample, path)
  const file = { path, utf8Path: utf8.path, ...dialect }
  const decimal = MARKS[options.decimal ?? decideDecimal(file, sample)]
  return {
    encoding: utf8.encoding,
    rows: null,
    variables: sample.header.map((name, column) => variable(name, sample, column, decimal)),
    notes: [],
    warnings: utf8.warnings,
    content: { kind: 'csv', path: utf8.path, ...dialect, decimal } satisfies DataFile['content'],
  }
}

const MARKS = { point: '.', comma: ',' } as const

function variable(name: string, sample: CsvSample, column: number, decimal: '.' | ','): Variable {
  const numeric = isNumeric(sample, column, decimal)
  return {
    name,
    label: '',
    type: numeric ? 'number' : 'text',
    format: numeric ? 'DOUBLE' : 'VARCHAR',
    valueLabels: [],
    missing: [],
  }
}

/** Longer whole numbers, such as some identifiers, would lose digits as numbers. */
const MOST_DIGITS = 15

function isNumeric(sample: CsvSample, column: number, decimal: '.' | ','): boolean {
  let numbers = 0
  let filled = 0
  for (const { fields } of sample.records) {
    const cell = fields[column].trim()
    if (isBlank(cell)) continue
    filled++
    const form = numberForm(cell)
    if (form === 'whole' && cell.length > MOST_DIGITS) return false
    if (form === 'whole' || fits(form, decimal)) numbers++
  }
  return numbers * 2 >= filled
}

function fits(form: string, decimal: '.' | ','): boolean {
  const [plain, ambiguous] =
    decimal === '.' ? ['point-decimal', 'point-ambiguous'] : ['comma-decimal', 'comma-ambiguous']
  return form === plain || form === ambiguous
}

function checkHeader(sample: CsvSample, path: string): void {
  const problems = [...unnamed(sample, path), ...duplicates(sample, path), ...numbersAsNames(sample, path)]
  if (problems.length > 0) throw EjzError.of(problems, 'data')
}

function unnamed({ header, headerLine }: CsvSample, path: string): Problem[] {
  const places = header.flatMap((name, i) => (name === '' ? [i + 1] : []))
  if (places.length === 0) return []
  return [
    {
      code: 'unnamed-column',
      message: `column ${places.join(', ')} of the header has no name`,
      hint: 'name it or leave it out; in R: write.csv(…, row.names = FALSE)',
      where: `${path}:${headerLine}`,
    },
  ]
}

/** In any case: the engine, like SPSS, does not tell Age from AGE. */
function duplicates({ header, headerLine }: CsvSample, path: string): Problem[] {
  const places = new Map<string, number[]>()
  for (const [column, name] of header.entries()) {
    const key = name.toLowerCase()
    places.set(key, [...(places.get(key) ?? []), column])
  }
  return [...places.values()]
    .filter(same => same.length > 1 && header[same[0]] !== '')
    .map(same => ({
      code: 'duplicate-column',
      message: `column ${header[same[0]]} stands ${same.length} times in the header (columns ${same.map(column => column + 1).join(', ')})`,
      hint: 'give every column its own name; upper and lower case do not count as different',
      where: `${path}:${headerLine}`,
    }))
}

function numbersAsNames({ header, headerLine }: CsvSample, path: string): Problem[] {
  if (!header.every(name => numberForm(name) !== 'other')) return []
  return [
    {
      code: 'no-header',
      message: 'the first row holds numbers, not the names of columns',
      hint: 'write the names of the columns on the first line',
      where: `${path}:${headerLine}`,
    },
  ]
}

function checkRows({ header, records, whole }: CsvSample, path: string): void {
  if (records.length === 0 && whole) {
    throw new EjzError('no-rows', 'the file has a header but no rows', 'deliver it again', 'data', {
      where: path,
    })
  }
  const ragged = records.filter(({ fields }) => fields.length !== header.length)
  if (ragged.length === 0) return
  const [{ fields, line }] = ragged
  const problem = {
    code: 'ragged-row',
    message: `a row has ${fields.length} fields where the header has ${header.length}`,
    hint: 'put fields that hold the delimiter in quotes, and remove footers and notes under the data',
    where: `${path}:${line}`,
    count: ragged.length,
  }
  throw EjzError.of([problem], 'data')
}
