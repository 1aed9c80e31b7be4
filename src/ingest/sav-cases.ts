/**
 * Cases of a .sav, one at a time, as cells of eight bytes.
 *
 * Byte compression: eight codes, then the eight-byte values of those codes that
 * are 253. Codes of a group run on into the next case; the last group is filled
 * up with zeros, which mean nothing.
 * Source: PSPP Developer's Guide 1.6, "Data Record".
 */

import { damaged, truncated } from './sav-cursor.ts'
import type { SavHeader } from './sav-dictionary.ts'

export interface SavCases {
  /** Moves to the next case; false after the last. */
  next(): boolean
  /** whether the data said themselves that they end here */
  readonly ended: boolean
  /** The case lies in `bytes` and `view` from `offset`; valid until `next`. */
  readonly bytes: Buffer
  readonly view: DataView
  readonly offset: number
  /** its cells as numbers, where they lie in the byte order of the machine; else null */
  readonly numbers: Float64Array | null
}

export function savCases(path: string, header: SavHeader, cells: number, blocks: Iterable<Buffer>): SavCases {
  const feed = new Feed(blocks)
  return header.compression === 'none'
    ? new PlainCases(path, cells, feed)
    : new CodedCases(path, header, cells, feed)
}

/** Bytes one after another from blocks of any length. */
class Feed {
  bytes: Buffer = Buffer.alloc(0)
  view = viewOf(this.bytes)
  position = 0
  private readonly blocks: Iterator<Buffer>

  constructor(blocks: Iterable<Buffer>) {
    this.blocks = blocks[Symbol.iterator]()
  }

  /**
   * Sees to it that `count` bytes lie together from `position`; false when the data end before.
   * What is left is copied first, as the next block may be read into the same memory.
   */
  has(count: number): boolean {
    return this.left >= count || this.fetch(count)
  }

  private fetch(count: number): boolean {
    const rest = Buffer.from(this.bytes.subarray(this.position))
    const pieces: Buffer[] = rest.length === 0 ? [] : [rest]
    let length = rest.length
    let ended = false
    while (length < count && !ended) {
      const { done, value } = this.blocks.next()
      if (done) ended = true
      else {
        length += value.length
        pieces.push(length < count ? Buffer.from(value) : value)
      }
    }
    this.bytes = pieces.length === 1 ? pieces[0] : Buffer.concat(pieces)
    this.view = viewOf(this.bytes)
    this.position = 0
    return !ended
  }

  get left(): number {
    return this.bytes.length - this.position
  }
}

class PlainCases implements SavCases {
  offset = 0
  readonly ended = false
  readonly numbers = null
  private readonly length: number

  constructor(
    private readonly path: string,
    cells: number,
    private readonly feed: Feed,
  ) {
    this.length = cells * 8
  }

  get bytes(): Buffer {
    return this.feed.bytes
  }

  get view(): DataView {
    return this.feed.view
  }

  next(): boolean {
    if (!this.feed.has(this.length)) {
      if (this.feed.left > 0) throw truncated(this.path, 'a case')
      return false
    }
    this.offset = this.feed.position
    this.feed.position += this.length
    return true
  }
}

const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1
const CODES = 8
/** A file may be filled up with zeros after its last case, but not without end. */
const MOST_IDLE = 1 << 13
const FILLER = 0
const END = 252
const VALUE = 253
const SPACES = 254
const MISSING = 255

class CodedCases implements SavCases {
  readonly bytes: Buffer
  readonly view: DataView
  readonly offset = 0
  readonly numbers: Float64Array | null
  ended = false
  private readonly codes = new Uint8Array(CODES)
  private code = CODES
  /** the number of each code that is one */
  private readonly decoded: Float64Array
  /** groups of codes in a row that mean nothing */
  private idle = 0

  constructor(
    private readonly path: string,
    private readonly header: SavHeader,
    private readonly cells: number,
    private readonly feed: Feed,
  ) {
    const memory = new ArrayBuffer(cells * 8)
    this.bytes = Buffer.from(memory)
    this.view = new DataView(memory)
    this.numbers = header.littleEndian === LITTLE_ENDIAN ? new Float64Array(memory) : null
    this.decoded = Float64Array.from({ length: 256 }, (_, code) =>
      code === MISSING ? Number.NaN : code - header.bias,
    )
  }

  next(): boolean {
    const { numbers, view, codes, cells, decoded } = this
    for (let cell = 0; cell < cells; ) {
      if (this.code === CODES && !this.readCodes(cell)) return false
      const code = codes[this.code++]
      if (code === VALUE) this.copyValue(cell++ * 8)
      else if (code === FILLER) continue
      else if (code === END) return this.end(cell)
      else if (code === SPACES) this.spaces(cell++ * 8)
      else if (numbers !== null) numbers[cell++] = decoded[code]
      else view.setFloat64(cell++ * 8, decoded[code], this.header.littleEndian)
    }
    return true
  }

  /** The next eight codes; false where the data end, which they may only do between cases. */
  private readCodes(cell: number): boolean {
    const { feed, codes } = this
    if (!feed.has(CODES)) {
      if (cell > 0 || feed.left > 0) throw truncated(this.path, 'a case')
      return false
    }
    let something = 0
    for (let i = 0; i < CODES; i++) something |= codes[i] = feed.bytes[feed.position + i]
    feed.position += CODES
    this.code = 0
    this.idle = something === 0 ? this.idle + 1 : 0
    if (this.idle > MOST_IDLE) throw damaged(this.path, 'its data go on with codes that mean nothing')
    return true
  }

  private end(cell: number): false {
    if (cell > 0) throw damaged(this.path, 'its data end in the middle of a case')
    this.code = CODES
    this.ended = true
    return false
  }

  private copyValue(at: number): void {
    const { feed, view } = this
    if (!feed.has(8)) throw truncated(this.path, 'a case')
    view.setInt32(at, feed.view.getInt32(feed.position))
    view.setInt32(at + 4, feed.view.getInt32(feed.position + 4))
    feed.position += 8
  }

  private spaces(at: number): void {
    this.view.setInt32(at, 0x20202020)
    this.view.setInt32(at + 4, 0x20202020)
  }
}

function viewOf(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
}
