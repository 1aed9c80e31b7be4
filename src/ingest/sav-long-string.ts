/**
 * Extension records of strings that outgrew the first format: widths over 255
 * bytes (14), value labels (21) and missing values (22) of strings over 8 bytes.
 */
import type { Variable } from '../core/data-file.ts'
import { damaged } from './sav-cursor.ts'
import type { SavText } from './sav-text.ts'

export type LongStringLabels = Variable['valueLabels']
type Extensions = ReadonlyMap<number, Buffer>

const VERY_LONG = 14
const LABELS = 21
const MISSING = 22

/**
 * Short name → width: NAME=00500, closed by a zero byte and a tab. haven writes more than the 32,767 of SPSS.
 * A width that is none would leave the segments as variables of their own.
 */
export function veryLongWidths(path: string, extensions: Extensions, text: SavText): Map<string, number> {
  const pairs = text
    .decode(extensions.get(VERY_LONG) ?? Buffer.alloc(0), 'widths of long strings')
    .split(/[\0\t]+/)
    .filter(pair => pair !== '')
  const widths = pairs.map((pair): [string, number] => {
    const [name, width] = pair.split('=')
    if (!/^\d{1,8}$/.test(width ?? '')) throw damaged(path, `the width of a long text is ${width ?? pair}`)
    return [name, Number(width)]
  })
  return new Map(widths.filter(([, width]) => width > 255))
}

export function longStringLabels(
  path: string,
  extensions: Extensions,
  littleEndian: boolean,
  text: SavText,
): Map<string, LongStringLabels> {
  const result = new Map<string, LongStringLabels>()
  const record = new RecordReader(path, extensions.get(LABELS), littleEndian, 'labels of long strings')
  while (record.more()) {
    const name = text.decode(record.sized(), 'a variable name')
    record.int32()
    const labels = record.many(() => ({
      value: text.decode(record.sized(), `a code of ${name}`),
      label: text.decode(record.sized(), `a value label of ${name}`),
    }))
    result.set(name, labels)
  }
  return result
}

export function longStringMissing(
  path: string,
  extensions: Extensions,
  littleEndian: boolean,
  text: SavText,
): Map<string, string[]> {
  const result = new Map<string, string[]>()
  const record = new RecordReader(
    path,
    extensions.get(MISSING),
    littleEndian,
    'missing values of long strings',
  )
  while (record.more()) {
    const name = text.decode(record.sized(), 'a variable name')
    const [count] = record.bytes(1)
    const width = record.int32()
    if (width < 1) throw damaged(path, `a missing value of ${name} is ${width} bytes long`)
    const values = Array.from({ length: count }, (_, i) => {
      // PSPP 1.6 says the width before each value; no text begins with the bytes of a small number
      if (i > 0 && record.next32() === width) record.int32()
      return text.decode(record.bytes(width), `a missing value of ${name}`)
    })
    result.set(name, values)
  }
  return result
}

/** Walks over one record; a length that leads beyond its end is an error. */
class RecordReader {
  private at = 0

  constructor(
    private readonly path: string,
    private readonly record: Buffer = Buffer.alloc(0),
    private readonly littleEndian: boolean,
    private readonly what: string,
  ) {}

  more(): boolean {
    return this.at < this.record.length
  }

  bytes(length: number): Buffer {
    if (length < 0 || this.at + length > this.record.length)
      throw damaged(this.path, `the ${this.what} end too soon`)
    this.at += length
    return this.record.subarray(this.at - length, this.at)
  }

  int32(): number {
    const bytes = this.bytes(4)
    return this.littleEndian ? bytes.readInt32LE() : bytes.readInt32BE()
  }

  /** The number that would be read next; null near the end. */
  next32(): number | null {
    if (this.at + 4 > this.record.length) return null
    return this.littleEndian ? this.record.readInt32LE(this.at) : this.record.readInt32BE(this.at)
  }

  /** Bytes preceded by their number. */
  sized(): Buffer {
    return this.bytes(this.int32())
  }

  many<T>(read: () => T): T[] {
    const count = this.int32()
    const items: T[] = []
    for (let i = 0; i < count; i++) items.push(read())
    return items
  }
}
