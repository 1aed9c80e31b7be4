/**
 * The dictionary of a .sav as records, with its texts still as bytes.
 *
 * The encoding of the texts stands in one of the last records, so decoding is a
 * second step.
 * Source: PSPP Developer's Guide 1.6, "System File Format".
 */
import { damaged, type SavCursor, truncated } from './sav-cursor.ts'

export interface SavDictionary {
  readonly header: SavHeader
  /** one per eight-byte cell of a case, continuations included */
  readonly cells: readonly RawVariable[]
  readonly valueLabels: readonly RawValueLabels[]
  readonly documents: readonly Buffer[]
  /** extension records (type 7) by subtype */
  readonly extensions: ReadonlyMap<number, Buffer>
}

export interface SavHeader {
  readonly compression: 'none' | 'byte' | 'zlib'
  readonly littleEndian: boolean
  /** null where the writer did not know */
  readonly cases: number | null
  /** subtracted from a compressed code to give its number */
  readonly bias: number
  /** place among the cells, from 1, of the variable the file is weighted by; 0 = none */
  readonly weight: number
  readonly fileLabel: Buffer
}

export interface RawVariable {
  /** 0 = number, −1 = continuation of a string, else bytes of the string */
  readonly width: number
  readonly name: Buffer
  readonly label: Buffer
  /** packed formats */
  readonly print: number
  readonly write: number
  /** as in the file: 0-3 values, −2 a range, −3 a range and a value */
  readonly missingKind: number
  readonly missing: readonly Buffer[]
}

export interface RawValueLabels {
  readonly labels: readonly { readonly value: Buffer; readonly label: Buffer }[]
  /** places of the variables among the cells, from 1 */
  readonly places: readonly number[]
}

/** Leaves the cursor at the first byte of the data. */
export function readDictionary(cursor: SavCursor): SavDictionary {
  const header = readHeader(cursor)
  const found: Found = { cells: [], valueLabels: [], documents: [], extensions: new Map() }
  for (let items = 0, read = 1; read > 0; items += read) {
    read = readRecord(cursor, found)
    if (items > MOST_ITEMS) throw damaged(cursor.path, `its dictionary holds more than ${MOST_ITEMS} items`)
  }
  return { header, ...found }
}

/** Variables, labels, lines and records together; the largest dictionaries have some ten thousands. */
const MOST_ITEMS = 300_000

interface Found {
  readonly cells: RawVariable[]
  readonly valueLabels: RawValueLabels[]
  readonly documents: Buffer[]
  readonly extensions: Map<number, Buffer>
}

/** What a continuation of a string counts for: it takes no room of its own. */
const FREE = 1 / 64

/** Gives the number of items it read; 0 at the end of the dictionary. */
function readRecord(cursor: SavCursor, { cells, valueLabels, documents, extensions }: Found): number {
  const type = cursor.int32('a record')
  switch (type) {
    case 2: {
      const cell = readVariable(cursor)
      cells.push(cell)
      return cell === CONTINUATION ? FREE : 1
    }
    case 3: {
      const read = readValueLabels(cursor)
      valueLabels.push(read)
      return 1 + read.labels.length + read.places.length
    }
    case 6: {
      const lines = readDocuments(cursor)
      for (const line of lines) documents.push(line)
      return 1 + lines.length
    }
    case 7:
      readExtension(cursor, extensions)
      return 1
    case 999:
      cursor.int32('the end of the dictionary')
      return 0
    default:
      throw damaged(cursor.path, `its dictionary holds a record of unknown type ${type}`)
  }
}

function readHeader(cursor: SavCursor): SavHeader {
  const magic = cursor.bytes(4, 'the header').toString('latin1')
  cursor.bytes(60, 'the header')
  const layout = cursor.bytes(4, 'the header')
  if (![2, 3].includes(layout.readInt32LE()) && ![2, 3].includes(layout.readInt32BE())) {
    throw damaged(cursor.path, 'its layout code is neither 2 nor 3')
  }
  cursor.littleEndian = [2, 3].includes(layout.readInt32LE())
  cursor.int32('the header')
  const compression = COMPRESSIONS[cursor.int32('the header')]
  const weight = cursor.int32('the header')
  const cases = cursor.int32('the header')
  const bias = cursor.double('the header')
  cursor.bytes(17, 'the header')
  const fileLabel = cursor.bytes(64, 'the header')
  cursor.bytes(3, 'the header')
  if (compression === undefined) throw damaged(cursor.path, 'its compression is of no known kind')
  if ((compression === 'zlib') !== (magic === '$FL3')) {
    throw damaged(cursor.path, `it is marked ${magic} but its compression is ${compression}`)
  }
  if (!Number.isInteger(bias)) throw damaged(cursor.path, `the bias of its compression is ${bias}`)
  if (cases < -1) throw damaged(cursor.path, `it declares ${cases} cases`)
  const { littleEndian } = cursor
  return { compression, littleEndian, cases: cases === -1 ? null : cases, bias, weight, fileLabel }
}

