/** Extension records (type 7) of a .sav to be written; the numbers are their subtypes. */
import { SavBytes } from './sav-bytes.ts'
import { HIGHEST, LOWEST, SYSTEM_MISSING } from './sav-codebook.ts'
import type { SavColumn } from './sav-file.ts'
import { fitting, missingFields, writeCode } from './sav-write-codes.ts'
import type { LaidOut } from './sav-write-layout.ts'

const MEASURES = { nominal: 1, ordinal: 2, scale: 3 } as const

export function writeExtensions(bytes: SavBytes, layout: readonly LaidOut[], rows: number): void {
  const long = layout.filter(({ width }) => width > 8)
  const names = layout.map(({ column, segments }) => `${segments[0].shortName}=${column.name}`).join('\t')
  const widths = layout
    .filter(({ segments }) => segments.length > 1)
    .map(veryLongWidth)
    .join('')
  extension(bytes, 3, 4, record => record.int32(1, 0, 0, -1, 1, 1, 2, 65001))
  extension(bytes, 4, 8, record => record.double(SYSTEM_MISSING, HIGHEST, LOWEST))
  extension(bytes, 11, 4, record => writeDisplay(record, layout))
  extension(bytes, 13, 1, record => record.text(names, Buffer.byteLength(names)))
  extension(bytes, 14, 1, record => record.text(widths, widths.length))
  extension(bytes, 16, 8, record => {
    record.int64(1)
    record.int64(rows)
  })
  extension(bytes, 20, 1, record => record.text('UTF-8', 5))
  extension(bytes, 21, 1, record => {
    for (const laidOut of long) writeLongLabels(record, laidOut)
  })
  extension(bytes, 22, 1, record => {
    for (const { column } of long) writeLongMissing(record, column)
  })
}

/** Measure, width on screen and alignment of every variable of the file. */
function writeDisplay(record: SavBytes, layout: readonly LaidOut[]): void {
  for (const { column, segments } of layout) {
    const measure = column.measure ?? (column.type === 'text' ? 'nominal' : 'scale')
    const alignment = column.type === 'text' ? 0 : 1
    for (const { width } of segments) {
      record.int32(MEASURES[measure], Math.min(Math.max(width, 8), 40), alignment)
    }
  }
}

/** A record that stays empty is left out. */
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
