/** The blocks of a zsav with their header and trailer. */
import { deflateSync } from 'node:zlib'
import { SavBytes } from './sav-bytes.ts'

const BLOCK = 0x3ff000
const HEADER = 24

export interface ZlibSink {
  write(bytes: Uint8Array): void
  /** Writes what is left and the trailer, and fills in the header at its place. */
  end(writeAt: (bytes: Uint8Array, at: number) => void): void
}

export function zlibSink(write: (bytes: Uint8Array) => void, start: number): ZlibSink {
  const entries: { inflated: number; length: number }[] = []
  const block = Buffer.allocUnsafe(BLOCK)
  let filled = 0
  write(Buffer.alloc(HEADER))
  const flush = () => {
    const packed = deflateSync(block.subarray(0, filled))
    entries.push({ inflated: filled, length: packed.length })
    write(packed)
    filled = 0
  }
  return {
    write: bytes => {
      for (let done = 0; done < bytes.length; ) {
        const part = bytes.subarray(done, done + BLOCK - filled)
        block.set(part, filled)
        filled += part.length
        done += part.length
        if (filled === BLOCK) flush()
      }
    },
    end: writeAt => {
      if (filled > 0) flush()
      const trailer = trailerBytes(start, entries)
      write(trailer)
      const header = new SavBytes()
      header.int64(start)
      header.int64(start + HEADER + entries.reduce((sum, { length }) => sum + length, 0))
      header.int64(trailer.length)
      writeAt(header.done(), start)
    },
  }
}

/** Places of the blocks, in the file and as if they were not compressed. */
function trailerBytes(start: number, entries: readonly { inflated: number; length: number }[]): Buffer {
  const bytes = new SavBytes()
  bytes.int64(-100)
  bytes.int64(0)
  bytes.int32(BLOCK, entries.length)
  let plain = start
  let packed = start + HEADER
  for (const { inflated, length } of entries) {
    bytes.int64(plain)
    bytes.int64(packed)
    bytes.int32(inflated, length)
    plain += inflated
    packed += length
  }
  return bytes.done()
}
