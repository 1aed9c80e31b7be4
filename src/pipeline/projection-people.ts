/** People of each cell of a target, in the register or in a forecast. */
import type { FittedCell } from '../standardise/fit.ts'
import { personsOf, type RegisterDay } from './register.ts'

/** In the order of the cells; null where a band straddles one of them, or leaves a part of it out. */
export function peopleByCell(day: RegisterDay, cells: readonly FittedCell[]): number[] | null {
  const persons = cells.map(({ from, to, sex }) => {
    const sexes = sex === null ? (['male', 'female'] as const) : [sex]
    const begins = sexes.every(one => day.rows.some(row => row.sex === one && row.ageFrom === from))
    return begins ? personsOf(day, from, to, sex) : null
  })
  const known = persons.filter(count => count !== null)
  return known.length === cells.length && known.every(count => count > 0) ? known : null
}
