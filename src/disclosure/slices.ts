/**
 * Slices: the figures of one combination of levels (all, men, one municipality)
 * along the ages, cut into atoms.
 *
 * An atom is a range of ages between neighbouring edges of the slice. Where no
 * figure stands for it, it is implied: the difference of two that do, such as
 * the people below 75 of a municipality that prints 75+ and all.
 */
import { groupBy } from './group-by.ts'
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

/** An implied figure is the whole less the others; null where figures do not give it. */
export type Difference = { readonly whole: number; readonly others: readonly number[] } | null

export interface Sliced {
  readonly slices: readonly Slice[]
  /** how the implied figures, numbered on after the given ones, follow from those */
  readonly implied: readonly Difference[]
}

export function sliced(regions: readonly Region[]): Sliced {
  const groups = groupBy(regions.keys(), i => JSON.stringify(regions[i].others))
  const implied: Difference[] = []
  const slices = [...groups.values()].map(figures => sliceOf(figures, regions, implied))
  return { slices, implied }
}

/** The atoms of a slice between two ages. */
export function atomsWithin({ edges, atoms }: Slice, from: number, to: number): number[] {
  return atoms.filter((_, i) => edges[i] >= from && edges[i + 1] <= to)
}

function sliceOf(figures: readonly number[], regions: readonly Region[], implied: Difference[]): Slice {
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
  for (const union of unions) {
    const parts = atomsWithin(slice, union.from, union.to)
    const unknown = parts.filter(i => i >= regions.length)
    if (unknown.length !== 1) continue
    const others = parts.filter(i => i < regions.length)
    implied[unknown[0] - regions.length] = { whole: union.figure, others }
  }
  return slice
}
