/** A CSV whose dialect is known, but for its decimal mark. */
import type { Dialect } from './csv-dialect.ts'

export type DecimalMark = 'point' | 'comma'

export interface CsvFile extends Dialect {
  /** for messages */
  readonly path: string
  readonly utf8Path: string
}
