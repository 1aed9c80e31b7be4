/** The dictionary of a .sav as bytes. */
import { SavBytes } from './sav-bytes.ts'
import { HIGHEST, LOWEST, SYSTEM_MISSING } from './sav-codebook.ts'
import { roundUp } from './sav-dictionary.ts'
import { type SavColumn, type SavFile, unwritable } from './sav-file.ts'
import { cellsOf, type LaidOut, type Segment } from './sav-write-layout.ts'

const BIAS = 100
const COMPRESSIONS = { none: 0, byte: 1, zsav: 2 } as const
const MEASURES = { nominal: 1, ordinal: 2, scale: 3 } as const

export function dictionaryBytes(file: SavFile, layout: readonly LaidOut[], rows: number): Buffer {
  const bytes = new SavBytes()
  writeHeader(bytes, file, layout, rows)
  for (const laidOut of layout) writeVariable(bytes, laidOut)
  for (const laidOut of layout) writeValueLabels(bytes, laidOut)
  writeDocuments(bytes, file.notes ?? [])
  writeExtensions(bytes, layout, rows)
  bytes.int32(999, 0)
  return bytes.done()
}

function writeHeader(bytes: SavBytes, file: SavFile, layout: readonly LaidOut[], rows: number): void {
  const compression = file.compression ?? 'byte'
  bytes.text(compression === 'zsav' ? '$FL3' : '$FL2', 4)
  bytes.text('@(#) SPSS DATA FILE ejz', 60)
  const cells = layout.flatMap(({ segments }) => segments.map(({ width }) => cellsOf(width)))
  bytes.int32(
    2,
    cells.reduce((sum, count) => sum + count, 0),
    COMPRESSIONS[compression],
    0,
    rows,
  )
  bytes.double(BIAS)
  bytes.text(creationDate(file.created), 9)
  bytes.text('00:00:00', 8)
  bytes.text(fitting(file.fileLabel ?? '', 64, 'the file label'), 64)
  bytes.text('', 3, 0)
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function creationDate(date: string): string {
  const match = /^\d\d(\d\d)-(\d\d)-(\d\d)$/.exec(date)
  const month = MONTHS[Number(match?.[2]) - 1]
  if (match === null || month === undefined) throw unwritable(`${date} is no date YYYY-MM-DD`)
  return `${match[3]} ${month} ${match[1]}`
}

function writeVariable(bytes: SavBytes, { column, segments, width, format }: LaidOut): void {
  for (const [i, segment] of segments.entries()) {
    const missing = i === 0 && width <= 8 ? missingFields(column) : { kind: 0, values: [] }
    const print = segments.length > 1 ? (1 << 16) | (segment.width << 8) : format
    const label = i === 0 ? fitting(column.label ?? '', 255, `the label of ${column.name}`) : ''
    bytes.int32(2, segment.width, label === '' ? 0 : 1, missing.kind, print, print)
    bytes.text(segment.shortName, 8)
    if (label !== '') {
      const length = Buffer.byteLength(label)
      bytes.int32(length)
      bytes.text(label, roundUp(length, 4))
    }
    for (const value of missing.values) writeCode(bytes, value)
    writeContinuations(bytes, segment)
  }
}

function writeContinuations(bytes: SavBytes, { width }: Segment): void {
  const print = (1 << 16) | (1 << 8)
  for (let cell = 1; cell < cellsOf(width); cell++) {
    bytes.int32(2, -1, 0, 0, print, print)
    bytes.text('', 8)
  }
}

function missingFields(column: SavColumn): { kind: number; values: readonly (number | string)[] } {
  const missing = column.missing ?? []
  const ranges = missing.filter(code => code.kind === 'range')
  const values = missing.filter(code => code.kind === 'value').map(({ value }) => value)
  if (ranges.length === 0 && values.length <= 3) return { kind: values.length, values }
  if (ranges.length > 1 || values.length > 1 || column.type === 'text') {
    throw unwritable(`column ${column.name} has more missing codes than three values, or a range and a value`)
  }
  const [{ from, to }] = ranges
  const range = [from === -Infinity ? LOWEST : from, to === Infinity ? HIGHEST : to]
  return { kind: -2 - values.length, values: [...range, ...values] }
}

function writeCode(bytes: SavBytes, value: number | string): void {
  if (typeof value === 'number') bytes.double(value)
  else bytes.text(fitting(value, 8, `the code ${value}`), 8)
}

function writeValueLabels(bytes: SavBytes, { column, width, cell }: LaidOut): void {
  const labels = column.valueLabels ?? []
  if (labels.length === 0 || width > 8) return
  bytes.int32(3, labels.length)
  for (const { value, label } of labels) {
    writeCode(bytes, value)
    const fitted = fitting(label, 255, `the label of code ${value} of ${column.name}`)
    const length = Buffer.byteLength(fitted)
    bytes.byte(length)
    bytes.text(fitted, roundUp(length + 1, 8) - 1)
  }
  bytes.int32(4, 1, cell + 1)
}

function writeDocuments(bytes: SavBytes, notes: readonly string[]): void {
  if (notes.length === 0) return
  bytes.int32(6, notes.length)
  for (const note of notes) bytes.text(fitting(note, 80, 'a note'), 80)
}

function writeExtensions(bytes: SavBytes, layout: readonly LaidOut[], rows: number): void {
  const segments = layout.flatMap(({ column, segments }) => segments.map(segment => ({ column, segment })))
  extension(bytes, 3, 4, record => record.int32(1, 0, 0, -1, 1, 1, 2, 65001))
  extension(bytes, 4, 8, record => record.double(SYSTEM_MISSING, HIGHEST, LOWEST))
  extension(bytes, 11, 4, record => {
    for (const { column, segment } of segments) {
      const measure = column.measure ?? (column.type === 'text' ? 'nominal' : 'scale')
      record.int32(
        MEASURES[measure],
        Math.min(Math.max(segment.width, 8), 40),
        column.type === 'text' ? 0 : 1,
      )
    }
  })
  const names = layout.map(({ column, segments }) => `${segments[0].shortName}=${column.name}`).join('\t')
  extension(bytes, 13, 1, record => record.text(names, Buffer.byteLength(names)))
  const widths = layout
    .filter(({ segments }) => segments.length > 1)
    .map(veryLongWidth)
    .join('')
  if (widths !== '') extension(bytes, 14, 1, record => record.text(widths, widths.length))
  extension(bytes, 16, 8, record => {
    record.int64(1)
    record.int64(rows)
  })
  extension(bytes, 20, 1, record => record.text('UTF-8', 5))
  const long = layout.filter(({ width }) => width > 8)
  extension(bytes, 21, 1, record => {
    for (const laidOut of long) writeLongLabels(record, laidOut)
  })
  extension(bytes, 22, 1, record => {
    for (const { column } of long) writeLongMissing(record, column)
  })
}

function extension(bytes: SavBytes, subtype: number, size: number, fill: (record: SavBytes) => void): void {
  const record = new SavBytes()
  fill(record)
  if (record.length === 0) return
  bytes.int32(7, subtype, size, record.length / size)
  bytes.bytes(record.done())
}

function veryLongWidth({ segments, width }: LaidOut): string {
  return `${segments[0].shortName}=${String(width).padStart(5, '0')}\0\t`
}

function writeLongLabels(record: SavBytes, { column, width }: LaidOut): void {
  const labels = column.valueLabels ?? []
  if (labels.length === 0) return
  writeSized(record, column.name)
  record.int32(width, labels.length)
  for (const { value, label } of labels) {
    const code = fitting(String(value), width, `the code ${value} of ${column.name}`)
    record.int32(width)
    record.text(code, width)
    writeSized(record, fitting(label, 255, `the label of code ${value} of ${column.name}`))
  }
}

function writeLongMissing(record: SavBytes, column: SavColumn): void {
  const { kind, values } = missingFields(column)
  if (kind === 0) return
  writeSized(record, column.name)
  record.byte(kind)
  record.int32(8)
  for (const value of values) writeCode(record, value)
}

function writeSized(record: SavBytes, text: string): void {
  const length = Buffer.byteLength(text)
  record.int32(length)
  record.text(text, length)
}

function fitting(text: string, most: number, what: string): string {
  const bytes = Buffer.byteLength(text)
  if (bytes <= most) return text
  throw unwritable(`${what} is ${bytes} bytes long; ${most} is the most`)
}
