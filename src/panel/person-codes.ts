/** The people of records by number, in the order in which they first appear. */
export type PersonId = string | number

export interface PersonCodes {
  /** per record, from 0 */
  readonly person: Int32Array
  readonly persons: number
}

export function personCodes(ids: readonly PersonId[]): PersonCodes {
  const known = new Map<PersonId, number>()
  const person = new Int32Array(ids.length)
  for (const [i, id] of ids.entries()) {
    const code = known.get(id) ?? known.size
    known.set(id, code)
    person[i] = code
  }
  return { person, persons: known.size }
}
