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
import { type Domain, domainKey } from '../core/domain.ts'
import type { EstimateEntry } from '../core/results.ts'
import { groupBy } from './group-by.ts'
import {
  type Count,
  type DisclosureRules,
  hasFewEvents,
  isNobody,
  ownReason,
  type Reason,
} from './own-reason.ts'
import { type Figure, protect } from './protect.ts'
import { relationsOf } from './relations.ts'

/** A cell that is not printed, on which printed figures rest: those of a standard or a decomposition. */
export interface Unprinted {
  readonly source: string
  readonly wave: string
  readonly measure: string
  readonly domain: Domain
  readonly n: number
  readonly events: number | null
}

export type Reasons = Map<EstimateEntry, Reason>

export function waveReasons(
  entries: readonly EstimateEntry[],
  unprinted: readonly Unprinted[],
  rules: DisclosureRules,
): Reasons {
  const measures = [...groupBy(inOneOrder(entries), ({ measure }) => measure)].map(([measure, own]) => ({
    own,
    cells: unprinted.filter(cell => cell.measure === measure),
  }))
  const domains = fewRespondents(measures, rules)
  const reasons: Reasons = new Map()
  for (const { own, cells } of measures) {
    for (const entry of own) {
      const reason = ownReason(entry, rules) ?? domains.get(domainKey(entry.domain))
      if (reason !== undefined && !isNobody(entry)) reasons.set(entry, reason)
    }
    hideWithCrude(own, reasons)
    const isSmall = (count: Count) => count.n < rules.minN || hasFewEvents(count, rules)
    for (const entry of complements(own, cells, reasons, isSmall)) {
      reasons.set(entry, 'suppressed_complementary')
    }
  }
  return reasons
}

/** So that the order of the results never changes what is hidden. */
function inOneOrder(entries: readonly EstimateEntry[]): EstimateEntry[] {
  return entries
    .map(entry => ({ entry, key: `${entry.measure} ${domainKey(entry.domain)} ${entry.standard}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entry }) => entry)
}

interface MeasureEntries {
  readonly own: readonly EstimateEntry[]
  readonly cells: readonly Unprinted[]
}

/** Domains hidden for every measure: too few respondents in any of them, and their complements. */
function fewRespondents(measures: readonly MeasureEntries[], rules: DisclosureRules): Map<string, Reason> {
  const hidden = new Map<string, Reason>()
  for (const { own } of measures) {
    for (const entry of own) {
      if (ownReason(entry, { ...rules, minEvents: 0, presentation: 'off' }) === 'suppressed_n') {
        hidden.set(domainKey(entry.domain), 'suppressed_n')
      }
    }
  }
  for (let before = -1; before < hidden.size; ) {
    before = hidden.size
    for (const { own, cells } of measures) {
      const crude = own.filter(({ standard }) => standard === null)
      const reasons: Reasons = new Map(
        crude.flatMap(entry => {
          const reason = hidden.get(domainKey(entry.domain))
          return reason === undefined || isNobody(entry) ? [] : [[entry, reason] as const]
        }),
      )
      for (const entry of complements(crude, cells, reasons, ({ n }) => n < rules.minN)) {
        hidden.set(domainKey(entry.domain), 'suppressed_complementary')
      }
    }
  }
  return hidden
}

function hideWithCrude(entries: readonly EstimateEntry[], reasons: Reasons): void {
  const crude = new Map(
    entries
      .filter(({ standard }) => standard === null)
      .map(entry => [domainKey(entry.domain), reasons.get(entry)]),
  )
  for (const entry of entries) {
    const reason = crude.get(domainKey(entry.domain))
    if (reason !== undefined && !reasons.has(entry) && !isNobody(entry)) reasons.set(entry, reason)
  }
}

/** The further entries to hide so that none with a reason, and no small implied cell, can be computed. */
function complements(
  entries: readonly EstimateEntry[],
  cells: readonly Unprinted[],
  reasons: Reasons,
  isSmall: (count: Count) => boolean,
): EstimateEntry[] {
  const subjects = [
    ...entries.map(({ domain, standard, n, events }) => ({
      domain,
      standard,
      count: n === null ? null : { n, events },
    })),
    ...cells.map(({ domain, n, events }) => ({ domain, standard: null, count: { n, events } })),
  ]
  const { relations, implied } = relationsOf(subjects)
  const order = hidingOrder(entries)
  const standardised = groupBy(
    [...entries.keys()].filter(i => entries[i].standard !== null),
    i => domainKey(entries[i].domain),
  )
  const figures: Figure[] = [
    ...entries.map((entry, i) => ({
      known: entry.shown && !reasons.has(entry),
      secret: entry.standard === null && !isNobody(entry),
      table: tableOf(entry),
      order: entry.n === null || isNobody(entry) ? null : order[i],
      linked: entry.standard === null ? (standardised.get(domainKey(entry.domain)) ?? []) : [],
    })),
    ...cells.map(() => ({ known: false, secret: false, table: null, order: null, linked: [] })),
    ...implied.map(count => ({
      known: count?.n === 0,
      secret: count !== null && count.n > 0 && isSmall(count),
      table: null,
      order: null,
      linked: [],
    })),
  ]
  if (!figures.some(({ known, secret }) => !known && secret)) return []
  return protect(figures, relations).map(i => entries[i])
}

/**
 * Rank by which entries are given up: details before totals, all respondents
 * before the target, crude before standardised, small before large.
 */
function hidingOrder(entries: readonly EstimateEntry[]): number[] {
  const details = ({ domain }: EstimateEntry) => Object.keys(domain).length
  const keys = entries.map(entry => [
    -details(entry),
    entry.domain.target === 'all' ? 0 : 1,
    entry.standard === null ? 0 : 1,
    entry.n ?? 0,
  ])
  const sorted = [...entries.keys()].sort((a, b) => compare(keys[a], keys[b]) || a - b)
  const order = new Array<number>(entries.length)
  for (const [rank, i] of sorted.entries()) order[i] = rank
  return order
}

function tableOf({ domain }: EstimateEntry): string {
  return `${domain.target} ${Object.keys(domain).sort()}`
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((value, i) => value - b[i]).find(difference => difference !== 0) ?? 0
}
