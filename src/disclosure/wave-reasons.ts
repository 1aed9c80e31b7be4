/**
 * Which estimates of one wave of one source may not be shown, and why.
 *
 * The measures of a domain share their respondents. So what hides a number of
 * respondents (`suppressed_n`, with its complements) hides the domain for every
 * measure: else n would be read from another measure's table. What hides a
 * numerator hides that measure only; the numerators of different measures do not
 * add up to one another (severely lonely is not a part of a printed partition).
 * A standardised value prints n, events and population of its crude domain and
 * is near it: it is hidden with it, and as a known combination of cells it takes
 * part in the relations from which a hidden cell might be computed.
 */
import type { EstimateEntry } from '../core/results.ts'
import { type MeasureTables, tablesOf, type Unprinted } from './measure-tables.ts'
import {
  type Count,
  type DisclosureRules,
  hasFewEvents,
  isNobody,
  ownReason,
  type Reason,
} from './own-reason.ts'

export type Reasons = Map<EstimateEntry, Reason>

export function waveReasons(
  entries: readonly EstimateEntry[],
  unprinted: readonly Unprinted[],
  rules: DisclosureRules,
): Reasons {
  const measures = tablesOf(entries, unprinted)
  const domains = fewRespondents(measures, rules)
  const isSmall = (count: Count) => count.n < rules.minN || hasFewEvents(count, rules)
  const reasons: Reasons = new Map()
  for (const tables of measures) {
    const crude = new Map<string, Reason>()
    for (const [i, entry] of tables.entries.entries()) {
      const key = tables.keys[i]
      const reason = ownReason(entry, rules) ?? domains.get(key) ?? crude.get(key)
      if (reason === undefined || isNobody(entry)) continue
      reasons.set(entry, reason)
      if (entry.standard === null) crude.set(key, reason)
    }
    const isHidden = (i: number) => reasons.has(tables.entries[i])
    for (const i of tables.complements(isHidden, isSmall, 'values')) {
      reasons.set(tables.entries[i], 'suppressed_complementary')
    }
  }
  return reasons
}

/** Domains hidden for every measure: too few respondents in any of them, and their complements. */
function fewRespondents(measures: readonly MeasureTables[], rules: DisclosureRules): Map<string, Reason> {
  const hidden = new Map<string, Reason>()
  for (const { entries, keys } of measures) {
    for (const [i, entry] of entries.entries()) {
      const few = entry.standard === null && ownReason(entry, rules) === 'suppressed_n'
      if (few) hidden.set(keys[i], 'suppressed_n')
    }
  }
  for (let before = -1; before < hidden.size; ) {
    before = hidden.size
    for (const tables of measures) {
      const isHidden = (i: number) => hidden.has(tables.keys[i]) && !isNobody(tables.entries[i])
      for (const i of tables.complements(isHidden, ({ n }) => n < rules.minN, 'respondents')) {
        hidden.set(tables.keys[i], hidden.get(tables.keys[i]) ?? 'suppressed_complementary')
      }
    }
  }
  return hidden
}
