/** Rows and cells that the engine could not take, in the words of the user's file. */
import { closeSync, openSync, readSync } from 'node:fs'
import type { CsvContent, DataFile } from '../core/data-file.ts'
import type { Problem } from '../core/error.ts'

export interface Reject {
  /** byte at which the row starts */
  readonly start: number
  /** place of the column */
  readonly index: number
  readonly kind: string
  readonly message: string
}

/** Rows whose fields cannot be told apart, grouped by kind; they come in the order of the file. */
export function rowProblems(file: DataFile, content: CsvContent, rejects: readonly Reject[]): Problem[] {
  const kinds = [...new Set(rejects.map(({ kind }) => kind))].filter(kind => kind !== 'CAST')
  return kinds.map(kind => {
    const same = rejects.filter(reject => reject.kind === kind)
    const [first] = same
    return { ...words(first, file), where: place(file, content, first), count: same.length }
  })
}

function words({ kind, message }: Reject, file: DataFile): Pick<Problem, 'code' | 'message' | 'hint'> {
  const found = /Found: (\d+)/.exec(message)?.[1]
  switch (kind) {
    case 'MISSING COLUMNS':
    case 'TOO MANY COLUMNS':
      return {
        code: 'ragged-row',
        message: `a row has ${found ?? 'another number of'} fields where the header has ${file.variables.length}`,
        hint: 'put fields that hold the delimiter in quotes, and remove footers and notes under the data',
      }
    case 'UNQUOTED VALUE':
      return {
        code: 'unclosed-quote',
        message: 'a quoted field does not end where it should',
        hint: 'a quote inside a quoted field is written twice ("")',
      }
    default:
      return {
        code: 'malformed-csv',
        message: `a row cannot be read: ${message.split('\n')[0]}`,
        hint: 'open the file at this line and mend it',
      }
  }
}

/** A cell that is no number, where a number was expected. */
export interface OddCell {
  readonly value: string
  readonly where: string
}

/** The first such cell of each column. */
export function firstOddCells(
  file: DataFile,
  content: CsvContent,
  rejects: readonly Reject[],
): Map<string, OddCell> {
  const first = new Map<string, OddCell>()
  for (const reject of rejects) {
    const { name } = file.variables[reject.index] ?? { name: '' }
    if (reject.kind !== 'CAST' || first.has(name)) continue
    const value = /Could not convert string "(.*)" to '/s.exec(reject.message)?.[1] ?? ''
    first.set(name, { value: value.trim(), where: place(file, content, reject) })
  }
  return first
}

function place(file: DataFile, content: CsvContent, { start }: Reject): string {
  return `${file.path}:${lineAt(content.path, start)}`
}

/** The engine counts rows; a user's editor counts lines, which quoted fields may hold as well. */
function lineAt(path: string, byte: number): number {
  const file = openSync(path, 'r')
  const block = Buffer.allocUnsafe(1 << 20)
  let line = 1
  try {
    for (let position = 0; position < byte; ) {
      const length = readSync(file, block, 0, Math.min(block.length, byte - position), position)
      if (length === 0) break
      line += breaks(block.subarray(0, length))
      position += length
    }
  } finally {
    closeSync(file)
  }
  return line
}

function breaks(block: Buffer): number {
  const feeds = count(block, 0x0a)
  return feeds > 0 ? feeds : count(block, 0x0d)
}

function count(block: Buffer, byte: number): number {
  let found = 0
  for (let at = block.indexOf(byte); at !== -1; at = block.indexOf(byte, at + 1)) found++
  return found
}