const COMPRESSIONS = ['none', 'byte', 'zlib'] as const

function readVariable(cursor: SavCursor): RawVariable {
  const width = cursor.int32('a variable')
  const labelled = cursor.int32('a variable')
  const missingKind = cursor.int32('a variable')
  const print = cursor.int32('a variable')
  const write = cursor.int32('a variable')
  const name = cursor.bytes(8, 'a variable')
  if (width < -1 || width > 255) throw damaged(cursor.path, `a variable has width ${width}`)
  if (missingKind < -3 || missingKind === -1 || missingKind > 3) {
    throw damaged(cursor.path, `a variable has ${missingKind} missing values`)
  }
  if (width === -1 && labelled === 0 && missingKind === 0) return CONTINUATION
  const label = labelled === 0 ? EMPTY : readLabel(cursor)
  const missing = Array.from({ length: Math.abs(missingKind) }, () => cursor.bytes(8, 'missing values'))
  return { width, name, label, print, write, missingKind, missing }
}

const EMPTY = Buffer.alloc(0)
const CONTINUATION: RawVariable = {
  width: -1,
  name: EMPTY,
  label: EMPTY,
  print: 0,
  write: 0,
  missingKind: 0,
  missing: [],
}

function readLabel(cursor: SavCursor): Buffer {
  const length = cursor.int32('a variable label')
  if (length < 0) throw damaged(cursor.path, `a variable label is ${length} bytes long`)
  return cursor.bytes(roundUp(length, 4), 'a variable label').subarray(0, length)
}

/** Records 3 and 4 together: the labels, and the variables that have them. */
function readValueLabels(cursor: SavCursor): RawValueLabels {
  const count = countOf(cursor, 16, 'value labels')
  const labels = Array.from({ length: count }, () => {
    const value = cursor.bytes(8, 'a value label')
    const length = cursor.bytes(1, 'a value label')[0]
    const label = cursor.bytes(roundUp(length + 1, 8) - 1, 'a value label').subarray(0, length)
    return { value, label }
  })
  if (cursor.int32('value labels') !== 4) throw damaged(cursor.path, 'value labels belong to no variable')
  const variables = countOf(cursor, 4, 'the variables of value labels')
  const places = Array.from({ length: variables }, () => cursor.int32('the variables of value labels'))
  return { labels, places }
}

const DOCUMENT_LINE = 80

function readDocuments(cursor: SavCursor): Buffer[] {
  const lines = countOf(cursor, DOCUMENT_LINE, 'the documents')
  return Array.from({ length: lines }, () => cursor.bytes(DOCUMENT_LINE, 'the documents'))
}

function readExtension(cursor: SavCursor, extensions: Map<number, Buffer>): void {
  const subtype = cursor.int32('an extension record')
  const size = cursor.int32('an extension record')
  const count = cursor.int32('an extension record')
  if (size < 0 || count < 0) throw damaged(cursor.path, `extension record ${subtype} has a negative length`)
  const what = `extension record ${subtype}`
  if (KNOWN.has(subtype)) extensions.set(subtype, cursor.bytes(size * count, what))
  else cursor.skip(size * count, what)
}

/** Extension records that are read somewhere. */
const KNOWN: ReadonlySet<number> = new Set([3, 4, 5, 7, 11, 13, 14, 16, 17, 18, 19, 20, 21, 22])

/** A count of things of at least `bytes` bytes each, which must fit in the rest of the file. */
function countOf(cursor: SavCursor, bytes: number, what: string): number {
  const count = cursor.int32(what)
  if (count < 0 || count > MOST_ITEMS) throw damaged(cursor.path, `it declares ${count} ${what}`)
  if (count * bytes > cursor.left) throw truncated(cursor.path, what)
  return count
}

export function roundUp(value: number, to: number): number {
  return Math.ceil(value / to) * to
}
