/**
 * Where joinpoints may lie, and how many a series can bear.
 *
 * At observed times only, with at least two observations outside each outer
 * joinpoint and two between neighbours.
 *
 * Source: NCHS, Vital and Health Statistics 2(179) (2018), guideline 11; NCI Joinpoint defaults.
 */
export interface Spacing {
  /** observations outside the first and the last joinpoint */
  readonly end: number
  /** observations between two joinpoints */
  readonly between: number
}

export const SPACING: Spacing = { end: 2, between: 2 }

/** Most joinpoints for a number of observations: by rule of thumb, and as many as have room. */
export function maxJoinpoints(observations: number, { end, between } = SPACING): number {
  const byLength = [7, 12, 17, 22, 27].filter(least => observations >= least).length
  const room = Math.floor((observations - 2 * end + between) / (between + 1))
  return Math.max(0, Math.min(byLength, room))
}

/** Every admissible choice of `count` positions (from 0) among the observations. */
export function joinpointChoices(observations: number, count: number, spacing = SPACING): number[][] {
  if (count === 0) return [[]]
  const last = observations - spacing.end - 1
  return joinpointChoices(observations, count - 1, spacing).flatMap(chosen => {
    const first = chosen.length === 0 ? spacing.end : chosen.at(-1)! + spacing.between + 1
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => [...chosen, first + i])
  })
}
