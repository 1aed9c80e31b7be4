/**
 * Dates as decimal years: Y + (day of the year − 1) / (365 | 366).
 *
 * Dates are calendar days without time zone, written YYYY-MM-DD.
 */
const DAY = 86_400_000

export function decimalYear(date: string): number {
  const at = Date.parse(`${date}T00:00:00Z`)
  const year = Number(date.slice(0, 4))
  const start = Date.UTC(year, 0, 1)
  const days = (Date.UTC(year + 1, 0, 1) - start) / DAY
  return year + (at - start) / DAY / days
}

/** Time of a wave: the mean of the decimal years of its first and last fieldwork day. */
export function fieldworkTime([first, last]: readonly [string, string]): number {
  return (decimalYear(first) + decimalYear(last)) / 2
}
