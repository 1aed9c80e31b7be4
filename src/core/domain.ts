/**
 * A domain: the people an estimate is about, in the words of the results.
 *
 * `target` is the target population ("75+") or "all"; every further key is a
 * dimension with one of its levels.
 */
export interface Domain {
  readonly target: string
  readonly [dimension: string]: string
}

/** One string per domain, independent of key order, to look entries up by. */
export function domainKey(domain: Domain): string {
  return Object.keys(domain)
    .sort()
    .map(key => `${key}=${domain[key]}`)
    .join('|')
}

/** "75-79", or "90+" for the open band. Bounds are whole years; `to` is exclusive. */
export function bandLabel(from: number, to: number | null): string {
  return to === null ? `${from}+` : `${from}-${to - 1}`
}

/** The lower and exclusive upper bound of each band; the last one is open unless `end` closes it. */
export function bandBounds(lower: readonly number[], end: number | null = null): [number, number | null][] {
  return lower.map((from, i) => [from, lower[i + 1] ?? end])
}
