/**
 * Writes one sheet of plain values as .xlsx, row by row.
 *
 * Texts are stored as texts, so that none is taken for a formula. One sheet holds
 * 1,048,576 rows with its header; more is refused, not split.
 */
import { createWriteStream } from 'node:fs'
import { Writable } from 'node:stream'
import { EjzError } from '../core/error.ts'

export type SheetRow = (number | string | null)[]

const MOST_ROWS = 1_048_575

export async function writeXlsx(
  path: string,
  sheet: { name: string; header: readonly string[]; count: number },
  rows: Iterable<SheetRow>,
): Promise<void> {
  if (sheet.count > MOST_ROWS) throw tooManyRows(sheet.count)
  const { writeXlsxStream } = await import('hucre/xlsx')
  const columns = sheet.header.map(header => ({ header }))
  const options = { name: sheet.name, columns, freezePane: { rows: 1 } }
  await writeXlsxStream(rows, options).pipeTo(Writable.toWeb(createWriteStream(path)))
}

function tooManyRows(count: number): EjzError {
  return new EjzError(
    'too-many-rows',
    `a spreadsheet holds ${MOST_ROWS} rows and the data have ${count}`,
    'write to .csv or .parquet',
    'usage',
  )
}
