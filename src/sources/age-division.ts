/**
 * One complete division of all ages out of single years, groups and totals that overlap.
 *
 * The finest: the longest chain of bands from age 0 to the open end in which each
 * begins where the one before ends.
 */
import type { Ages } from './age-category.ts'

/** The bands in order of age; null where they leave a gap. */
export function finestDivision(bands: readonly Ages[]): Ages[] | null {
  const from = new Map<number, Ages[]>()
  for (const band of bands) from.set(band[0], [...(from.get(band[0]) ?? []), band])
  const longest = new Map<number, Ages[] | null>()
  const begins = [...from.keys()].sort((a, b) => b - a)
  for (const age of begins) {
    const chains = (from.get(age) ?? []).flatMap(band => {
      const rest = band[1] === null ? [] : (longest.get(band[1]) ?? null)
      return rest === null ? [] : [[band, ...rest]]
    })
    const best = chains.reduce<Ages[] | null>(
      (found, chain) => (chain.length > (found?.length ?? 0) ? chain : found),
      null,
    )
    longest.set(age, best)
  }
  return longest.get(0) ?? null
}

/** "0-4, 5-9 …" up to the first age that no chain of bands passes. */
export function firstGap(bands: readonly Ages[]): number {
  let reached = new Set([0])
  let last = 0
  while (reached.size > 0) {
    last = Math.max(...reached)
    const next = bands.filter(([from, to]) => reached.has(from) && to !== null && to > from)
    reached = new Set(next.map(([, to]) => to ?? 0).filter(to => to > last))
  }
  return last
}
