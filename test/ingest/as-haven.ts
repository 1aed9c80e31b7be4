/** What haven knows of a variable; the rest of SPSS's variable view it does not read. */
import type { Variable } from '../../src/core/data-file.ts'

export function asHaven({ name, label, type, format, valueLabels, missing }: Variable) {
  return { name, label, type, format, valueLabels, missing }
}

/** -Infinity and Infinity are texts in the JSON. */
export function withInfinities<T>(text: string): T {
  return JSON.parse(text, (_, value) => (/^-?Infinity$/.test(String(value)) ? Number(value) : value))
}
