/**
 * The cells of a standard population that make up a target: its own age bands,
 * and its sexes where it knows them, with their shares.
 *
 * Nothing is stretched: where a band of the standard crosses an edge of the
 * target, leaves a gap, or cannot be joined from the bands of the data, the
 * standard is skipped and says why. A domain of one sex uses that sex's part,
 * so that its shares sum to 1 again; a standard without sexes serves both alike.
 *
 * Units: ages in whole years, `to` exclusive and null for open; shares sum to 1.
 */
import { bandLabel } from '../core/domain.ts'
import type { Standard, StandardCell } from '../core/standard.ts'

export type Sex = 'male' | 'female'
export type AgeBounds = readonly [from: number, to: number | null]

export interface FittedCell {
  readonly from: number
  readonly to: number | null
  /** null = both sexes */
  readonly sex: Sex | null
  readonly share: number
  /** positions in the age bands of the data */
  readonly ages: readonly number[]
}

export type Fit =
  | { readonly kind: 'fitted'; readonly cells: readonly FittedCell[] }
  | { readonly kind: 'skipped'; readonly reason: string }

/** `bands` are the age bands of the data, ascending; `sex` names a domain of one sex. */
export function fitStandard(
  standard: Standard,
  target: AgeBounds,
  bands: readonly AgeBounds[],
  sex: Sex | null = null,
): Fit {
  const inside = standard.cells.filter(cell => overlaps(cell, target))
  const reason = misfit(inside, target, bands)
  if (reason !== null) return { kind: 'skipped', reason }
  const own = inside.filter(cell => sex === null || cell.sex === null || cell.sex === sex)
  const total = own.reduce((persons, cell) => persons + cell.persons, 0)
  if (!(total > 0)) return { kind: 'skipped', reason: 'it has no persons in the target' }
  const populated = own.filter(({ persons }) => persons > 0).sort(byAgeThenSex)
  return {
    kind: 'fitted',
    cells: populated.map(({ ageFrom, ageTo, sex, persons }) => ({
      from: ageFrom,
      to: ageTo,
      sex,
      share: persons / total,
      ages: bandsWithin(bands, ageFrom, ageTo),
    })),
  }
}

/** Why the cells do not fit, or null. */
function misfit(
  cells: readonly StandardCell[],
  [from, to]: AgeBounds,
  bands: readonly AgeBounds[],
): string | null {
  const crossing = cells.find(({ ageFrom, ageTo }) => ageFrom < from || end(ageTo) > end(to))
  if (crossing !== undefined) return `its ages ${name(crossing)} cross the edge of ${bandLabel(from, to)}`
  const sexes = [...new Set(cells.map(({ sex }) => sex))]
  if (sexes.length === 2 && sexes.includes(null)) return 'it knows the sexes for some ages only'
  if (sexes.length === 1 && sexes[0] !== null) return `it knows ${sexes[0]} persons only`
  const parts = sexes.map(sex => cells.filter(cell => cell.sex === sex).sort(byAgeThenSex))
  if (!parts.every(part => covers(part, from, to)) || parts.length === 0) {
    return `its ages leave a gap in ${bandLabel(from, to)}, or overlap`
  }
  if (new Set(parts.map(part => part.map(name).join())).size > 1) return 'its sexes have different age bands'
  const unjoined = cells.find(({ ageFrom, ageTo }) => !tiles(bands, ageFrom, ageTo))
  return unjoined === undefined ? null : `its ages ${name(unjoined)} cannot be joined from those of the data`
}

function overlaps({ ageFrom, ageTo }: StandardCell, [from, to]: AgeBounds): boolean {
  return ageFrom < end(to) && end(ageTo) > from
}

function covers(sorted: readonly StandardCell[], from: number, to: number | null): boolean {
  return (
    sorted.length > 0 &&
    sorted.every((cell, i) => cell.ageFrom === (i === 0 ? from : sorted[i - 1].ageTo)) &&
    sorted[sorted.length - 1].ageTo === to
  )
}

/** Whether bands of the data begin and end exactly at these ages. */
function tiles(bands: readonly AgeBounds[], from: number, to: number | null): boolean {
  const within = bandsWithin(bands, from, to).map(i => bands[i])
  return within.length > 0 && within[0][0] === from && within[within.length - 1][1] === to
}

function bandsWithin(bands: readonly AgeBounds[], from: number, to: number | null): number[] {
  return bands.flatMap(([lower, upper], i) => (lower >= from && end(upper) <= end(to) ? [i] : []))
}

function byAgeThenSex(a: StandardCell, b: StandardCell): number {
  return a.ageFrom - b.ageFrom || (a.sex === b.sex ? 0 : a.sex === 'male' ? -1 : 1)
}

function end(to: number | null): number {
  return to ?? Infinity
}

function name({ ageFrom, ageTo }: StandardCell): string {
  return bandLabel(ageFrom, ageTo)
}
