/** Texts of a .sav, one reader for each column; the same short text is decoded once, not for every case. */
import type { SavCases } from './sav-cases.ts'
import { type SavVariable, SEGMENT_BYTES } from './sav-codebook.ts'
import { type SavText, unpadded } from './sav-text.ts'

export interface TextReader {
  read(cases: SavCases, row: number): void
  /** The texts of the rows read since the last time. */
  take(): readonly string[]
}

export function textReader(text: SavText, variable: SavVariable): TextReader {
  if (variable.width > SEGMENT_BYTES) return segmentedReader(text, variable)
  return variable.width > SHORT ? plainReader(text, variable) : shortReader(text, variable)
}

/** Two cells: codes of areas, strata and answers. */
const SHORT = 16
const SLOTS = 1 << 10
const EMPTY = ''

/** Codes come back over and over: the last one of each kind is kept, as its bytes and as a text. */
function shortReader(text: SavText, { name, cell, width }: SavVariable): TextReader {
  const words = Math.ceil(width / 8) * 2
  const keys = new Int32Array(SLOTS * words)
  const kept: (string | undefined)[] = Array.from({ length: SLOTS })
  const taker = new Taker()
  const at = cell * 8
  return {
    read: ({ view, bytes, offset }, row) => {
      const start = offset + at
      let hash = 0
      for (let i = 0; i < words; i++) hash = Math.imul(hash ^ view.getInt32(start + i * 4), 0x9e3779b1)
      const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
      let known = kept[slot]
      for (let i = 0; i < words && known !== undefined; i++) {
        if (keys[slot * words + i] !== view.getInt32(start + i * 4)) known = undefined
      }
      taker.values[row] = known ?? EMPTY
      if (known !== undefined) return
      const plain = asciiField(bytes, start, start + width)
      taker.values[row] = plain ?? decodeField(text, bytes, start, start + width, name)
      // other letters are counted each time they do not fit the encoding
      if (plain === null) return
      kept[slot] = plain
      for (let i = 0; i < words; i++) keys[slot * words + i] = view.getInt32(start + i * 4)
    },
    take: () => taker.take(),
  }
}

function plainReader(text: SavText, { name, cell, width }: SavVariable): TextReader {
  const taker = new Taker()
  const at = cell * 8
  return {
    read: ({ bytes, offset }, row) => {
      const start = offset + at
      taker.values[row] = decodeField(text, bytes, start, start + width, name)
    },
    take: () => taker.take(),
  }
}

/** Pieces of 255 bytes, each followed by one unused byte, make one text. */
function segmentedReader(text: SavText, { name, cell, width }: SavVariable): TextReader {
  const taker = new Taker()
  const whole = Buffer.alloc(width)
  return {
    read: ({ bytes, offset }, row) => {
      for (
        let done = 0, at = offset + cell * 8;
        done < width;
        done += SEGMENT_BYTES, at += SEGMENT_BYTES + 1
      ) {
        bytes.copy(whole, done, at, at + Math.min(SEGMENT_BYTES, width - done))
      }
      taker.values[row] = decodeField(text, whole, 0, width, name)
    },
    take: () => taker.take(),
  }
}

class Taker {
  values: string[] = []

  take(): readonly string[] {
    const taken = this.values
    this.values = []
    return taken
  }
}

function decodeField(text: SavText, bytes: Buffer, start: number, end: number, name: string): string {
  return asciiField(bytes, start, end) ?? text.decode(bytes.subarray(start, end), `variable ${name}`)
}

/** null where there are other letters. */
function asciiField(bytes: Buffer, start: number, end: number): string | null {
  const last = unpadded(bytes, start, end)
  for (let i = start; i < last; i++) if (bytes[i] > 0x7f) return null
  return bytes.toString('latin1', start, last)
}
