/**
 * The part each wave plays in judging the break.
 *
 * By date: before the start pre, from start + lag on post, between them
 * transition (shown, not used). A declared role wins: fieldwork may run over
 * the start, and a zero measurement may lie after it. A `baseline` is such a
 * zero measurement and counts among the pre waves.
 *
 * Units: decimal years.
 */
import type { Role } from '../core/study.ts'

export interface Onset {
  /** start of the programme */
  readonly t0: number
  /** years before an effect may be expected */
  readonly lag: number
}

export function roleOf(time: number, { t0, lag }: Onset, declared: Role | null = null): Role {
  if (declared !== null) return declared
  if (time < t0) return 'pre'
  return time >= t0 + lag ? 'post' : 'transition'
}

/** Does the wave help to draw the line that the programme is judged against? */
export function isBefore(role: Role): boolean {
  return role === 'pre' || role === 'baseline'
}
