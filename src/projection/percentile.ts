/**
 * Percentile of sorted values, by linear interpolation between order statistics.
 *
 * Source: Hyndman & Fan (1996), American Statistician 50, 361, definition 7.
 * Checked against: R 4.2 quantile().
 */
export function percentile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share
  const below = Math.floor(at)
  const above = Math.min(below + 1, sorted.length - 1)
  return sorted[below] + (at - below) * (sorted[above] - sorted[below])
}
