/**
 * Slices: the figures of one combination of levels (all, men, one municipality)
 * along the ages, cut into atoms.
 *
 * An atom is a range of ages between neighbouring edges of the slice. Where no
 * figure stands for it, it is implied: the difference of two that do, such as
 * the people below 75 of a municipality that prints 75+ and all.
 */
import { groupBy } from './group-by.ts'
import type { Count } from './own-reason.ts'
import type { Region } from './regions.ts'

export interface Slice {
  readonly others: Region['others']
  /** ascending */
  readonly edges: readonly number[]
  /** the figure of each atom, from edge i to edge i + 1 */
  readonly atoms: readonly number[]
  /** figures that are not an atom themselves */
  readonly unions: readonly { readonly figure: number; readonly from: number; readonly to: number }[]
}

export interface Sliced {
  readonly slices: readonly Slice[]
  /** people in the implied figures, numbered on after the given ones; null where not computable */
  readonly implied: readonly (Count | null)[]
}

/** `counts` beside `regions`; null for a figure whose people are not known. */
export function sliced(regions: readonly Region[], counts: readonly (Count | null)[]): Sliced {
  const groups = groupBy(regions.keys(), i => JSON.stringify(regions[i].others))
  const implied: (Count | null)[] = []
  const slices = [...groups.values()].map(figures => sliceOf(figures, regions, counts, implied))
  return { slices, implied }
}

/** The atoms of a slice between two ages. */
export function atomsWithin({ edges, atoms }: Slice, from: number, to: number): number[] {
  return atoms.filter((_, i) => edges[i] >= from && edges[i + 1] <= to)
}

function sliceOf(
  figures: readonly number[],
  regions: readonly Region[],
  counts: readonly (Count | null)[],
  implied: (Count | null)[],
): Slice {
  const edges = [...new Set(figures.flatMap(i => [regions[i].from, regions[i].to]))].sort((a, b) => a - b)
  const isAtom = (i: number, edge: number) =>
    regions[i].from === edges[edge] && regions[i].to === edges[edge + 1]
  const atoms = edges.slice(1).map((_, edge) => {
    const own = figures.find(i => isAtom(i, edge))
    return own ?? regions.length + implied.push(null) - 1
  })
  const unions = figures
    .filter(i => !atoms.includes(i))
    .map(figure => ({ figure, from: regions[figure].from, to: regions[figure].to }))
  const slice = { others: regions[figures[0]].others, edges, atoms, unions }
  for (const union of unions) countDifference(union, slice, counts, implied)
  return slice
}

/** A union with one implied atom gives its people away. */
function countDifference(
  union: Slice['unions'][number],
  slice: Slice,
  counts: readonly (Count | null)[],
  implied: (Count | null)[],
): void {
  const parts = atomsWithin(slice, union.from, union.to)
  const unknown = parts.filter(i => i >= counts.length)
  if (unknown.length !== 1) return
  const whole = counts[union.figure]
  const others = parts.filter(i => i < counts.length).map(i => counts[i])
  if (whole === null || others.includes(null)) return
  const sum = (of: (count: Count) => number | null) =>
    others.reduce((total, count) => total + (count === null ? 0 : (of(count) ?? 0)), 0)
  implied[unknown[0] - counts.length] = {
    n: whole.n - sum(({ n }) => n),
    events: whole.events === null ? null : whole.events - sum(({ events }) => events),
  }
}
