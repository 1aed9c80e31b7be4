import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { assert, integer, property } from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EjzError } from '../../src/core/error.ts'
import { openDataFile } from '../../src/ingest/open.ts'
import { openSav } from '../../src/ingest/sav.ts'
import { collect } from './collect.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures/ingest')
const CASES_AT = 80
const COMPRESSION_AT = 72

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function fixture(name: string): Buffer {
  return readFileSync(join(FIXTURES, name))
}

function written(bytes: Uint8Array): string {
  const path = join(folder, 'hostile.sav')
  writeFileSync(path, bytes)
  return path
}

async function readAll(bytes: Uint8Array): Promise<number> {
  const file = await openDataFile(written(bytes))
  const [first] = Object.values(await collect(file))
  return first.length
}

function changed(name: string, change: (bytes: Buffer) => void): Buffer {
  const bytes = fixture(name)
  change(bytes)
  return bytes
}

/** Reads what can be read; anything but an EjzError of fault `data` is a failure of the reader. */
function readsOrRefuses(bytes: Uint8Array): void {
  try {
    const { content, variables } = openSav(written(bytes), null)
    if (content.kind !== 'columns') return
    let rows = 0
    for (const chunk of content.chunks(variables.map(({ name }) => name)) as Iterable<{ rows: number }>) {
      rows += chunk.rows
      if (rows > 1_000_000) throw new RangeError('the cases do not end')
    }
  } catch (error) {
    if (!(error instanceof EjzError) || error.fault !== 'data') throw error
  }
}

describe('a .sav that was cut off', () => {
  test.each(['haven-none.sav', 'haven-byte.sav', 'haven-zlib.sav', 'big-endian-byte.sav'])(
    '%s is refused wherever it ends',
    name => {
      const whole = fixture(name)
      const step = Math.max(1, Math.floor(whole.length / 250))
      for (let length = 4; length < whole.length; length += step) {
        expect(() => {
          const { content, variables } = openSav(written(whole.subarray(0, length)), null)
          if (content.kind !== 'columns') return
          for (const _ of content.chunks(variables.map(variable => variable.name)) as Iterable<unknown>);
        }, `cut after ${length} bytes`).toThrow(EjzError)
      }
    },
  )

  test('an unknown number of cases still ends between two cases', async () => {
    const whole = fixture('big-endian-unknown-cases.sav')
    await expect(readAll(whole.subarray(0, -40))).rejects.toMatchObject({ code: 'sav-truncated' })
  })
})

describe('a .sav that lies', () => {
  test.each(['haven-none.sav', 'haven-byte.sav', 'haven-zlib.sav'])(
    '%s with another number of cases is refused',
    async name => {
      for (const cases of [0, 23, 25, 30, 2_000_000_000]) {
        const bytes = changed(name, file => file.writeInt32LE(cases, CASES_AT))
        await expect(readAll(bytes), `${cases} cases`).rejects.toMatchObject({
          code: 'sav-wrong-count',
          fault: 'data',
        })
      }
    },
  )

  test('counts of labels, documents and extensions beyond the file are refused without reading them', async () => {
    const places: [string, number][] = [
      ['\u0002ja', -12],
      ['Synthetic data', -4],
      ['UTF-8', -4],
      ['UTF-8', -8],
    ]
    for (const [text, back] of places) {
      const bytes = changed('pspp-byte.sav', file => {
        file.writeInt32LE(2 ** 31 - 1, file.indexOf(text) + back)
      })
      await expect(readAll(bytes), text).rejects.toMatchObject({ fault: 'data' })
    }
  })

  test('a compression that the header does not match is refused', async () => {
    const bytes = changed('haven-byte.sav', file => file.writeInt32LE(2, COMPRESSION_AT))
    await expect(readAll(bytes)).rejects.toMatchObject({ code: 'sav-damaged' })
  })

  test('a block of a zsav that unpacks to more than it declares is not unpacked', async () => {
    const bytes = fixture('haven-zlib.sav')
    const trailer = bytes.lastIndexOf(Buffer.from([0x9c, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]))
    const start = Number(bytes.readBigInt64LE(trailer + 32))
    const bomb = deflateSync(Buffer.alloc(200_000_000))
    const moved = Buffer.concat([bytes.subarray(0, start), bomb, bytes.subarray(trailer)])
    moved.writeBigInt64LE(BigInt(start + bomb.length), start - 16)
    moved.writeInt32LE(bomb.length, start + bomb.length + 44)
    const before = process.memoryUsage().rss
    await expect(readAll(moved)).rejects.toMatchObject({ code: 'sav-damaged' })
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000)
  })

  test('a dictionary without variables is refused', async () => {
    const header = fixture('haven-byte.sav').subarray(0, 176)
    const end = Buffer.alloc(8)
    end.writeInt32LE(999)
    await expect(readAll(Buffer.concat([header, end]))).rejects.toMatchObject({ code: 'sav-damaged' })
  })
})

describe('a .sav with changed bytes', () => {
  test.each(['pspp-none.sav', 'pspp-byte.sav', 'pspp-zlib.sav', 'big-endian-none.sav'])(
    '%s is read or refused, and never crashes or hangs',
    name => {
      const whole = fixture(name)
      const place = integer({ min: 4, max: whole.length - 1 })
      const byte = integer({ min: 0, max: 255 })
      assert(
        property(place, byte, place, byte, (at, value, otherAt, otherValue) => {
          const bytes = Buffer.from(whole)
          bytes[at] = value
          bytes[otherAt] = otherValue
          readsOrRefuses(bytes)
        }),
        { numRuns: 150, seed: 75 },
      )
    },
  )

  test('whole numbers of the dictionary at their extremes are read or refused', () => {
    const whole = fixture('pspp-byte.sav')
    const end = whole.indexOf(Buffer.from([0xe7, 0x03, 0, 0]))
    const extremes = [-1, 0, 2 ** 31 - 1, -(2 ** 31), 65536]
    for (let at = 64; at < end; at += 12) {
      const bytes = Buffer.from(whole)
      bytes.writeInt32LE(extremes[at % extremes.length], at)
      readsOrRefuses(bytes)
    }
  })
})
