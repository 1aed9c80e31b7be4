/**
 * Who may be in a file twice, and by which columns that is seen.
 *
 * The number that is one person's in the whole country goes before the running
 * number of a file, which tells records apart, not people.
 */
import type { Binding, Duplicates } from '../core/binding.ts'
import type { WaveSpec } from '../core/study.ts'
import type { Columns } from './columns.ts'
import type { Profile } from './profile.ts'

export function bindDuplicates(
  profile: Profile,
  wave: WaveSpec,
  columns: Columns,
  id: Binding['columns']['id'],
): Duplicates | undefined {
  const { duplicates } = wave
  const chosen = duplicates !== null && columns.isDeclared('id')
  const person = chosen ? null : personColumns(profile, columns)
  const identity = person ?? (id === undefined ? [] : [id])
  if (duplicates !== null) {
    if (identity.length === 0) columns.reportMissing('id', profile.names.id)
    return { rule: duplicates, identity }
  }
  if (person !== null) return { rule: 'keep-most-complete', identity: person }
  return identity.length > 0 && looksByItself(profile, wave) ? { rule: 'count', identity } : undefined
}

function personColumns({ person }: Profile, columns: Columns): readonly string[] | null {
  const number = person === undefined ? undefined : columns.first([person.required])
  if (person === undefined || number === undefined) return null
  const besides = person.besides.flatMap(name => columns.first([name]) ?? [])
  return [...besides, number]
}

/** A survey of one's own only as a panel: its ids are read for that anyway. */
function looksByItself({ id, person }: Profile, { panel }: WaveSpec): boolean {
  return person === undefined && (id !== 'microdata' || panel)
}
