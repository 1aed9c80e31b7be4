/** One flat row of a result table, and the parts that many rows share. */
import type { Cell } from './csv.ts'

export type Row = Readonly<Record<string, Cell | undefined>>

/** A row's groups apart from its own columns: a column of the data may bear any name. */
export interface TidyRow {
  readonly domain: Readonly<Record<string, string>> | null
  readonly row: Row
}

/** An interval as two columns. */
export function bounds(name: string, pair: readonly [number, number] | null | undefined): Row {
  return { [`${name}Low`]: pair?.[0] ?? null, [`${name}High`]: pair?.[1] ?? null }
}

/** Why it is not shown, and what to bear in mind. */
export function end(reason: string | null | undefined, flags?: readonly string[]): Row {
  return { reason: reason ?? null, ...(flags === undefined ? {} : { flags: flags.join(' ') }) }
}
