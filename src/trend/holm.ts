/**
 * Adjustment of p-values for the number of questions asked together.
 *
 * Holm keeps the chance of any false claim below the level; Benjamini-Hochberg
 * keeps the expected share of false claims below it. A question that could not
 * be answered (null) stays null and does not count.
 *
 * Source: Holm (1979), Scand. J. Stat. 6, 65; Benjamini & Hochberg (1995), JRSS B 57, 289.
 * Checked against: R 4.2 p.adjust.
 */
type PValue = number | null

export function holm(p: readonly PValue[]): PValue[] {
  const order = ascending(p)
  const adjusted: PValue[] = p.map(() => null)
  let running = 0
  for (const [rank, index] of order.entries()) {
    running = Math.max(running, (order.length - rank) * p[index]!)
    adjusted[index] = Math.min(1, running)
  }
  return adjusted
}

export function benjaminiHochberg(p: readonly PValue[]): PValue[] {
  const order = ascending(p)
  const adjusted: PValue[] = p.map(() => null)
  let running = 1
  for (const [rank, index] of [...order.entries()].reverse()) {
    running = Math.min(running, (order.length / (rank + 1)) * p[index]!)
    adjusted[index] = running
  }
  return adjusted
}

/** Indices of the answered questions, smallest p first. */
function ascending(p: readonly PValue[]): number[] {
  return [...p.keys()].filter(i => p[i] !== null).sort((a, b) => p[a]! - p[b]!)
}
