/**
 * SQL that compares a column with declared codes, whatever type the file gave the column.
 *
 * A text code must equal the trimmed cell exactly. A number also meets a text cell
 * that reads as that number ('3', '3.0', ' 3'); a text code that reads as a number
 * also meets a numeric column.
 */
import type { MissingCode } from '../core/data-file.ts'
import type { Code } from '../core/study.ts'

export interface Column {
  readonly sql: string
  readonly type: 'DOUBLE' | 'VARCHAR'
  /** values the file itself declares missing */
  readonly missing?: readonly MissingCode[]
}

/** Spaces of every kind that survive in delimited files. */
const WHITE = ` \t\r\n\u00a0`

/** True where the column holds the code; false or NULL elsewhere. */
export function holds(column: Column, code: Code): string {
  if (typeof code === 'number') return `${number(column)} = ${code}`
  if (column.type === 'VARCHAR') return `${text(column)} = ${quote(code.trim())}`
  return readsAsNumber(code) ? `${column.sql} = ${Number(code)}` : 'FALSE'
}

/** The cheap half of `holds` for texts: cells written exactly as the code need neither trimming nor parsing. */
export function holdsLiterally(column: Column, codes: readonly Code[]): string[] {
  return column.type === 'VARCHAR' ? codes.map(code => `${column.sql} = ${quote(String(code))}`) : []
}

export function holdsAny(column: Column, codes: readonly Code[]): string {
  return codes.length === 0 ? 'FALSE' : `(${codes.map(code => holds(column, code)).join(' OR ')})`
}

/** Conditions, each true or NULL or false, of a cell that needs no declaration to be missing. */
export function blank(column: Column): string[] {
  const empty = column.type === 'VARCHAR' ? [`${text(column)} = ''`] : []
  return [`${column.sql} IS NULL`, ...empty, `isnan(${number(column)})`, `${number(column)} <= -1`]
}

/** Conditions of the values the file declares missing. */
export function declaredMissing(column: Column): string[] {
  return (column.missing ?? []).map(code =>
    code.kind === 'value'
      ? holds(column, code.value)
      : `${number(column)} BETWEEN ${limit(code.from)} AND ${limit(code.to)}`,
  )
}

/** The number in a cell, NULL where a text is none. */
export function number(column: Column): string {
  return column.type === 'DOUBLE' ? column.sql : `TRY_CAST(${text(column)} AS DOUBLE)`
}

function text(column: Column): string {
  return `trim(${column.sql}, ${quote(WHITE)})`
}

function quote(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

function readsAsNumber(code: string): boolean {
  return code.trim() !== '' && Number.isFinite(Number(code))
}

function limit(bound: number): string {
  return Number.isFinite(bound) ? String(bound) : `'${bound < 0 ? '-inf' : 'inf'}'::DOUBLE`
}
