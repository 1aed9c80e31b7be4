/**
 * Published figures are public already: nothing is hidden, but a figure that the
 * rules would hide is marked.
 *
 * The presentation standard needs respondents, so that it speaks only where
 * their number was published; its width is that of the interval at hand.
 *
 * Units: proportions 0-1.
 */
import type { EstimateEntry } from '../core/results.ts'
import type { DisclosureRules } from './own-reason.ts'
import { presentation } from './presentation.ts'

export type PublishedMark = 'small_n' | 'unreliable'

export function isPublished({ cite }: EstimateEntry): boolean {
  return cite !== undefined
}

export function publishedMarks(entry: EstimateEntry, rules: DisclosureRules): PublishedMark[] {
  const { value, n, neff, low, high, measure } = entry
  if (value === null || n === null) return []
  const few: PublishedMark[] = n < rules.minN ? ['small_n'] : []
  if (rules.presentation === 'off' || measure === 'score' || low === null || high === null) return few
  const events = Math.round(value * n)
  const { reason } = presentation({ value, n, neff, df: Infinity, events, reporting: { low, high } })
  return reason === null ? few : [...few, 'unreliable']
}
