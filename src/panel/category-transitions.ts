/**
 * Transitions between the categories of loneliness within the same people.
 *
 * A category runs from its cut-off to below the next; the first one lies below
 * all cut-offs. Worse = in a more severe category at the second wave.
 *
 * Units: persons; shares of a row are P(to | from), 0-1.
 * Checked against: R 4.2 table.
 */
import { sum } from '../core/linear.ts'
import { type MarginalHomogeneity, marginalHomogeneity } from './marginal-homogeneity.ts'
import type { Column, Pairs } from './pairs.ts'

export interface CategoryTransitions {
  /** lowest score of every category but the first */
  readonly cuts: readonly number[]
  /** rows: first wave; columns: second wave */
  readonly counts: readonly (readonly number[])[]
  /** null: nobody was in that category at the first wave */
  readonly rowShares: readonly (readonly number[] | null)[]
  readonly worse: number
  readonly better: number
  readonly stable: number
  readonly marginalHomogeneity: MarginalHomogeneity
}

/** `cuts` ascending: 3 and 9 for the eleven items, 9-10 and 11 taken together. */
export function categoryTransitions(
  { from, to }: Pick<Pairs, 'from' | 'to'>,
  cuts: readonly number[],
): CategoryTransitions {
  const counts = countMoves(from, to, cuts)
  const cells = counts.flatMap((row, i) => row.map((count, j) => ({ step: j - i, count })))
  const people = (steps: (step: number) => boolean) =>
    sum(cells.filter(({ step }) => steps(step)).map(({ count }) => count))
  return {
    cuts,
    counts,
    rowShares: counts.map(sharesOf),
    worse: people(step => step > 0),
    better: people(step => step < 0),
    stable: people(step => step === 0),
    marginalHomogeneity: marginalHomogeneity(counts),
  }
}

function countMoves(from: Column, to: Column, cuts: readonly number[]): number[][] {
  const categories = [0, ...cuts]
  const counts = categories.map(() => categories.map(() => 0))
  for (let i = 0; i < from.length; i++) counts[categoryOf(from[i], cuts)][categoryOf(to[i], cuts)]++
  return counts
}

function categoryOf(score: number, cuts: readonly number[]): number {
  return cuts.filter(cut => score >= cut).length
}

function sharesOf(row: readonly number[]): number[] | null {
  const total = sum(row)
  return total === 0 ? null : row.map(count => count / total)
}
