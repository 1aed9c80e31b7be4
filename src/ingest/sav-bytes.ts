/** Bytes of a .sav as they grow: little-endian numbers and padded texts. */
export class SavBytes {
  private buffer = Buffer.alloc(1 << 12)
  length = 0

  int32(...values: readonly number[]): void {
    for (const value of values) {
      const at = this.room(4)
      this.buffer.writeInt32LE(value, at)
    }
  }

  int64(value: number): void {
    const at = this.room(8)
    this.buffer.writeBigInt64LE(BigInt(value), at)
  }

  double(...values: readonly number[]): void {
    for (const value of values) {
      const at = this.room(8)
      this.buffer.writeDoubleLE(value, at)
    }
  }

  byte(value: number): void {
    const at = this.room(1)
    this.buffer.writeUInt8(value, at)
  }

  bytes(bytes: Uint8Array): void {
    const at = this.room(bytes.length)
    this.buffer.set(bytes, at)
  }

  /** A text filled up with spaces, or zero bytes, to `width`; it must fit. */
  text(text: string, width: number, filler = 0x20): void {
    const start = this.room(width)
    this.buffer.fill(filler, start, start + width)
    this.buffer.write(text, start, width)
  }

  done(): Buffer {
    return this.buffer.subarray(0, this.length)
  }

  /** Makes room first: `buffer` may be another one afterwards. */
  private room(count: number): number {
    const start = this.length
    this.length += count
    if (this.length > this.buffer.length) {
      const grown = Buffer.alloc(Math.max(this.buffer.length * 2, this.length))
      this.buffer.copy(grown)
      this.buffer = grown
    }
    return start
  }
}
