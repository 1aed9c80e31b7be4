/**
 * Suppression in a plain table of counts whose row and column totals are published.
 *
 * Where exactly one cell of a row or column is hidden, the smallest other one is
 * hidden too, until no hidden count can be computed.
 *
 * Source: the method paper, part 10.
 */
import type { Relation } from './determined.ts'
import { protect } from './protect.ts'

/** What is hidden in the end; `primary` says what is hidden for its own sake. */
export function suppressCounts(
  counts: readonly (readonly number[])[],
  primary: readonly (readonly boolean[])[],
): boolean[][] {
  const width = counts[0]?.length ?? 0
  const flat = counts.flat()
  const rank = flat.map((_, i) => i).sort((a, b) => flat[a] - flat[b] || a - b)
  const figures = flat.map((_, i) => ({
    known: !primary.flat()[i],
    secret: true,
    table: null,
    order: rank.indexOf(i),
    linked: [],
    derived: false,
    headline: false,
  }))
  const rows = counts.map((row, r) => row.map((_, c) => r * width + c))
  const columns = Array.from({ length: width }, (_, c) => counts.map((_, r) => r * width + c))
  const hidden = new Set(protect(figures, [...rows, ...columns].map(sumTo)))
  return rows.map(row => row.map(i => !figures[i].known || hidden.has(i)))
}

/** The total is published, so only the cells can be unknown. */
function sumTo(cells: readonly number[]): Relation {
  return { figures: cells, coefficients: cells.map(() => 1) }
}
