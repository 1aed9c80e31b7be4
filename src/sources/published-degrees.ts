/**
 * Which category of MateVanEenzaamheid is not, somewhat and strongly lonely.
 *
 * The titles say it, or CBS's code; only that of strongly lonely was seen in a
 * publication. Where the other two are bare codes they are told apart by their
 * size: in every edition more people of 15 and older were not lonely than
 * somewhat lonely, by some thirty points. Where that does not settle it the
 * table is refused.
 *
 * Source: use of 85766NED in public code (A052503 = sterk eenzaam).
 */
import type { StatLineCategory, StatLineDimension, StatLineTable } from '../core/statline.ts'
import { withMargin } from './published-wave.ts'
import { tableError, tableName } from './statline-slice.ts'

/** Keys of the categories; undefined where the table lacks that degree. */
export interface Degrees {
  readonly not?: string
  readonly somewhat?: string
  readonly strongly?: string
  /** told apart by their size, no title or known code being there */
  readonly bySize?: true
}

type Degree = 'not' | 'somewhat' | 'strongly'

const WORDS: readonly (readonly [RegExp, Degree])[] = [
  [/^niet\b/i, 'not'],
  [/^(?:enigszins|matig)\b/i, 'somewhat'],
  [/^sterk\b/i, 'strongly'],
]
const CODES: ReadonlyMap<string, Degree> = new Map([['A052503', 'strongly']])

/** The cells are keyed topic|group|degree|margin, with the keys of the degrees. */
export function degreesOf(
  table: StatLineTable,
  { key, categories }: StatLineDimension,
  cells: ReadonlyMap<string, number>,
): Degrees {
  const known = categories.map(category => ({ key: category.key, degree: degreeOf(category) }))
  const unknown = known.filter(({ degree }) => degree === null).map(one => one.key)
  const named = Object.fromEntries(known.flatMap(one => (one.degree === null ? [] : [[one.degree, one.key]])))
  if (unknown.length === 0) return named
  const sized = unknown.length === 2 && known.length === 3 ? bySize(table, unknown, cells) : null
  if (sized !== null && named.strongly !== undefined) return { ...named, ...sized }
  throw tableError(
    table,
    'degrees-unknown',
    `nothing says which degree of ${key} is not, somewhat and strongly lonely: ${unknown.join(', ')}`,
    'keep the code tables of the download (metadata.csv, MateVanEenzaamheidCodes.csv) beside the table',
  )
}

function degreeOf({ key, title }: StatLineCategory): Degree | null {
  return WORDS.find(([word]) => word.test(title))?.[1] ?? CODES.get(key) ?? null
}

/** Of two shares of everyone the majority is not lonely; null where there is none, or the other is not far behind. */
function bySize(
  table: StatLineTable,
  keys: readonly string[],
  cells: ReadonlyMap<string, number>,
): Required<Pick<Degrees, 'not' | 'somewhat' | 'bySize'>> | null {
  const shareOf = (key: string) =>
    cells.get(withMargin(table, `total|all|${key}`, 'value') ?? '') ?? Number.NaN
  const [somewhat, not] = keys.toSorted((a, b) => shareOf(a) - shareOf(b))
  return shareOf(somewhat) < 40 && shareOf(not) > 50 ? { not, somewhat, bySize: true } : null
}

/** Three degrees of one group are all its people. */
export function refuseWrongSums(
  table: StatLineTable,
  degrees: Degrees,
  cells: ReadonlyMap<string, number>,
): void {
  const keys = [degrees.not, degrees.somewhat, degrees.strongly].filter(key => key !== undefined)
  if (keys.length < 3) return
  const groups = new Set([...cells.keys()].map(key => key.split('|').slice(0, 2).join('|')))
  for (const group of groups) {
    const shares = keys.flatMap(key => cells.get(withMargin(table, `${group}|${key}`, 'value') ?? '') ?? [])
    const sum = shares.reduce((total, share) => total + share, 0)
    if (shares.length < 3 || Math.abs(sum - 100) <= ROUNDING) continue
    throw tableError(
      table,
      'degrees-do-not-add-up',
      `the degrees of ${group.replace('|', ', ')} in ${tableName(table)} add up to ${Math.round(sum * 10) / 10} %, not to 100 %`,
      'check that the table was not changed after it was downloaded',
    )
  }
}

/** Three shares, each rounded to a whole percent at worst. */
const ROUNDING = 1.5
