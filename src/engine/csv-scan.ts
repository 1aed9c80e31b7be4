/** The table function that reads a CSV with everything said, so that nothing is sniffed. */
import type { CsvContent, DataFile } from '../core/data-file.ts'
import type { ColumnType } from './fill-table.ts'
import { quotedText } from './sql-text.ts'

export interface CsvColumn {
  readonly name: string
  /** place in the file */
  readonly index: number
  /** what the scan converts to */
  readonly scanned: ColumnType
  /** what `sql`, over the scanned column, gives */
  readonly type: ColumnType
  readonly sql: string
}

/** Columns are named c0, c1 … by place: names of files may differ in case only. */
export function scanCsv(
  content: CsvContent,
  file: DataFile,
  columns: readonly CsvColumn[],
  options = '',
): string {
  const scanned = new Map(columns.map(column => [column.index, column.scanned]))
  const types = file.variables.map((_, index) => `c${index}: '${scanned.get(index) ?? 'VARCHAR'}'`)
  return (
    `read_csv(${quotedText(content.path)}, columns = {${types.join(', ')}}, header = true, auto_detect = false, ` +
    `delim = ${quotedText(content.delimiter)}, quote = ${quotedText(content.quote)}, escape = ${quotedText(content.quote)}, ` +
    `decimal_separator = '${content.decimal}', nullstr = ['', 'NA'], strict_mode = true, buffer_size = ${BUFFER}${options})`
  )
}

/** Smaller than the engine's own 32 MB: as fast, and a fifth less memory (measured at 450,000 rows). */
const BUFFER = 4_000_000
