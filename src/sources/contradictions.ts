/**
 * Where value labels say something else than the codes in use.
 *
 * Variables that contradict in the same way are one problem. When only some
 * do, those are coded the other way round than the rest; when all do, the
 * codes or the labels are wrong as a whole.
 */
import type { Variable } from '../core/data-file.ts'
import type { Problem } from '../core/error.ts'
import type { Code } from '../core/study.ts'

interface Labelled {
  readonly path: string
  readonly variables: readonly Variable[]
}

export function contradictions<M extends string>(
  codes: Readonly<Record<M, readonly Code[]>>,
  { path, variables }: Labelled,
  meaningOf: (label: string) => M | null,
): Problem[] {
  const alike = new Map<string, string[]>()
  for (const variable of variables) {
    const text = contradictionsOf(variable, codes, meaningOf).join(', ')
    if (text !== '') alike.set(text, [...(alike.get(text) ?? []), variable.name])
  }
  const all = [...alike.values()].flat().length === variables.length
  return [...alike].map(([text, names]) => ({
    code: 'labels-reversed',
    message: `the value labels of ${listed(names)} contradict the codes: ${text}`,
    hint: all ? WHOLE : ONE_ITEM,
    where: `${path}, variable ${names[0]}`,
    count: names.length,
  }))
}

const ONE_ITEM =
  'the other items are labelled the other way round: recode these in the data file, or correct their labels there'
const WHOLE =
  'if the labels are right, declare the codes they say under `codes`; if not, correct the labels in the data file'

function contradictionsOf<M extends string>(
  { valueLabels }: Variable,
  codes: Readonly<Record<M, readonly Code[]>>,
  meaningOf: (label: string) => M | null,
): string[] {
  return valueLabels.flatMap(({ value, label }) => {
    const said = meaningOf(label)
    const used = meaningInUse(value, codes)
    if (said === null || said === used || (used === null && said === 'missing')) return []
    return [`${value} is labelled "${label}" but ${used === null ? 'not declared' : `taken as ${used}`}`]
  })
}

function meaningInUse<M extends string>(
  value: Code,
  codes: Readonly<Record<M, readonly Code[]>>,
): string | null {
  const entries: [string, readonly Code[]][] = Object.entries(codes)
  const known = entries.find(([, values]) => values.some(code => String(code) === String(value)))
  if (known !== undefined) return known[0]
  return typeof value === 'number' && value <= -1 ? 'missing' : null
}

function listed(names: readonly string[]): string {
  return names.length <= 3 ? names.join(', ') : `${names[0]} … ${names.at(-1)} (${names.length} variables)`
}
