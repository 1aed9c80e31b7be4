/**
 * The ages a category of StatLine stands for, by its title, else by CBS's code.
 *
 * CBS uses one code per age in all its tables: 10000 all ages, 10010 = 0,
 * 10100 = 1 … 19900 = 99, 19901 = 100 …; 70100 = 0 to 5, 70200 = 5 to 10 …; the
 * rest have no system and are listed. The title goes first: it says what the
 * table itself means.
 *
 * Units: whole years, upper bound exclusive, null for open.
 * Source: code tables of 7461bev, 37168, 7052_95 and the Kenmerken of StatLine, as used in public code.
 */
import type { StatLineCategory } from '../core/statline.ts'

export type Ages = readonly [from: number, to: number | null]

export function agesOf({ key, title }: StatLineCategory): Ages | null {
  return agesOfTitle(title) ?? agesOfCode(key)
}

export function isAllAges([from, to]: Ages): boolean {
  return from === 0 && to === null
}

const TITLES: readonly (readonly [RegExp, (from: number, to: number) => Ages])[] = [
  [/^(\d+) (?:jaar|years?)(?: old)?$/, from => [from, from + 1]],
  [/^(\d+) (?:tot|to) (\d+) (?:jaar|years?)$/, (from, to) => [from, to]],
  [/^(\d+) (?:t\/m|tot en met) (\d+) (?:jaar|years?)$/, (from, to) => [from, to + 1]],
  [/^(\d+) (?:(?:jaar|years?) )?(?:of|en|or|and) (?:ouder|older|over)$/, from => [from, null]],
  [/^(\d+) ?(?:\+|-plus)$/, from => [from, null]],
  [/^(?:jonger dan|younger than) (\d+) (?:jaar|years?)$/, to => [0, to]],
  [/^(?:totaal|total)(?:,? (?:alle )?leeftijd(?:en)?|,? (?:all )?ages?)?$/, () => [0, null]],
]

function agesOfTitle(title: string): Ages | null {
  const words = title
    .toLowerCase()
    .replace(/^(?:leeftijd|age): ?/, '')
    .replace(/\s+/g, ' ')
    .trim()
  for (const [form, ages] of TITLES) {
    const found = form.exec(words)
    if (found !== null) return ages(Number(found[1]), Number(found[2]))
  }
  return null
}

const CODES: ReadonlyMap<string, Ages> = new Map<string, Ages>([
  ['10000', [0, null]],
  ['10010', [0, 1]],
  ['51300', [1, 5]],
  ['20300', [18, null]],
  ['53115', [18, 65]],
  ['80200', [65, null]],
  ['53050', [15, 25]],
  ['53500', [25, 35]],
  ['53700', [35, 45]],
  ['53800', [45, 55]],
  ['53900', [55, 65]],
  ['53925', [65, 75]],
  ['21600', [75, null]],
  ['22000', [95, null]],
  ['22100', [99, null]],
  ['22300', [105, null]],
])

function agesOfCode(key: string): Ages | null {
  const listed = CODES.get(key)
  if (listed !== undefined) return listed
  const code = Number(key)
  if (/^1\d{2}00$/.test(key)) return [(code - 10_000) / 100, (code - 10_000) / 100 + 1]
  if (/^1990[1-5]$/.test(key)) return [code - 19_801, code - 19_800]
  if (/^7[01]\d00$/.test(key) && code >= 70_100) return [(code - 70_100) / 20, (code - 70_100) / 20 + 5]
  return null
}
