/**
 * Periods of StatLine: the code from a code or a title.
 *
 * A year is 2022JJ00, a quarter 2022KW01, a month 2022MM03, a half-year 2022HJ01.
 * Asterisks mark figures that are not final: 2022* provisional, 2022** revised
 * provisional. What is no known form gives null and is kept as it stands.
 */
export interface Period {
  readonly key: string
  readonly starred: boolean
}

export function parsePeriod(text: string): Period | null {
  const [, bare, stars] = /^(.*?)\s*(\**)$/.exec(text.trim()) ?? []
  if (bare === undefined) return null
  const key = periodKey(bare)
  return key === null ? null : { key, starred: stars !== '' }
}

/** 2022JJ00, 2022KW01, 2022X000, 2020W101 … */
export function isPeriodCode(text: string): boolean {
  return /^(1[89]|20|21)\d\d[A-Z][A-Z0-9]\d\d$/.test(text)
}

function periodKey(bare: string): string | null {
  if (isPeriodCode(bare)) return bare
  if (/^(1[89]|20|21)\d\d$/.test(bare)) return `${bare}JJ00`
  const [, year, part] = /^((?:1[89]|20|21)\d\d) (.+)$/.exec(bare) ?? []
  if (year === undefined) return null
  const [, ordinal, unit] =
    /^([1-4])(?:e|st|nd|rd|th) (kwartaal|quarter|halfjaar|half ?year)$/i.exec(part) ?? []
  if (ordinal !== undefined) return `${year}${/^[kq]/i.test(unit) ? 'KW' : 'HJ'}0${ordinal}`
  const month = MONTHS.findIndex(names => names.includes(part.toLowerCase()))
  return month < 0 ? null : `${year}MM${String(month + 1).padStart(2, '0')}`
}

const MONTHS = [
  ['januari', 'january'],
  ['februari', 'february'],
  ['maart', 'march'],
  ['april'],
  ['mei', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['augustus', 'august'],
  ['september'],
  ['oktober', 'october'],
  ['november'],
  ['december'],
]
