/**
 * The register's count of people, beside a survey wave.
 *
 * An autumn wave belongs to the 1 January that follows it; where the register
 * has no such year, the 1 January of the year of the fieldwork serves, and the
 * date that was used is always said.
 *
 * Units: persons, whole population (also people in institutions).
 */

import type { PopulationRow } from '../core/population.ts'
export interface RegisterDay {
  readonly year: number
  readonly rows: readonly PopulationRow[]
}

/** The register on the 1 January nearest the wave; null when it has neither that year nor the year of the wave. */
export function registerDay(population: readonly PopulationRow[], time: number): RegisterDay | null {
  const ofYear = (year: number) => population.filter(row => row.year === year)
  const candidates = [Math.round(time), Math.floor(time)]
  const year = candidates.find(candidate => ofYear(candidate).length > 0)
  return year === undefined ? null : { year, rows: ofYear(year) }
}

/** People of these ages, of one sex or both; null when a band straddles a bound. */
export function personsOf(
  day: RegisterDay,
  from: number,
  to: number | null,
  sex: 'male' | 'female' | null = null,
): number | null {
  const inside = (row: PopulationRow) =>
    row.ageFrom >= from && (to === null || (row.ageTo !== null && row.ageTo <= to))
  const outside = (row: PopulationRow) =>
    (row.ageTo !== null && row.ageTo <= from) || (to !== null && row.ageFrom >= to)
  if (day.rows.some(row => !inside(row) && !outside(row))) return null
  return day.rows
    .filter(row => inside(row) && (sex === null || row.sex === sex))
    .reduce((total, row) => total + row.persons, 0)
}
