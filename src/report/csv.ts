/**
 * CSV in two dialects: for machines (comma, point), and for Dutch Excel (semicolon, decimal comma, BOM).
 *
 * Numbers keep their full precision. A text that a spreadsheet would run as a
 * formula is preceded by an apostrophe, in headers as well.
 */
export type CsvDialect = 'machine' | 'nl'
export type Cell = string | number | boolean | null

/** arquero's writer, given the cell texts: quoting is its own. */
export interface Writable {
  toCSV(options: CsvOptions): string
}

interface CsvOptions {
  readonly delimiter: string
  readonly format: Record<string, (value: Cell) => string>
}

export function csvText(table: Writable, columns: readonly string[], dialect: CsvDialect): string {
  const cell = (value: Cell) => cellText(value, dialect)
  const format = Object.fromEntries(columns.map(name => [name, cell]))
  const text = table.toCSV({ delimiter: dialect === 'nl' ? ';' : ',', format })
  return dialect === 'nl' ? `\uFEFF${text}` : text
}

function cellText(value: Cell, dialect: CsvDialect): string {
  if (value === null) return ''
  if (typeof value === 'number') return dialect === 'nl' ? String(value).replace('.', ',') : String(value)
  return typeof value === 'string' ? harmless(value) : String(value)
}

/** `=HYPERLINK(…)` → `'=HYPERLINK(…)` */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
