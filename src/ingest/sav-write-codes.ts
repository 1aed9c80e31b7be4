/** Codes of a .sav to be written: values of eight bytes, missing codes, texts that must fit. */
import type { SavBytes } from './sav-bytes.ts'
import { HIGHEST, LOWEST } from './sav-codebook.ts'
import { type SavVariable, unwritable } from './sav-file.ts'

/** Kind as the format counts it: 0-3 values, −2 a range, −3 a range and a value. */
export function missingFields(variable: SavVariable): { kind: number; values: readonly (number | string)[] } {
  const missing = variable.missing ?? []
  const ranges = missing.filter(code => code.kind === 'range')
  const values = missing.filter(code => code.kind === 'value').map(({ value }) => value)
  if (ranges.length === 0 && values.length <= 3) return { kind: values.length, values }
  if (ranges.length > 1 || values.length > 1 || variable.type === 'text') {
    throw unwritable(
      `column ${variable.name} has more missing codes than three values, or a range and a value`,
    )
  }
  const [{ from, to }] = ranges
  const range = [from === -Infinity ? LOWEST : from, to === Infinity ? HIGHEST : to]
  return { kind: -2 - values.length, values: [...range, ...values] }
}

export function writeCode(bytes: SavBytes, value: number | string): void {
  if (typeof value === 'number') bytes.double(value)
  else bytes.text(fitting(value, 8, `the code ${value}`), 8)
}

export function fitting(text: string, most: number, what: string): string {
  const bytes = Buffer.byteLength(text)
  if (bytes <= most) return text
  throw unwritable(`${what} is ${bytes} bytes long; ${most} is the most`)
}
