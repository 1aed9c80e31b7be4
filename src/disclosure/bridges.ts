/**
 * Hides bridges between the two scales that rest on few people or on a hidden estimate.
 *
 * Each of the four cells is the numerator of one printed share and the complement
 * of another, so that the minimum of events holds for all four. A crosswalk is the
 * prevalence of its wave in other words: it goes with it.
 */
import type { BridgeEntry, EstimateEntry } from '../core/results.ts'
import type { DisclosureRules } from './own-reason.ts'

/** `estimates` after their disclosure. */
export function discloseBridges(
  bridges: readonly BridgeEntry[],
  estimates: readonly EstimateEntry[],
  rules: DisclosureRules,
): BridgeEntry[] {
  const hidden = new Set(estimates.filter(isHiddenTotal).map(({ source, wave }) => keyOf(source, wave)))
  const isHidden = (source: string, wave: string) => hidden.has(keyOf(source, wave))
  const reasons = new Map(
    bridges.map(entry => [
      keyOf(entry.source, entry.wave),
      reasonOf(entry, isHidden(entry.source, entry.wave), rules),
    ]),
  )
  return bridges.map(entry => {
    const reason = reasons.get(keyOf(entry.source, entry.wave)) ?? null
    if (reason !== null) return hide(entry, reason)
    const shown = entry.crosswalks.filter(
      ({ wave }) =>
        !isHidden(entry.source, wave) && (reasons.get(keyOf(entry.source, wave)) ?? null) === null,
    )
    return { ...entry, crosswalks: shown }
  })
}

function reasonOf({ n, counts }: BridgeEntry, isHidden: boolean, rules: DisclosureRules): string | null {
  if (isHidden) return 'suppressed'
  if ((n ?? 0) < rules.minN) return 'suppressed_n'
  const few = Object.values(counts ?? {}).some(count => count < rules.minEvents)
  return few ? 'suppressed_events' : null
}

function isHiddenTotal({ measure, standard, domain, shown }: EstimateEntry): boolean {
  return (
    !shown &&
    measure === 'lonely' &&
    standard === null &&
    domain.target !== 'all' &&
    Object.keys(domain).length === 1
  )
}

function hide(entry: BridgeEntry, reason: string): BridgeEntry {
  return {
    ...entry,
    n: null,
    counts: null,
    p11: null,
    p6: null,
    sens: null,
    spec: null,
    ppv: null,
    npv: null,
    kappa: null,
    ratio: null,
    crosswalks: [],
    shown: false,
    reason,
  }
}

function keyOf(source: string, wave: string): string {
  return JSON.stringify([source, wave])
}
