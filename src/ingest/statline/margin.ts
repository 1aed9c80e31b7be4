/**
 * Margins of StatLine: the estimate itself and the bounds of its interval.
 *
 * MW00000 is the value, MOG0095 the lower and MBG0095 the upper bound of the 95 %
 * interval; the titles give the same codes where a form has no keys.
 */
export function marginKey(text: string): string | null {
  const bare = text.trim()
  if (/^(MW00000|M[OB]G\d{4})$/.test(bare)) return bare
  if (/^(waarde|value)$/i.test(bare)) return 'MW00000'
  const [, side, level] =
    /^(ondergrens|bovengrens|lower (?:bound|limit)|upper (?:bound|limit)).*?(\d{2})\s*%/i.exec(bare) ?? []
  if (side === undefined) return null
  return `${/^[ol]/i.test(side) ? 'MOG' : 'MBG'}00${level}`
}
