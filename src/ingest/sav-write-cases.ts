/** The cases of a .sav as bytes, plain or byte-compressed. */
import { SEGMENT_BYTES, SYSTEM_MISSING } from './sav-codebook.ts'
import { unwritable } from './sav-file.ts'
import { cellsOf, type LaidOut } from './sav-write-layout.ts'

const FLUSH = 1 << 20
const BIAS = 100

export interface Rows {
  readonly rows: number
  readonly columns: readonly ArrayLike<number | string | null>[]
}

export interface CaseWriter {
  append(chunk: Rows): void
  end(): void
}

export function writeCases(
  layout: readonly LaidOut[],
  compressed: boolean,
  write: (bytes: Uint8Array) => void,
): CaseWriter {
  const cells = new (compressed ? CodedCells : PlainCells)(write)
  return {
    append: ({ rows, columns }) => {
      for (let row = 0; row < rows; row++) {
        for (let column = 0; column < layout.length; column++) {
          writeValue(cells, columns[column][row], layout[column])
        }
      }
    },
    end: () => cells.end(),
  }
}

function writeValue(cells: Cells, value: number | string | null, laidOut: LaidOut): void {
  const { type, name } = laidOut.variable
  if (type === 'number') {
    if (typeof value === 'string') throw new TypeError(`a text among the numbers of ${name}`)
    cells.number(value ?? Number.NaN)
  } else {
    if (typeof value === 'number') throw new TypeError(`a number among the texts of ${name}`)
    writeText(cells, value ?? '', laidOut)
  }
}

interface Cells {
  number(value: number): void
  /** eight bytes of a text */
  text(bytes: Buffer, start: number): void
  end(): void
}

/** A text in cells; every segment but the last holds 255 bytes of it and is rounded up to whole cells. */
function writeText(cells: Cells, text: string, { variable, width, segments }: LaidOut): void {
  if (Buffer.byteLength(text) > width) {
    throw unwritable(`a text in column ${variable.name} is longer than ${width} bytes`)
  }
  const bytes = Buffer.from(text)
  for (const [i, segment] of segments.entries()) {
    const padded = Buffer.alloc(cellsOf(segment.width) * 8, 0x20)
    padded.set(bytes.subarray(i * SEGMENT_BYTES, (i + 1) * SEGMENT_BYTES))
    for (let at = 0; at < padded.length; at += 8) cells.text(padded, at)
  }
}

class PlainCells implements Cells {
  private readonly buffer = Buffer.allocUnsafe(FLUSH + 8)
  private length = 0

  constructor(private readonly write: (bytes: Uint8Array) => void) {}

  number(value: number): void {
    this.buffer.writeDoubleLE(Number.isNaN(value) ? SYSTEM_MISSING : value, this.length)
    this.move()
  }

  text(bytes: Buffer, start: number): void {
    bytes.copy(this.buffer, this.length, start, start + 8)
    this.move()
  }

  end(): void {
    this.write(this.buffer.subarray(0, this.length))
    this.length = 0
  }

  private move(): void {
    this.length += 8
    if (this.length >= FLUSH) this.end()
  }
}

const VALUE = 253
const SPACES = 254
const MISSING = 255
const GROUP = 8

/** Eight codes, then the values of those that are 253. */
class CodedCells implements Cells {
  private readonly buffer = Buffer.allocUnsafe(FLUSH + (GROUP + 1) * 8)
  private length = 0
  private readonly codes = Buffer.alloc(GROUP)
  private count = 0
  private readonly values = Buffer.alloc(GROUP * 8)
  private valueBytes = 0

  constructor(private readonly write: (bytes: Uint8Array) => void) {}

  number(value: number): void {
    const code = codeOf(value)
    if (code === VALUE) this.valueBytes = this.values.writeDoubleLE(value, this.valueBytes)
    this.code(code)
  }

  text(bytes: Buffer, start: number): void {
    let spaces = true
    for (let i = start; i < start + 8; i++) spaces &&= bytes[i] === 0x20
    if (!spaces) this.valueBytes += bytes.copy(this.values, this.valueBytes, start, start + 8)
    this.code(spaces ? SPACES : VALUE)
  }

  end(): void {
    if (this.count > 0) this.group()
    this.flush()
  }

  private code(code: number): void {
    this.codes[this.count++] = code
    if (this.count === GROUP) this.group()
  }

  private group(): void {
    this.codes.fill(0, this.count)
    this.codes.copy(this.buffer, this.length)
    this.values.copy(this.buffer, this.length + GROUP, 0, this.valueBytes)
    this.length += GROUP + this.valueBytes
    this.count = 0
    this.valueBytes = 0
    if (this.length >= FLUSH) this.flush()
  }

  private flush(): void {
    this.write(this.buffer.subarray(0, this.length))
    this.length = 0
  }
}

/** Whole numbers from −99 to 151 are their own code; −0 is not 0. */
function codeOf(value: number): number {
  if (Number.isNaN(value)) return MISSING
  const code = value + BIAS
  return Number.isInteger(value) && code >= 1 && code < 252 && !Object.is(value, -0) ? code : VALUE
}
