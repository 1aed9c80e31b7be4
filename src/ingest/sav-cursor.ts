/**
 * Reads the dictionary of a .sav piece by piece, in the byte order of the file.
 *
 * Every length is checked against what is left of the file before anything is
 * allocated, so that a file that lies about its lengths costs nothing.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { EjzError } from '../core/error.ts'

export class SavCursor {
  readonly size: number
  position = 0
  littleEndian = true
  private readonly file: number
  private readonly block = Buffer.allocUnsafe(1 << 16)
  private blockStart = 0
  private blockLength = 0

  constructor(readonly path: string) {
    this.file = openSync(path, 'r')
    this.size = fstatSync(this.file).size
  }

  close(): void {
    closeSync(this.file)
  }

  get left(): number {
    return this.size - this.position
  }

  /** A copy of the next bytes; `what` names them when the file ends too soon or lies. */
  bytes(length: number, what: string): Buffer {
    if (length < 0 || length > MOST_BYTES) throw damaged(this.path, `${what} would be ${length} bytes long`)
    if (length > this.left) throw truncated(this.path, what)
    const result = Buffer.allocUnsafe(length)
    for (let done = 0; done < length; ) done += this.copy(result, done)
    return result
  }

  int32(what: string): number {
    const { block, littleEndian } = this
    const at = this.position - this.blockStart
    if (at >= 0 && at + 4 <= this.blockLength) {
      this.position += 4
      return littleEndian ? block.readInt32LE(at) : block.readInt32BE(at)
    }
    const bytes = this.bytes(4, what)
    return littleEndian ? bytes.readInt32LE() : bytes.readInt32BE()
  }

  /** Passes over bytes without reading them. */
  skip(length: number, what: string): void {
    if (length > this.left) throw truncated(this.path, what)
    this.position += length
  }

  /** A 64-bit offset or length; beyond 2^53 it cannot be true. */
  int64(what: string): number {
    const bytes = this.bytes(8, what)
    const value = Number(this.littleEndian ? bytes.readBigInt64LE() : bytes.readBigInt64BE())
    if (!Number.isSafeInteger(value)) throw damaged(this.path, `${what} is ${value}`)
    return value
  }

  double(what: string): number {
    const bytes = this.bytes(8, what)
    return this.littleEndian ? bytes.readDoubleLE() : bytes.readDoubleBE()
  }

  private copy(target: Buffer, from: number): number {
    if (this.position < this.blockStart || this.position >= this.blockStart + this.blockLength) {
      this.blockStart = this.position
      this.blockLength = readSync(this.file, this.block, 0, this.block.length, this.position)
      if (this.blockLength === 0) throw truncated(this.path, 'the dictionary')
    }
    const start = this.position - this.blockStart
    const copied = this.block.copy(target, from, start, this.blockLength)
    this.position += copied
    return copied
  }
}

/** No record of a real dictionary comes near. */
const MOST_BYTES = 1 << 25

export function truncated(path: string, what: string): EjzError {
  const message = `the .sav ends in the middle of ${what}`
  return new EjzError(
    'sav-truncated',
    message,
    'it was not copied or downloaded whole: get it again',
    'data',
    {
      where: path,
    },
  )
}

export function damaged(path: string, what: string): EjzError {
  const hint = 'open it in SPSS or PSPP and save it again, or ask for it again'
  return new EjzError('sav-damaged', `the .sav contradicts itself: ${what}`, hint, 'data', { where: path })
}
