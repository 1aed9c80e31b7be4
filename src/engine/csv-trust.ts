/**
 * A CSV taken at its word, so that one scan can score and check it at once.
 *
 * The engine sets aside what does not fit while the view is read. Read it once,
 * with the column `SUSPECT` among what is kept; `held` then says whether every
 * row fitted, and is the end of the trust: from then on it is a plain view. A
 * file that does not hold is registered again, with the counting scan that says
 * what is wrong.
 */
import type { CsvContent, DataFile } from '../core/data-file.ts'
import { type CsvColumn, numericNames, plainColumn, scanCsv } from './csv-scan.ts'
import type { Engine } from './engine.ts'
import type { View } from './relation.ts'
import { quotedName } from './sql-text.ts'

export interface TrustedView extends View {
  /** no row or cell was set aside */
  held(): Promise<boolean>
}

/** True in a row with `nan`, `inf` or a whole number too long to be exact: texts that only look like numbers. */
export const SUSPECT = 'ejz suspect'

export async function trustCsv(
  engine: Engine,
  file: DataFile,
  content: CsvContent,
  wanted: readonly string[],
  numbers: readonly string[],
): Promise<TrustedView> {
  const name = engine.newName('file')
  const rejects = engine.newName('rejects')
  const numeric = numericNames(file, new Set(numbers))
  const columns = wanted.map(column => plainColumn(file, column, numeric.has(column)))
  const define = (selected: readonly string[], options: string) =>
    engine.run(
      `CREATE OR REPLACE VIEW ${quotedName(name)} AS SELECT ${selected.join(', ')} FROM ${scanCsv(content, file, columns, options)}`,
    )
  const selected = columns.map(column => `${column.sql} AS ${quotedName(column.name)}`)
  await define(
    [...selected, `${suspect(columns)} AS ${quotedName(SUSPECT)}`],
    `, store_rejects = true, rejects_table = '${rejects}', rejects_scan = '${rejects}_scan'`,
  )
  return {
    name,
    columns: new Map(columns.map(column => [column.name, column.type])),
    mixed: [],
    warnings: [],
    held: async () => {
      const [found] = await engine.rows(`SELECT count(*) AS rejects FROM ${rejects}`)
      await engine.run(`DROP TABLE ${rejects}; DROP TABLE ${rejects}_scan`)
      await define(selected, '')
      return found.rejects === 0
    },
  }
}

/** One sum for all numeric columns: it is large or not a number when one of them is. */
function suspect(columns: readonly CsvColumn[]): string {
  const numbers = columns.filter(({ type }) => type === 'DOUBLE').map(({ sql }) => `coalesce(abs(${sql}), 0)`)
  return numbers.length === 0 ? 'false' : `NOT (${numbers.join(' + ')} < ${Number.MAX_SAFE_INTEGER})`
}
