/**
 * The data bytes of a .sav in blocks: as they lie in the file, or inflated from
 * the blocks of a zsav.
 *
 * A zsav ends in a trailer with the place and length of every block. Each is
 * checked against the file, and nothing is inflated beyond its declared length,
 * so that a small file cannot claim the memory of the machine.
 * Source: PSPP Developer's Guide 1.6, "ZLIB compressed data record".
 */
import { inflateSync } from 'node:zlib'
import { fileBlocks } from './file-blocks.ts'
import { damaged, SavCursor, truncated } from './sav-cursor.ts'

export interface ZlibBlock {
  readonly start: number
  readonly length: number
  readonly inflated: number
}

/** A block is only valid until the next one is asked for. */
export function dataBlocks(
  path: string,
  start: number,
  blocks: readonly ZlibBlock[] | null,
): Iterable<Buffer> {
  return blocks === null ? fileBlocks(path, start) : inflatedBlocks(path, blocks)
}

function* inflatedBlocks(path: string, blocks: readonly ZlibBlock[]): Generator<Buffer> {
  const cursor = new SavCursor(path)
  try {
    for (const { start, length, inflated } of blocks) {
      cursor.position = start
      yield inflate(path, cursor.bytes(length, 'a compressed block'), inflated)
    }
  } finally {
    cursor.close()
  }
}

function inflate(path: string, bytes: Buffer, inflated: number): Buffer {
  let block: Buffer
  try {
    block = inflateSync(bytes, { maxOutputLength: Math.max(1, inflated) })
  } catch {
    throw damaged(path, 'a compressed block cannot be unpacked to the length it declares')
  }
  if (block.length !== inflated) throw damaged(path, 'a compressed block is not as long as it declares')
  return block
}

const HEADER = 24
const TRAILER = 24
const ENTRY = 24
/** SPSS, PSPP and haven write blocks of 4 MB. */
const LARGEST_BLOCK = 1 << 24
/** Smaller ones are read as long as they are few. */
const SMALL_BLOCK = 1 << 16
const MOST_SMALL_BLOCKS = 10_000
/** Answers of people do not shrink to so little; a file made to fill a machine does. */
const MOST_INFLATED = 1 << 25
const MOST_RATIO = 200

/** The cursor stands at the header of the compressed data. */
export function readZlibBlocks(cursor: SavCursor): ZlibBlock[] {
  const { path, position } = cursor
  const header = cursor.int64('the compressed data')
  const trailer = cursor.int64('the compressed data')
  const trailerLength = cursor.int64('the compressed data')
  if (header !== position) throw damaged(path, 'its compressed data do not start where they say')
  if (trailer < position + HEADER || trailerLength < TRAILER)
    throw damaged(path, 'the table of its blocks is misplaced')
  if (trailer + trailerLength > cursor.size) throw truncated(path, 'the compressed data')
  cursor.position = trailer + TRAILER - 8
  const largest = cursor.int32('the table of blocks')
  const count = cursor.int32('the table of blocks')
  if (largest < 0 || largest > LARGEST_BLOCK || count !== (trailerLength - TRAILER) / ENTRY) {
    throw damaged(path, 'the table of its blocks does not add up')
  }
  if (count > MOST_SMALL_BLOCKS && largest < SMALL_BLOCK)
    throw damaged(path, `its data lie in ${count} blocks of ${largest} bytes`)
  const blocks = Array.from({ length: count }, () => readEntry(cursor, largest))
  checkBlocks(path, blocks, largest, position + HEADER, trailer)
  return blocks
}

function readEntry(cursor: SavCursor, largest: number): ZlibBlock {
  cursor.int64('the table of blocks')
  const start = cursor.int64('the table of blocks')
  const inflated = cursor.int32('the table of blocks')
  const length = cursor.int32('the table of blocks')
  if (length < 0 || inflated < 0 || inflated > largest)
    throw damaged(cursor.path, 'a compressed block is of no possible length')
  return { start, length, inflated }
}

/** Blocks lie one after another from `first` to `end`, all but the last of them full. */
function checkBlocks(
  path: string,
  blocks: readonly ZlibBlock[],
  largest: number,
  first: number,
  end: number,
): void {
  let place = first
  for (const [i, { start, length, inflated }] of blocks.entries()) {
    if (start !== place) throw damaged(path, 'its compressed blocks do not follow one another')
    if (i < blocks.length - 1 && inflated !== largest)
      throw damaged(path, 'a compressed block is shorter than the others')
    place += length
  }
  if (place !== end) throw damaged(path, 'its compressed blocks do not end where their table starts')
  const inflated = blocks.reduce((sum, block) => sum + block.inflated, 0)
  if (inflated > MOST_INFLATED && inflated > MOST_RATIO * (end - first))
    throw damaged(path, `${end - first} bytes of data would unpack to ${inflated}`)
}
