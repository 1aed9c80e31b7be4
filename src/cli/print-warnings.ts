/** Warnings on stderr, the same one of several waves told once. */
import { printable } from './printable.ts'
import type { Terminal } from './terminal.ts'
import { wrapped } from './wrapped.ts'

/** A warning as any stage or the results bring it. */
export interface PrintableWarning {
  readonly code: string
  readonly message: string
  readonly hint?: string | undefined
  readonly source?: string | undefined
  readonly wave?: string | undefined
  readonly where?: string | undefined
}

export function printWarnings(warnings: readonly PrintableWarning[], { err, quiet }: Terminal): void {
  if (quiet || warnings.length === 0) return
  const { colour } = err
  for (const { first, places } of grouped(warnings)) {
    const where = places.length === 0 ? '' : colour.dim(` (${printable(placesText(places))})`)
    err.line(wrapped(`${colour.yellow.bold('warning:')} ${printable(first.message)}${where}`, err.width, 9))
    if (first.hint !== undefined) err.line(wrapped(`         ${first.hint}`, err.width, 9))
  }
}

interface Group {
  readonly first: PrintableWarning
  readonly places: string[]
}

function grouped(warnings: readonly PrintableWarning[]): Group[] {
  const groups = new Map<string, Group>()
  for (const warning of warnings) {
    const key = `${warning.code}\n${warning.message}`
    const group = groups.get(key) ?? { first: warning, places: [] }
    const place = placeOf(warning)
    if (place !== '' && !group.places.includes(place)) group.places.push(place)
    groups.set(key, group)
  }
  return [...groups.values()]
}

function placeOf({ source, wave, where }: PrintableWarning): string {
  return [[source, wave].filter(part => part !== undefined).join(' '), where ?? '']
    .filter(part => part !== '')
    .join(', ')
}

const NAMED = 4

function placesText(places: readonly string[]): string {
  const named = places.slice(0, NAMED).join('; ')
  return places.length > NAMED ? `${named} and ${places.length - NAMED} more` : named
}
