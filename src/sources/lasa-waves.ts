/**
 * The waves of LASA (Longitudinal Aging Study Amsterdam), in order of fieldwork.
 *
 * The wave of a file is told by its name alone: 2B, 3B and MB begin their
 * variables with `b`, as B does. LASAZ008 keeps ages and dates by column prefix
 * and number, so that a baseline of a later sample stands where B's does.
 *
 * Not verified: the years of fieldwork (the interview dates in the files decide,
 * never these); the prefix of 4B; that g and i of the LSN files are no waves of
 * LASA; codes of the items of 2B, J and K and of the scores of K and 4B, which
 * no open list of labels covers.
 *
 * Source: LASA073_varinfo, LASA273_varinfo and LASAZ008, transcribed in
 * Highmeadows/CleanLASA (MIT); file names of lasa-vu.nl/topics/loneliness.
 */
import { similar } from '../core/suggest.ts'

export interface LasaWave {
  /** as it stands in file names, such as H, 2B, MB */
  readonly id: string
  /** years of fieldwork, for messages only */
  readonly years: string
  /** with which every variable of the wave begins */
  readonly prefix: string
  /** LASAZ008 holds the interview date as t<number>_dat, the age under the prefix; null: it does not */
  readonly interview: number | null
  /** whether an open list of labels covers the codes of its items */
  readonly itemsDocumented: boolean
  /** missing answers with which LASA still made a total score; null: not documented */
  readonly missingAllowed: 1 | 2 | null
  /** codes of LASA's sub-scale scores that mean no interview, though they look like scores */
  readonly nonresponse: { readonly emotional: readonly number[]; readonly social: readonly number[] }
}

const NONE = { emotional: [], social: [] }
const UNTIL_E = { emotional: [6, 7, 8, 9], social: [6, 7, 8, 9] }
const IN_F = { emotional: [6, 7, 8], social: [6, 7, 8] }

export const LASA_WAVES: readonly LasaWave[] = [
  wave('LSNa', '1992', 'a', 1, { itemsDocumented: false, missingAllowed: null }),
  wave('LSNg', 'LSN', 'g', null, { itemsDocumented: false, missingAllowed: null }),
  wave('LSNi', 'LSN', 'i', null, { itemsDocumented: false, missingAllowed: null }),
  wave('B', '1992/93', 'b', 2, { missingAllowed: 1, nonresponse: UNTIL_E }),
  wave('C', '1995/96', 'c', 3, { missingAllowed: 1, nonresponse: UNTIL_E }),
  wave('D', '1998/99', 'd', 4, { missingAllowed: 1, nonresponse: UNTIL_E }),
  wave('E', '2001/02', 'e', 5, { missingAllowed: 1, nonresponse: UNTIL_E }),
  wave('2B', '2002/03', 'b', 2, { missingAllowed: 1, itemsDocumented: false }),
  wave('F', '2005/06', 'f', 6, { missingAllowed: 1, nonresponse: IN_F }),
  wave('G', '2008/09', 'g', 7, { missingAllowed: 1 }),
  wave('H', '2011/12', 'h', 8, { missingAllowed: 2 }),
  wave('3B', '2012/13', 'b', 2, { missingAllowed: 2 }),
  wave('MB', '2013/14', 'b', 2, { missingAllowed: 2 }),
  wave('I', '2015/16', 'i', 9, { missingAllowed: 2 }),
  wave('J', '2018/19', 'j', 10, { missingAllowed: 2, itemsDocumented: false }),
  wave('K', '2021/22', 'k', 11, { missingAllowed: null, itemsDocumented: false }),
  wave('4B', '2022/23', 'b', 2, { missingAllowed: null, itemsDocumented: false }),
]

/** The wave of this name, in any capitals; LSNa is wave A too. */
export function lasaWave(name: string): LasaWave | undefined {
  const wanted = name.trim().toLowerCase()
  return LASA_WAVES.find(({ id }) => id.toLowerCase() === (wanted === 'a' ? 'lsna' : wanted))
}

/** What to write instead of a name that is no wave. */
export function lasaWaveHint(name: string): string {
  const names = LASA_WAVES.map(({ id }) => id)
  const stem = name.replace(/^(lasa?|wave|golf|meting)[\s_-]*/i, '')
  const meant = lasaWave(stem) ?? LASA_WAVES.find(({ years }) => years.startsWith(name)) ?? null
  const [best] = meant === null ? similar(name, names, 1) : [meant.id]
  const choice = `the waves of LASA are ${names.join(', ')}`
  return best === undefined ? choice : `did you mean \`${best}\`? ${choice}`
}

function wave(
  id: string,
  years: string,
  prefix: string,
  interview: number | null,
  known: Pick<LasaWave, 'missingAllowed'> & Partial<LasaWave>,
): LasaWave {
  return { id, years, prefix, interview, itemsDocumented: true, nonresponse: NONE, ...known }
}
