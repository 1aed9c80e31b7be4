/**
 * Custom attributes of a file (extension record 17) and of its variables (18), and the role among them.
 *
 *   name('value'⏎'value'⏎)name(…)          of the file
 *   variable:name('value'⏎)/variable:…     of variables
 *
 * What does not follow this form ends the reading of attributes: nothing else depends on them.
 * Source: PSPP Developer's Guide 1.6, "Attribute Records".
 */
import type { Attributes, Variable } from '../core/data-file.ts'

/** The key of `ROLES` is the code of a role. */
export const ROLE = '$@Role'
export const ROLES = ['input', 'target', 'both', 'none', 'partition', 'split'] as const

export function fileAttributes(text: string): Attributes {
  return readAttributes(text, 0).attributes
}

export interface VariableAttributes {
  /** input where the file does not say, as in SPSS */
  readonly role: NonNullable<Variable['role']>
  readonly attributes?: Attributes
}

/** By name of the variable, in upper case. */
export function variableAttributes(text: string): Map<string, VariableAttributes> {
  const result = new Map<string, VariableAttributes>()
  for (let at = 0; at < text.length; at++) {
    const colon = text.indexOf(':', at)
    if (colon < 0) break
    const { attributes, end } = readAttributes(text, colon + 1)
    result.set(text.slice(at, colon).toUpperCase(), withRole(attributes))
    at = end
    if (text[at] !== '/') break
  }
  return result
}

function withRole(all: Attributes): VariableAttributes {
  const { [ROLE]: role, ...attributes } = all
  return {
    role: ROLES[Number(role?.[0])] ?? 'input',
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
  }
}

const NAME = /[^(/:\n]+\(/y
const VALUE = /'([^\n]*)'\n/y

/** Attributes one after another, up to `end`. */
function readAttributes(text: string, start: number): { attributes: Attributes; end: number } {
  const found: [string, string[]][] = []
  let end = start
  for (;;) {
    const name = matchAt(NAME, text, end)
    const read = name === null ? null : readValues(text, NAME.lastIndex)
    if (name === null || read === null) return { attributes: Object.fromEntries(found), end }
    found.push([name[0].slice(0, -1), read.values])
    end = read.end
  }
}

/** One or more values and a closing bracket; null where something else stands. */
function readValues(text: string, start: number): { values: string[]; end: number } | null {
  const values: string[] = []
  let at = start
  for (let value = matchAt(VALUE, text, at); value !== null; value = matchAt(VALUE, text, at)) {
    values.push(value[1])
    at = VALUE.lastIndex
  }
  return values.length > 0 && text[at] === ')' ? { values, end: at + 1 } : null
}

function matchAt(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at
  return form.exec(text)
}

export function attributesText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, values]) => `${name}(${values.map(value => `'${value}'\n`).join('')})`)
    .join('')
}
