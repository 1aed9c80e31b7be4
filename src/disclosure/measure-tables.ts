/**
 * The tables of one measure in one wave, with all that links their figures.
 *
 * Given what is hidden, they say what else must be.
 */
import { type Domain, domainKey } from '../core/domain.ts'
import type { EstimateEntry } from '../core/results.ts'
import { groupBy } from './group-by.ts'
import { type Count, isNobody } from './own-reason.ts'
import { type Figure, protect } from './protect.ts'
import { type Related, relationsOf } from './relations.ts'
import type { Difference } from './slices.ts'

/** A cell that is not printed, on which printed figures rest: those of a standard or a decomposition. */
export interface Unprinted {
  readonly source: string
  readonly wave: string
  readonly measure: string
  readonly domain: Domain
  readonly n: number
  readonly events: number | null
}

export interface MeasureTables {
  /** crude before standardised, else in an order of their own */
  readonly entries: readonly EstimateEntry[]
  /** the domain of each entry as text */
  readonly keys: readonly string[]
  /**
   * Positions of the further entries to hide, so that none that is hidden can be
   * computed, and no implied figure that is small; respondents only add up, values
   * are combined by standards too.
   */
  complements(
    isHidden: (i: number) => boolean,
    isSmall: (count: Count) => boolean,
    of: 'respondents' | 'values',
  ): number[]
}

/** One for each measure of the wave. */
export function tablesOf(
  entries: readonly EstimateEntry[],
  unprinted: readonly Unprinted[],
): MeasureTables[] {
  const structures = new Map<string, Related>()
  return [...groupBy(entries, ({ measure }) => measure)].sort(byFirst).map(([measure, own]) => {
    const sorted = inOneOrder(own)
    const cells = unprinted.filter(cell => cell.measure === measure)
    const subjects = [
      ...sorted.map(({ entry }) => entry),
      ...cells.map(({ domain }) => ({ domain, standard: null })),
    ]
    const signature = [...sorted, ...cells.map(({ domain }) => ({ key: domainKey(domain) }))]
    const name = signature.map(({ key }) => key).join('\n')
    const related = structures.get(name) ?? relationsOf(subjects)
    structures.set(name, related)
    return measureTables(sorted, cells, related)
  })
}

interface Named {
  readonly entry: EstimateEntry
  readonly domain: string
  readonly key: string
}

/** So that the order of the results never changes what is hidden. */
function inOneOrder(entries: readonly EstimateEntry[]): Named[] {
  return entries
    .map(entry => {
      const domain = domainKey(entry.domain)
      return { entry, domain, key: `${entry.standard} ${domain}` }
    })
    .sort(
      (a, b) =>
        Number(a.entry.standard !== null) - Number(b.entry.standard !== null) || (a.key < b.key ? -1 : 1),
    )
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}

function measureTables(
  named: readonly Named[],
  cells: readonly Unprinted[],
  related: Related,
): MeasureTables {
  const entries = named.map(({ entry }) => entry)
  const keys = named.map(({ domain }) => domain)
  const { sums, combinations, implied } = related
  const counts = [...entries.map(countOf), ...cells]
  const impliedCounts = implied.map(difference => countDifference(difference, counts))
  const places = printedPlaces(entries, keys)
  const isSecret = entries.map(entry => entry.standard === null && !isNobody(entry))
  return {
    entries,
    keys,
    complements(isHidden, isSmall, of) {
      const isKnown = entries.map(({ shown }, i) => shown && !isHidden(i))
      const isSmallPart = impliedCounts.map(count => count !== null && count.n > 0 && isSmall(count))
      if (!isSecret.some((secret, i) => secret && !isKnown[i]) && !isSmallPart.includes(true)) return []
      const figures: Figure[] = [
        ...places.map((place, i) => ({ ...place, known: isKnown[i], secret: isSecret[i] })),
        ...cells.map(() => ({ ...NOWHERE, known: false, secret: false })),
        ...impliedCounts.map((count, i) => ({
          ...NOWHERE,
          table: places[implied[i]?.whole ?? -1]?.table ?? null,
          known: count?.n === 0,
          secret: isSmallPart[i],
        })),
      ]
      return protect(figures, of === 'values' ? [...sums, ...combinations] : sums)
    },
  }
}

const NOWHERE = { derived: false, headline: false, table: null, order: null, linked: [] }

function countOf({ n, events }: EstimateEntry): Count | null {
  return n === null ? null : { n, events }
}

function countDifference(difference: Difference, counts: readonly (Count | null)[]): Count | null {
  if (difference === null) return null
  const whole = counts[difference.whole]
  const others = difference.others.map(i => counts[i])
  if (whole === null || !others.every(count => count !== null)) return null
  const less = (total: number, of: (count: Count) => number | null) =>
    others.reduce((left, count) => left - (of(count) ?? 0), total)
  const { n, events } = whole
  return {
    n: less(n, count => count.n),
    events: events === null ? null : less(events, count => count.events),
  }
}

/** Where each entry is printed: its table, its place in the order of hiding, what stands beside it. */
function printedPlaces(
  entries: readonly EstimateEntry[],
  keys: readonly string[],
): Pick<Figure, 'derived' | 'headline' | 'table' | 'order' | 'linked'>[] {
  const order = hidingOrder(entries)
  const standardised = groupBy(
    [...entries.keys()].filter(i => entries[i].standard !== null),
    i => keys[i],
  )
  return entries.map((entry, i) => ({
    derived: entry.standard !== null && Object.keys(entry.domain).length > 1,
    headline: Object.keys(entry.domain).length === 1,
    table: `${entry.domain.target} ${Object.keys(entry.domain).sort()}`,
    order: entry.n === null || isNobody(entry) ? null : order[i],
    linked: entry.standard === null ? (standardised.get(keys[i]) ?? []) : [],
  }))
}

/**
 * Rank by which entries are given up: details before totals, all respondents
 * before the target, crude before standardised, small before large.
 */
function hidingOrder(entries: readonly EstimateEntry[]): number[] {
  const classes = entries.map(
    ({ domain, standard }) =>
      -4 * Object.keys(domain).length + (domain.target === 'all' ? 0 : 2) + (standard === null ? 0 : 1),
  )
  const sizes = entries.map(({ n }) => n ?? 0)
  const sorted = [...entries.keys()].sort((a, b) => classes[a] - classes[b] || sizes[a] - sizes[b] || a - b)
  const order = new Array<number>(entries.length)
  for (const [rank, i] of sorted.entries()) order[i] = rank
  return order
}
