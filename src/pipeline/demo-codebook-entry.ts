/** Entries of the codebooks of the demo's .sav files. */
import type { MissingCode, Variable } from '../core/data-file.ts'

export interface DemoColumn {
  readonly variable: Variable
  /** NaN = system-missing */
  readonly values: Float64Array
}

export interface DemoSav {
  readonly name: string
  readonly columns: readonly DemoColumn[]
}

export function column<T>(rows: readonly T[], value: (row: T) => number): Float64Array {
  return Float64Array.from(rows, value)
}

export function number(name: string, label: string, format: string): Variable {
  return { name, label, type: 'number', format, valueLabels: [], missing: [] }
}

export function labelled(
  name: string,
  label: string,
  labels: readonly (readonly [code: number, label: string])[],
  missing: readonly MissingCode[] = [],
): Variable {
  return {
    ...number(name, label, 'F8.0'),
    valueLabels: labels.map(([value, text]) => ({ value, label: text })),
    missing,
  }
}

export function codes(...values: number[]): MissingCode[] {
  return values.map(value => ({ kind: 'value', value }))
}
