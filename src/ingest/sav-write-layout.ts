/** Where each column of a .sav goes: short names, cells, and segments of long strings. */
import { SEGMENT_BYTES, SEGMENT_WIDTH } from './sav-codebook.ts'
import { type SavColumn, unwritable } from './sav-file.ts'
import { packFormat } from './sav-format.ts'

export interface LaidOut {
  readonly column: SavColumn
  /** bytes of a string; 0 = number */
  readonly width: number
  /** first cell of the case */
  readonly cell: number
  readonly segments: readonly Segment[]
  /** packed print format */
  readonly format: number
}

/** One variable of the file; only strings over 255 bytes have more than one. */
export interface Segment {
  readonly shortName: string
  readonly width: number
}

const WIDEST = 32767

export function layOut(columns: readonly SavColumn[]): LaidOut[] {
  const shortNames = new Set<string>()
  const names = new Set<string>()
  let cell = 0
  return columns.map(column => {
    checkName(column.name, names)
    const width = column.type === 'number' ? 0 : textWidth(column)
    const segments = segmentWidths(width).map(segment => ({
      shortName: shortName(column.name, shortNames),
      width: segment,
    }))
    const laidOut = { column, width, cell, segments, format: printFormat(column, width) }
    cell += segments.reduce((sum, segment) => sum + cellsOf(segment.width), 0)
    return laidOut
  })
}

export function cellsOf(width: number): number {
  return Math.max(1, Math.ceil(width / 8))
}

function textWidth(column: SavColumn & { type: 'text' }): number {
  const longest = column.width ?? Math.max(1, ...byteLengths(column.values))
  if (Number.isInteger(longest) && longest >= 1 && longest <= WIDEST) return longest
  throw unwritable(`texts of column ${column.name} are ${longest} bytes long; ${WIDEST} is the most`)
}

function byteLengths(values: ArrayLike<string | null>): Set<number> {
  const lengths = new Set<number>()
  for (let row = 0; row < values.length; row++) lengths.add(Buffer.byteLength(values[row] ?? ''))
  return lengths
}

function segmentWidths(width: number): number[] {
  if (width <= SEGMENT_BYTES) return [width]
  const count = Math.ceil(width / SEGMENT_WIDTH)
  const last = width - (count - 1) * SEGMENT_WIDTH
  return Array.from({ length: count }, (_, i) => (i < count - 1 ? SEGMENT_BYTES : last))
}

function checkName(name: string, names: Set<string>): void {
  const bytes = Buffer.byteLength(name)
  if (bytes > 64) throw unwritable(`the name ${name} is ${bytes} bytes long; 64 is the most`)
  if (!/^[\p{L}@#$][\p{L}\p{M}\p{N}@#$._]*$/u.test(name) || name.endsWith('.')) {
    throw unwritable(
      `${name} is no name for a variable: letters, digits, point and underscore, a letter first`,
    )
  }
  const key = name.toLowerCase()
  if (names.has(key)) throw unwritable(`two columns are named ${name}`)
  names.add(key)
}

/** The first eight letters where they are free, else V and a number. */
function shortName(name: string, taken: Set<string>): string {
  const plain = name.toUpperCase().slice(0, 8)
  let short = /^[A-Z@#$][A-Z0-9@#$._]*[A-Z0-9@#$_]$|^[A-Z]$/.test(plain) ? plain : 'V1'
  for (let number = 1; taken.has(short); number++) short = `V${number}`
  taken.add(short)
  return short
}

function printFormat(column: SavColumn, width: number): number {
  const name = column.format ?? (column.type === 'number' ? 'F8.2' : `A${width}`)
  const packed = packFormat(name)
  const isText = /^A/.test(name) && !/^ADATE/.test(name)
  if (packed === null || isText !== (column.type === 'text')) {
    throw unwritable(`column ${column.name} cannot have the format ${name}`)
  }
  return packed
}
