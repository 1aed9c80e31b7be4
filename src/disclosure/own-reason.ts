/**
 * Why an estimate may not be shown, looking at nothing but itself.
 *
 * Confidentiality first (too few respondents; too few with or without the
 * event), then reliability. Nobody at all is no secret: an empty domain is left
 * as it is.
 */
import type { EstimateEntry } from '../core/results.ts'
import { type Presentation, presentation } from './presentation.ts'

/** 0 switches a minimum off. */
export interface DisclosureRules {
  readonly minN: number
  readonly minEvents: number
  readonly presentation: 'nchs' | 'off'
}

export type Reason =
  | 'suppressed_n'
  | 'suppressed_events'
  | 'suppressed_neff'
  | 'suppressed_width'
  | 'suppressed_relative_width'
  | 'suppressed_complementary'

/** People counted in a figure. */
export interface Count {
  readonly n: number
  readonly events: number | null
}

export function ownReason(entry: EstimateEntry, rules: DisclosureRules): Reason | null {
  if (entry.n === null || isNobody(entry)) return null
  if (entry.n < rules.minN) return 'suppressed_n'
  if (hasFewEvents({ n: entry.n, events: entry.events }, rules)) return 'suppressed_events'
  return presentationOf(entry, rules)?.reason ?? null
}

/** Null for means, for figures without a value, and where the standard is switched off. */
export function presentationOf(entry: EstimateEntry, rules: DisclosureRules): Presentation | null {
  const { value, n, neff, df, events, reporting } = entry
  if (rules.presentation === 'off' || value === null || n === null || events === null) return null
  return presentation({ value, n, neff, df: df ?? Infinity, events, reporting })
}

export function hasFewEvents({ n, events }: Count, { minEvents }: DisclosureRules): boolean {
  return events !== null && Math.min(events, n - events) < minEvents
}

export function isNobody({ n, nMissing }: Pick<EstimateEntry, 'n' | 'nMissing'>): boolean {
  return n === 0 && (nMissing ?? 0) === 0
}
