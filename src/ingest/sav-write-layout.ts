/** Where each column of a .sav goes: short names, cells, and segments of long strings. */
import { SEGMENT_BYTES, SEGMENT_WIDTH } from './sav-codebook.ts'
import { type SavVariable, unwritable } from './sav-file.ts'
import { packFormat } from './sav-format.ts'

export interface LaidOut {
  readonly variable: SavVariable
  /** bytes of a string; 0 = number */
  readonly width: number
  /** first cell of the case */
  readonly cell: number
  readonly segments: readonly Segment[]
  /** packed formats */
  readonly print: number
  readonly write: number
}

/** One variable of the file; only strings over 255 bytes have more than one. */
export interface Segment {
  readonly shortName: string
  readonly width: number
}

const WIDEST = 32767

export function layOut(variables: readonly SavVariable[]): LaidOut[] {
  const shortNames = new Set<string>()
  const names = new Set<string>()
  let cell = 0
  return variables.map(variable => {
    checkName(variable.name, names)
    const width = widthOf(variable)
    const segments = segmentWidths(width).map(segment => ({
      shortName: shortName(variable.name, shortNames),
      width: segment,
    }))
    const print = packed(variable, variable.format ?? (width === 0 ? 'F8.2' : `A${width}`))
    const write = variable.writeFormat === undefined ? print : packed(variable, variable.writeFormat)
    const laidOut = { variable, width, cell, segments, print, write }
    cell += segments.reduce((sum, segment) => sum + cellsOf(segment.width), 0)
    return laidOut
  })
}

export function cellsOf(width: number): number {
  return Math.max(1, Math.ceil(width / 8))
}

function widthOf(variable: SavVariable): number {
  if (variable.type === 'number') return 0
  const { name, width } = variable
  if (Number.isInteger(width) && width >= 1 && width <= WIDEST) return width
  throw unwritable(`texts of column ${name} are ${width} bytes long; ${WIDEST} is the most`)
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
  if (!/^[\p{L}@#$][\p{L}\p{M}\p{N}@#$._]*$/u.test(name)) {
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

function packed({ name, type }: SavVariable, format: string): number {
  const packed = packFormat(format)
  const isText = /^A(HEX)?\d/.test(format)
  if (packed === null || isText !== (type === 'text')) {
    throw unwritable(`column ${name} cannot have the format ${format}`)
  }
  return packed
}
