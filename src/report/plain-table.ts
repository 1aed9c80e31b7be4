/**
 * A table that is only written, as arquero writes one.
 *
 * Loading arquero takes a tenth of a run without report, and the tidy tables
 * need no more of it than its writer.
 */
import type { Cell, Writable } from './csv.ts'

export function plainTable(columns: readonly string[], rows: readonly (readonly Cell[])[]): Writable {
  return {
    toCSV({ delimiter, format }) {
      const special = new RegExp(`["\\n\\r${delimiter}]`)
      const quoted = (text: string) => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
      const formats = columns.map(column => format[column])
      const line = (row: readonly Cell[]) => row.map((cell, i) => quoted(formats[i](cell))).join(delimiter)
      return [columns.map(quoted).join(delimiter), ...rows.map(line), ''].join('\n')
    },
  }
}
