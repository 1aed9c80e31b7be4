/** The dictionary of a .sav as bytes. */
import { SavBytes } from './sav-bytes.ts'
import { roundUp } from './sav-dictionary.ts'
import { type SavHead, unwritable } from './sav-file.ts'
import { fitting, missingFields, writeCode } from './sav-write-codes.ts'
import { writeExtensions } from './sav-write-extensions.ts'
import { cellsOf, type LaidOut, type Segment } from './sav-write-layout.ts'

const BIAS = 100
const COMPRESSIONS = { none: 0, byte: 1, zsav: 2 } as const

export function dictionaryBytes(file: SavHead, layout: readonly LaidOut[], rows: number): Buffer {
  const bytes = new SavBytes()
  writeHeader(bytes, file, layout, rows)
  for (const laidOut of layout) writeVariable(bytes, laidOut)
  for (const laidOut of layout) writeValueLabels(bytes, laidOut)
  writeDocuments(bytes, file.notes ?? [])
  writeExtensions(bytes, file, layout, rows)
  bytes.int32(999, 0)
  return bytes.done()
}

function writeHeader(bytes: SavBytes, file: SavHead, layout: readonly LaidOut[], rows: number): void {
  const compression = file.compression ?? 'byte'
  bytes.text(compression === 'zsav' ? '$FL3' : '$FL2', 4)
  bytes.text('@(#) SPSS DATA FILE ejz', 60)
  const cells = layout.flatMap(({ segments }) => segments.map(({ width }) => cellsOf(width)))
  bytes.int32(
    2,
    cells.reduce((sum, count) => sum + count, 0),
    COMPRESSIONS[compression],
    weightPlace(file, layout),
    rows,
  )
  bytes.double(BIAS)
  bytes.text(creationDate(file.created), 9)
  bytes.text('00:00:00', 8)
  bytes.text(fitting(file.fileLabel ?? '', 64, 'the file label'), 64)
  bytes.text('', 3, 0)
}

function weightPlace({ facts }: SavHead, layout: readonly LaidOut[]): number {
  const weight = facts?.weight ?? null
  return weight === null ? 0 : 1 + (layout.find(({ variable }) => variable.name === weight)?.cell ?? -1)
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function creationDate(date: string): string {
  const match = /^\d\d(\d\d)-(\d\d)-(\d\d)$/.exec(date)
  const month = MONTHS[Number(match?.[2]) - 1]
  if (match === null || month === undefined) throw unwritable(`${date} is no date YYYY-MM-DD`)
  return `${match[3]} ${month} ${match[1]}`
}

function writeVariable(bytes: SavBytes, { variable, segments, width, ...formats }: LaidOut): void {
  for (const [i, segment] of segments.entries()) {
    const missing = i === 0 && width <= 8 ? missingFields(variable) : { kind: 0, values: [] }
    const segmentFormat = (1 << 16) | (segment.width << 8)
    const { print, write } = segments.length > 1 ? { print: segmentFormat, write: segmentFormat } : formats
    const label = i === 0 ? (variable.label ?? '') : ''
    bytes.int32(2, segment.width, label === '' ? 0 : 1, missing.kind, print, write)
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

function writeValueLabels(bytes: SavBytes, { variable, width, cell }: LaidOut): void {
  const labels = variable.valueLabels ?? []
  if (labels.length === 0 || width > 8) return
  bytes.int32(3, labels.length)
  for (const { value, label } of labels) {
    writeCode(bytes, value)
    const fitted = fitting(label, 255, `the label of code ${value} of ${variable.name}`)
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
