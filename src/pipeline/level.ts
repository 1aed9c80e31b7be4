/**
 * The level of a dimension as it stands in the results, from the text of a cell.
 *
 * Municipalities are GM and four digits, however a file writes them; a negative
 * code is a missing answer, as with the items. Done on levels, not on records:
 * there are hundreds of the one and hundreds of thousands of the other.
 */
export function levelOf(dimension: string, text: string | null): string | null {
  if (text === null || Number(text) <= -1) return null
  return dimension === 'municipality' ? municipality(text) : text
}

/** 14, 0014 and gm0014 are GM0014; another text stays what it is. */
function municipality(text: string): string {
  const digits = /^(?:GM)?0*(\d{1,4})$/i.exec(text)?.[1]
  return digits === undefined || digits === '0' ? text : `GM${digits.padStart(4, '0')}`
}
