/** The bytes of a file, block by block; a block is only valid until the next one is asked for. */
import { closeSync, openSync, readSync } from 'node:fs'

const BLOCK = 1 << 20

export function* fileBlocks(path: string, from = 0): Generator<Buffer> {
  const file = openSync(path, 'r')
  const block = Buffer.allocUnsafe(BLOCK)
  try {
    let position = from
    for (;;) {
      const length = readSync(file, block, 0, BLOCK, position)
      if (length === 0) return
      position += length
      yield block.subarray(0, length)
    }
  } finally {
    closeSync(file)
  }
}

/** The first bytes of a file, at most `length`. */
export function fileBeginning(path: string, length: number): Buffer {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.allocUnsafe(length)
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0))
  } finally {
    closeSync(file)
  }
}
