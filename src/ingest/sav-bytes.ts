/** Bytes of a .sav as they grow: little-endian numbers and padded texts. */
export class SavBytes {
  private buffer = Buffer.alloc(1 << 12)
  length = 0

  int32(...values: readonly number[]): void {
    for (const value of values) this.buffer.writeInt32LE(value, this.room(4))
  }

  int64(value: number): void {
    this.buffer.writeBigInt64LE(BigInt(value), this.room(8))
  }

  double(...values: readonly number[]): void {
    for (const value of values) this.buffer.writeDoubleLE(value, this.room(8))
  }

  byte(value: number): void {
    this.buffer.writeUInt8(value, this.room(1))
  }

  bytes(bytes: Uint8Array): void {
    this.buffer.set(bytes, this.room(bytes.length))
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
