/**
 * Which claims of the verdict table are tested together.
 *
 * The primary cell was named in advance and keeps its own p-value; all other
 * cells are one family under Holm. So a crowd of secondary tables can neither
 * weaken the primary question nor win by number.
 */
import { holm } from './holm.ts'

export function familyP(cells: readonly { readonly primary: boolean; readonly p: number | null }[]) {
  const others = holm(cells.map(cell => (cell.primary ? null : cell.p)))
  return cells.map((cell, i) => (cell.primary ? cell.p : others[i]))
}
