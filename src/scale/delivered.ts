/**
 * Scores as a data holder made them, in SQL: the value of each, and which codes nobody declared.
 *
 * Only the values a score can have are accepted. They are looked for first, so
 * that a value which the file declares missing but which has a meaning here (8 of
 * GGEES209, not applicable: not lonely) is never lost; `sources` refuses where the
 * two truly contradict.
 *
 * Units: scores 0-11, 0-6, 0-5 or 0-3; categories 0-3; flags 0 no, 1 yes.
 */
import type { DeliveredScore } from '../core/binding.ts'
import { blank, type Column, declaredMissing, holdsAny, number } from './code-match.ts'

/** NULL where the score is missing or its code unknown. */
export function deliveredValue(column: Column, { values }: DeliveredScore): string {
  const tests = [...values].map(([code, value]) => `WHEN ${code} THEN ${value}`)
  return `(CASE ${number(column)} ${tests.join(' ')} END)::TINYINT`
}

/** True where a code is neither a score nor missing. */
export function isUnknownScore(column: Column, score: DeliveredScore): string {
  const missing = [...blank(column), ...declaredMissing(column), holdsAny(column, score.missing)]
  return `(${deliveredValue(column, score)} IS NULL AND NOT coalesce(${missing.join(' OR ')}, false))`
}

/** Bit i where the code of the i-th score is unknown. */
export function unknownScores(scores: readonly (readonly [Column, DeliveredScore])[]): string {
  const bits = scores.map(([column, score], i) => `${isUnknownScore(column, score)}::INTEGER * ${1 << i}`)
  return `(${bits.join(' + ')})::INTEGER`
}
