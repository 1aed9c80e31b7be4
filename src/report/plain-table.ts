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
      const lines = [columns.map(quoted).join(delimiter)]
      for (const row of rows) {
        let line = ''
        for (let i = 0; i < row.length; i++) {
          const cell = row[i]
          const text = formats[i](cell)
          if (i > 0) line += delimiter
          line += typeof cell === 'string' ? quoted(text) : text
        }
        lines.push(line)
      }
      return `${lines.join('\n')}\n`
    },
  }
}
