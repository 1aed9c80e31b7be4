/**
 * Whether rows are those of a table as the StatLine portal writes it.
 *
 * Signs that no survey file bears: a last line with the source, heading levels
 * joined by |, a title above rows with more cells and the words Onderwerp and
 * Perioden as headings over topics and periods.
 */
import { parsePeriod } from './period.ts'
import { isFooter } from './rows.ts'

export function looksLikePortal(rows: readonly (readonly string[])[]): boolean {
  const widest = Math.max(0, ...rows.map(row => row.length))
  if (widest < 2) return false
  const full = rows.filter(row => row.filter(cell => cell.trim() !== '').length > 1)
  const [header] = full
  if (header === undefined) return false
  return rows.some(isFooter) || joinsHeadings(full) || isTitled(rows, full) || headsPeriods(full)
}

/** Bewegen en sport|Wekelijkse sporters, over rows that begin with a title: a record of a survey begins with a number. */
function joinsHeadings([header, ...body]: readonly (readonly string[])[]): boolean {
  const isJoined = (name: string) => /\p{L}[^|]*\|[^|]*\p{L}/u.test(name)
  return (
    header.some(isJoined) &&
    body.every(([first]) => !/^\d+$/.test(first.trim()) || parsePeriod(first) !== null)
  )
}

const HEADING = /^(onderwerp(en)?|topics?|perioden|periods?)$/i

function isTitled(rows: readonly (readonly string[])[], full: readonly (readonly string[])[]): boolean {
  const beginsAlone = rows.length > 0 && rows[0] !== full[0] && rows[0].some(cell => cell.trim() !== '')
  return beginsAlone && full.slice(0, 8).some(row => row.some(cell => HEADING.test(cell.trim())))
}

/** Perioden over nothing but periods, beside other headings. */
function headsPeriods([header, ...body]: readonly (readonly string[])[]): boolean {
  const at = header.findIndex(name => /^(perioden|periods)$/i.test(name.trim()))
  if (at < 0 || body.length === 0) return false
  return body.every(row => row.length === header.length && parsePeriod(row[at]) !== null)
}
