/**
 * Writes an SPSS system file: UTF-8, little-endian, the same bytes for the same input.
 *
 * Byte compression is the default; zsav leans on the zlib of the Node at hand,
 * whose bytes may differ between versions.
 * Source: PSPP Developer's Guide 1.6, "System File Format".
 * Checked against: read back by haven 2.5 and PSPP 1.6.
 */
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { type SavFile, unwritable } from './sav-file.ts'
import { writeCases } from './sav-write-cases.ts'
import { dictionaryBytes } from './sav-write-dictionary.ts'
import { type LaidOut, layOut } from './sav-write-layout.ts'
import { zlibSink } from './sav-write-zlib.ts'

/** Nothing is left behind when it fails. */
export function writeSav(path: string, file: SavFile): void {
  const rows = rowCount(file)
  const layout = layOut(file.columns)
  const dictionary = dictionaryBytes(file, layout, rows)
  const descriptor = openSync(path, 'w')
  let done = false
  try {
    writeSync(descriptor, dictionary)
    writeData(descriptor, file, layout, rows, dictionary.length)
    done = true
  } finally {
    closeSync(descriptor)
    if (!done) rmSync(path)
  }
}

function writeData(
  descriptor: number,
  file: SavFile,
  layout: readonly LaidOut[],
  rows: number,
  start: number,
): void {
  const write = (bytes: Uint8Array) => void writeSync(descriptor, bytes)
  if (file.compression === 'zsav') {
    const sink = zlibSink(write, start)
    writeCases(layout, rows, true, sink.write)
    sink.end((bytes, at) => void writeSync(descriptor, bytes, 0, bytes.length, at))
  } else {
    writeCases(layout, rows, file.compression !== 'none', write)
  }
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
