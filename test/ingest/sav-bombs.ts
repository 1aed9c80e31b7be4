/** Files made to hang or fill the machine that reads them: [what it is, its bytes, what its error says]. */
import { deflateSync } from 'node:zlib'

export type Bomb = readonly [name: string, bytes: () => Buffer, says: RegExp]

export function bombs(): readonly Bomb[] {
  return [
    ...compressed(),
    ['zeros without end in byte codes', () => sav({ data: Buffer.alloc(60_000_000) }), /mean nothing/],
    ['2,147,483,647 cases', () => sav({ cases: 2 ** 31 - 1 }), /declares 2147483647 cases/],
    ['no cases, and then some', () => sav({ cases: 0, data: codes(800) }), /holds more/],
    ['fewer cases than there are', () => sav({ cases: 799, data: codes(800) }), /holds more/],
    ['more cases than there are', () => sav({ cases: 801, data: codes(800) }), /more than its 800 bytes/],
    ['minus two cases', () => sav({ cases: -2 }), /declares -2 cases/],
    ['310,000 variables', () => sav({ records: [variables(310_000)] }), /more than 300000 items/],
    ['100,000 variables of the same name', () => sav({ records: [variables(100_000)] }), /two variables/],
    [
      '30,000 labels for 250,000 places',
      () => sav({ records: [variables(1), labels(30_000, 250_000)], cases: 0 }),
      /declares 0|holds/,
    ],
    ['2,147,483,647 labels', () => sav({ records: [variables(1), ints(3, 2 ** 31 - 1)] }), /value labels/],
    ['minus one labels', () => sav({ records: [variables(1), ints(3, -1)] }), /-1 value labels/],
    [
      'labels of a variable that is not there',
      () => sav({ records: [variables(1), labels(1, [2 ** 31 - 1])] }),
      /variable 2147483647, which is none/,
    ],
    [
      'labels of variable 0',
      () => sav({ records: [variables(1), labels(1, [0])] }),
      /variable 0, which is none/,
    ],
    [
      'an extension of 2^62 bytes',
      () => sav({ records: [variables(1), ints(7, 99, 2 ** 31 - 1, 2 ** 31 - 1)] }),
      /ends in the middle/,
    ],
    [
      'an extension of minus one bytes',
      () => sav({ records: [variables(1), ints(7, 13, 1, -1)] }),
      /negative length/,
    ],
    [
      'a variable label of minus one bytes',
      () => sav({ records: [ints(2, 0, 1, 0, F8, F8), text('A', 8), ints(-1)] }),
      /-1 bytes/,
    ],
    ['minus one documents', () => sav({ records: [variables(1), ints(6, -1)] }), /-1 the documents/],
    [
      'a text of 99,999,999 bytes in one cell',
      () => sav({ records: [ints(2, 8, 0, 0, A8, A8), text('A', 8), extension(14, 'A=99999999\0\t')] }),
      /longer than the dictionary allows/,
    ],
    [
      'missing codes of no length without end',
      () =>
        sav({
          records: [
            variables(1),
            extension(22, Buffer.concat(Array.from({ length: 1_000_000 }, () => NO_LENGTH))),
          ],
        }),
      /0 bytes long/,
    ],
    [
      'two names for one variable',
      () => sav({ records: [variables(1), variable('B'), extension(13, 'A=Naam\tB=NAAM')] }),
      /Naam and NAAM/,
    ],
    ['a bias that is no number', () => sav({ bias: Number.NaN }), /bias/],
    [
      'a missing code that is no number',
      () => sav({ records: [ints(2, 0, 0, 1, F8, F8), text('A', 8), doubles(Number.NaN)] }),
      /a code of A is NaN/,
    ],
    ['no variables', () => sav({ records: [] }), /no variables/],
  ]
}

/** Read although they are odd: what is odd about them does not touch the data. */
export function oddities(): readonly [name: string, bytes: () => Buffer][] {
  const lines = () => `a:b(${"'x'\n".repeat(2_000_000)}`
  return [
    [
      'an attribute of two million values that never closes',
      () => sav({ records: [variables(1), extension(18, lines())] }),
    ],
    [
      'a file attribute that is only brackets',
      () => sav({ records: [variables(1), extension(17, '('.repeat(3e7))] }),
    ],
    ['response sets of equals signs', () => sav({ records: [variables(1), extension(7, '=D'.repeat(1e7))] })],
    ['an encoding that is none of texts', () => sav({ records: [variables(1), extension(20, 'base64')] })],
    [
      'display parameters of another length',
      () => sav({ records: [variables(1), extension(11, '1234567')] }),
    ],
  ]
}

const F8 = 0x050800
const A8 = 0x010800
const NO_LENGTH = Buffer.concat([ints(1), Buffer.from('A'), Buffer.from([255]), ints(0)])

interface Parts {
  readonly records?: readonly Buffer[]
  readonly cases?: number
  readonly data?: Buffer
  readonly bias?: number
  readonly zsav?: boolean
}

