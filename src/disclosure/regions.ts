/**
 * Domains as regions: a range of ages, and fixed levels of other dimensions.
 *
 * So that it can be seen which of them are nested or add up: 85+ is 85-89 and
 * 90+, the target is part of all respondents.
 */
import type { Domain } from '../core/domain.ts'

export interface Region {
  /** whole years; −∞ and ∞ where open */
  readonly from: number
  /** exclusive */
  readonly to: number
  /** dimension → level, sorted by dimension */
  readonly others: readonly (readonly [dimension: string, level: string])[]
}

/** All respondents begin where their youngest age band begins, as far as tables show. */
export function regionsOf(domains: readonly Domain[]): Region[] {
  const ages = domains
    .filter(({ target }) => target === 'all')
    .map(({ age }) => (age === undefined ? null : bandOf(age)))
    .filter(band => band !== null)
  const youngest = ages.length === 0 ? -Infinity : Math.min(...ages.map(([from]) => from))
  return domains.map(domain => regionOf(domain, youngest))
}

/** "75-79" and "90+" as bounds, the upper one exclusive; null for another label. */
export function bandOf(label: string): readonly [from: number, to: number] | null {
  const [, from, last] = /^(\d+)(?:\+|-(\d+))$/.exec(label) ?? []
  if (from === undefined) return null
  return [Number(from), last === undefined ? Infinity : Number(last) + 1]
}

function regionOf({ target, age, ...others }: Domain, youngest: number): Region {
  const whole = target === 'all' ? ([youngest, Infinity] as const) : bandOf(target)
  const band = age === undefined ? whole : bandOf(age)
  const named = Object.entries({
    ...others,
    ...(whole === null ? { target } : {}),
    ...(age !== undefined && band === null ? { age } : {}),
  })
  const [from, to] = band ?? whole ?? [-Infinity, Infinity]
  return { from, to, others: named.sort(([a], [b]) => (a < b ? -1 : 1)) }
}
