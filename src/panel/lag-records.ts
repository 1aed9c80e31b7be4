/**
 * Records of a panel for comparing equal ages in different waves: who counts where.
 *
 * A wave that begins at 77 has nobody of 75 to compare with: all waves are then cut
 * to the highest age at which one of them begins. Which waves are compared: each
 * with the one closest to ten years before it.
 *
 * Units: ages in years; bands [from, to), in whole years, null = open.
 */
import { bandLabel } from '../core/domain.ts'
import { EjzError } from '../core/error.ts'
import type { StandardCell } from '../core/standard.ts'
import type { ClusterRecord } from './person-clusters.ts'

/** One interview, also of people too young for the comparison: they belong to the design. */
export interface LagRecord extends ClusterRecord {
  /** position among the waves of the source */
  readonly wave: number
  readonly age: number
  readonly sex: 'male' | 'female' | null
  readonly weight: number
  /** 1 = lonely, 0 = not, null = no valid score; or any other yes or no */
  readonly lonely: number | null
  readonly score: number | null
}

export type Band = readonly [number, number | null]

/**
 * The age from which on all these waves have people: at least `target`, and the lowest
 * age of each wave, as declared by position or, for want of that, as found.
 */
export function commonAgeFloor(
  records: readonly LagRecord[],
  waves: readonly number[],
  target: number,
  declared: ReadonlyMap<number, number> = new Map(),
): number {
  const lowest = waves.map(wave => declared.get(wave) ?? youngest(records, wave))
  return Math.max(target, ...lowest)
}

/** −Infinity where the wave has nobody at all: it does not decide. */
function youngest(records: readonly LagRecord[], wave: number): number {
  let age = Infinity
  for (const record of records) if (record.wave === wave) age = Math.min(age, record.age)
  return age === Infinity ? -Infinity : Math.floor(age)
}

/** The bands from the floor up: one it runs through begins there, one below it is gone. */
export function bandsAbove(bands: readonly Band[], floor: number): Band[] {
  return bands
    .filter(([, to]) => to === null || to > floor)
    .map(([from, to]) => [Math.max(from, floor), to] as const)
}

/** Each wave with the earlier one closest to `years` before it, within `tolerance`. */
export function lagPairs(times: readonly number[], years = 10, tolerance = 1.5): [number, number][] {
  return times.flatMap((time, now): [number, number][] => {
    const off = (then: number) => Math.abs(time - times[then] - years)
    const near = [...times.keys()].filter(then => off(then) <= tolerance)
    if (near.length === 0) return []
    return [[near.reduce((best, then) => (off(then) < off(best) ? then : best)), now]]
  })
}

/** A wave's own people as the standard: Σ weight by band and sex. */
export function waveStandard(
  records: readonly LagRecord[],
  wave: number,
  bands: readonly Band[],
): StandardCell[] {
  const own = records.filter(record => record.wave === wave)
  return bands.flatMap(([ageFrom, ageTo]) =>
    (['male', 'female'] as const).flatMap(sex => {
      const cell = { ageFrom, ageTo, sex }
      const persons = own.reduce((total, record) => total + (belongs(record, cell) ? record.weight : 0), 0)
      return persons > 0 ? [{ ...cell, persons }] : []
    }),
  )
}

export function belongs(record: LagRecord, cell: Omit<StandardCell, 'persons'>): boolean {
  const old = record.age >= cell.ageFrom && (cell.ageTo === null || record.age < cell.ageTo)
  return old && (cell.sex === null || record.sex === cell.sex)
}

/** "75-84 female" */
export function cellName({ ageFrom, ageTo, sex }: Omit<StandardCell, 'persons'>): string {
  return sex === null ? bandLabel(ageFrom, ageTo) : `${bandLabel(ageFrom, ageTo)} ${sex}`
}

/** Cells may not begin where a wave has nobody. */
export function refuseBelow(floor: number, cells: readonly StandardCell[]): void {
  const below = cells.find(({ ageFrom }) => ageFrom < floor)
  if (below === undefined) return
  throw new EjzError(
    'ages-not-common',
    `${cellName(below)} begins below ${floor}, where one of the waves begins`,
    `begin the ages at ${floor} in every wave`,
    'bug',
  )
}