/** A file of one variable unless said otherwise, and as many cases as there are data. */
function sav({ records = [variables(1)], data = codes(8), zsav = false, ...rest }: Parts): Buffer {
  const { cases = data.length, bias = 100 } = rest
  return Buffer.concat([
    text(zsav ? '$FL3' : '$FL2', 4),
    text('hostile', 60),
    ints(2, 2 ** 31 - 1, zsav ? 2 : 1, 0, cases),
    doubles(bias),
    text('', 9 + 8 + 64 + 3),
    ...records,
    ints(999, 0),
    data,
  ])
}

function compressed(): Bomb[] {
  const start = sav({ data: Buffer.alloc(0) }).length
  const file = (cases: number, packed: Buffer, entries: readonly Entry[], block: number): Buffer =>
    sav({ zsav: true, cases, data: zlibData(start, packed, entries, block) })
  const many = (cases: number, code: number, count: number): Buffer => {
    const packed = deflateSync(Buffer.alloc(LARGE, code), { level: 9 })
    const entries = Array.from({ length: count }, (_, i): Entry => [packed.length * i, packed.length, LARGE])
    return file(cases, Buffer.alloc(packed.length * count, packed), entries, LARGE)
  }
  const overlapping = (): Buffer => {
    const packed = deflateSync(Buffer.alloc(LARGE, 101))
    return file(
      8,
      packed,
      Array.from({ length: 9000 }, () => [0, packed.length, LARGE]),
      LARGE,
    )
  }
  const inflating = (): Buffer => {
    const packed = deflateSync(Buffer.alloc(300_000_000), { level: 9 })
    return file(8, packed, [[0, packed.length, 1000]], 1000)
  }
  const tiny = deflateSync(Buffer.alloc(8, 101))
  const tinyBlocks = (): Buffer => {
    const entries = Array.from({ length: 300_000 }, (_, i): Entry => [tiny.length * i, tiny.length, 8])
    return file(2_400_000, Buffer.alloc(tiny.length * entries.length, tiny), entries, 8)
  }
  const most = 2 ** 31 - 1
  return [
    ['a block that unpacks to 300 MB', inflating, /unpacked/],
    ['1.7 billion cases in 1.6 MB', () => many(100 * LARGE, 101, 100), /would unpack to/],
    ['50 million cases in 49 kB', () => many(3 * LARGE, 101, 3), /would unpack to/],
    ['one block nine thousand times', overlapping, /follow one another/],
    ['zeros without end in a block', () => many(1, 0, 1), /mean nothing/],
    ['300,000 blocks of 8 bytes', tinyBlocks, /300000 blocks/],
    ['a block of minus one bytes', () => file(8, tiny, [[0, -1, 8]], 8), /no possible length/],
    ['a block of 2 GB', () => file(8, tiny, [[0, tiny.length, most]], most), /does not add up/],
  ]
}

const LARGE = 1 << 24
type Entry = readonly [place: number, length: number, inflated: number]

function zlibData(start: number, packed: Buffer, entries: readonly Entry[], block: number): Buffer {
  const trailer = start + 24 + packed.length
  const table = entries.map(([place, length, inflated]) =>
    Buffer.concat([longs(0, start + 24 + place), ints(inflated, length)]),
  )
  const head = [longs(start, trailer, 24 + 24 * entries.length), packed, longs(-100, 0)]
  return Buffer.concat([...head, ints(block, entries.length), ...table])
}

function codes(count: number): Buffer {
  return Buffer.alloc(count, 101)
}

function variables(count: number): Buffer {
  const one = variable('A')
  return count === 1 ? one : Buffer.alloc(one.length * count, one)
}

function variable(name: string): Buffer {
  return Buffer.concat([ints(2, 0, 0, 0, F8, F8), text(name, 8)])
}

function labels(count: number, places: number | readonly number[]): Buffer {
  const numbers = typeof places === 'number' ? Array.from({ length: places }, () => 1) : places
  const one = Buffer.concat([doubles(1), Buffer.from([7]), text('etiket', 7)])
  return Buffer.concat([
    ints(3, count),
    Buffer.alloc(one.length * count, one),
    ints(4, numbers.length),
    Buffer.from(Int32Array.from(numbers).buffer),
  ])
}

function extension(subtype: number, data: string | Buffer): Buffer {
  const bytes = Buffer.from(data)
  return Buffer.concat([ints(7, subtype, 1, bytes.length), bytes])
}

function ints(...values: number[]): Buffer {
  return Buffer.from(Int32Array.from(values).buffer)
}

function longs(...values: number[]): Buffer {
  return Buffer.from(BigInt64Array.from(values, BigInt).buffer)
}

function doubles(...values: number[]): Buffer {
  return Buffer.from(Float64Array.from(values).buffer)
}

function text(value: string, width: number): Buffer {
  return Buffer.from(value.padEnd(width))
}
