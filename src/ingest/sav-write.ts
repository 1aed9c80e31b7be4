/**
 * Writes an SPSS system file: UTF-8, little-endian, the same bytes for the same input.
 *
 * Rows come as whole columns or in chunks, so that a file of any length fits in
 * memory. Byte compression is the default; zsav leans on the zlib of the Node at
 * hand, whose bytes may differ between versions.
 * Source: PSPP Developer's Guide 1.6, "System File Format".
 * Checked against: read back by haven 2.5 and PSPP 1.6 (test/reference/sav-written.R).
 */
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { type SavColumn, type SavFile, type SavHead, type SavVariable, unwritable } from './sav-file.ts'
import { type Rows, writeCases } from './sav-write-cases.ts'
import { dictionaryBytes } from './sav-write-dictionary.ts'
import { layOut } from './sav-write-layout.ts'
import { zlibSink } from './sav-write-zlib.ts'

/** Nothing is left behind when it fails. */
export function writeSav(path: string, file: SavFile): void {
  const rows = rowCount(file)
  const writer = savWriter(path, file, file.columns.map(withWidth), rows)
  try {
    writer.append({ rows, columns: file.columns.map(({ values }) => values) })
    writer.end()
  } catch (cause) {
    writer.abandon()
    throw cause
  }
}

export interface SavWriter {
  /** Columns in the order of the variables. */
  append(chunk: Rows): void
  /** Refuses where fewer or more rows came than were announced. */
  end(): void
  /** Leaves no file behind. */
  abandon(): void
}

export function savWriter(
  path: string,
  head: SavHead,
  variables: readonly SavVariable[],
  rows: number,
): SavWriter {
  if (variables.length === 0) throw unwritable('there are no columns')
  const layout = layOut(variables)
  const dictionary = dictionaryBytes(head, layout, rows)
  const descriptor = openSync(path, 'w')
  const write = (bytes: Uint8Array) => void writeSync(descriptor, bytes)
  write(dictionary)
  const zlib = head.compression === 'zsav' ? zlibSink(write, dictionary.length) : null
  const cases = writeCases(layout, head.compression !== 'none', zlib?.write ?? write)
  let open = true
  let done = 0
  const close = () => {
    if (open) closeSync(descriptor)
    open = false
  }
  return {
    append: chunk => {
      done += chunk.rows
      cases.append(chunk)
    },
    end: () => {
      if (done !== rows) throw new RangeError(`${done} rows were written of ${rows}`)
      cases.end()
      zlib?.end((bytes, at) => void writeSync(descriptor, bytes, 0, bytes.length, at))
      close()
    },
    abandon: () => {
      close()
      rmSync(path, { force: true })
    },
  }
}

function withWidth(column: SavColumn): SavVariable {
  if (column.type === 'number') return column
  return { ...column, width: column.width ?? longestText(column.values) }
}

function longestText(values: ArrayLike<string | null>): number {
  let longest = 1
  for (let row = 0; row < values.length; row++)
    longest = Math.max(longest, Buffer.byteLength(values[row] ?? ''))
  return longest
}

function rowCount({ columns }: SavFile): number {
  const [first] = columns
  if (first === undefined) throw unwritable('there are no columns')
  const other = columns.find(({ values }) => values.length !== first.values.length)
  if (other === undefined) return first.values.length
  throw unwritable(
    `column ${other.name} has ${other.values.length} rows, ${first.name} has ${first.values.length}`,
  )
}
