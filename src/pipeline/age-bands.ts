/**
 * The finest age bands an analysis needs: every edge that a table or a standard uses.
 *
 * Cells are kept by these bands; a table's band, and the target itself, is a
 * union of them. Edges are whole years, the last band is open.
 */
import { bandBounds, bandLabel } from '../core/domain.ts'
import type { Standard } from '../core/standard.ts'
import type { Study } from '../core/study.ts'

export interface AgeBands {
  /** lower edges, ascending, from 0 */
  readonly edges: readonly number[]
  /** "0-17", "18-34", …, "90+" */
  readonly labels: readonly string[]
  /** where the target begins */
  readonly target: number
}

export function ageBands(study: Study, standards: readonly Standard[]): AgeBands {
  const [first, last] = study.target.age
  const edges = new Set([
    0,
    first,
    ...(last === null ? [] : [last + 1]),
    ...study.bands.target,
    ...study.bands.all,
    ...standards.flatMap(standard => standard.cells.map(cell => cell.ageFrom)),
  ])
  const ascending = [...edges].sort((a, b) => a - b)
  return {
    edges: ascending,
    labels: bandBounds(ascending).map(([from, to]) => bandLabel(from, to)),
    target: first,
  }
}

/** Indices of the fine bands that lie wholly inside [from, to). */
export function bandsWithin(bands: AgeBands, from: number, to: number | null): number[] {
  return bandBounds(bands.edges).flatMap(([lower, upper], i) =>
    lower >= from && (to === null || (upper !== null && upper <= to)) ? [i] : [],
  )
}
