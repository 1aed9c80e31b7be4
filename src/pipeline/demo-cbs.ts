/**
 * The synthetic table of CBS Sociale samenhang & Welzijn, in the shape of StatLine 85766NED.
 *
 * Per characteristic of people and year the shares of not, somewhat and strongly
 * lonely, in total, socially and emotionally, each with the bounds of a 95 %
 * interval for the respondents the group would have. The shares of people of 75
 * and older are those of the scenario; the other groups lie at a fixed distance,
 * move half as much and waver a little. All invented.
 *
 * Units: percent, one decimal, as in the table.
 */
import type { Random } from '../core/random.ts'
import type { CbsTargets, DemoScenario } from './demo-scenario.ts'

export interface CbsCell {
  readonly group: string
  readonly degree: (typeof DEGREES)[number]['key']
  readonly year: number
  /** per topic, in percent: value, lower and upper bound */
  readonly topics: readonly (readonly [value: number, low: number, high: number])[]
}

/** Only the code of strongly lonely was seen in a publication; the other two are guesses. */
export const DEGREES = [
  { key: 'A052501', title: 'Niet eenzaam' },
  { key: 'A052502', title: 'Enigszins eenzaam' },
  { key: 'A052503', title: 'Sterk eenzaam' },
] as const

export const TOPICS = [
  { key: 'Eenzaamheid_1', title: 'Eenzaamheid' },
  { key: 'SocialeEenzaamheid_2', title: 'Sociale eenzaamheid' },
  { key: 'EmotioneleEenzaamheid_3', title: 'Emotionele eenzaamheid' },
] as const

/** Somewhat and strongly lonely beside those of 75 and older; respondents of 7,400. */
export const GROUPS = [
  { key: 'T009002', title: 'Totaal personen', somewhat: 0.82, strongly: 1.08, respondents: 7400 },
  { key: '3000', title: 'Geslacht: Mannen', somewhat: 0.84, strongly: 1.04, respondents: 3600 },
  { key: '4000', title: 'Geslacht: Vrouwen', somewhat: 0.8, strongly: 1.12, respondents: 3800 },
  { key: '53050', title: 'Leeftijd: 15 tot 25 jaar', somewhat: 0.92, strongly: 1.2, respondents: 1020 },
  { key: '53500', title: 'Leeftijd: 25 tot 35 jaar', somewhat: 0.81, strongly: 1.1, respondents: 1050 },
  { key: '53700', title: 'Leeftijd: 35 tot 45 jaar', somewhat: 0.76, strongly: 1.35, respondents: 1040 },
  { key: '53800', title: 'Leeftijd: 45 tot 55 jaar', somewhat: 0.78, strongly: 1.02, respondents: 1240 },
  { key: '53900', title: 'Leeftijd: 55 tot 65 jaar', somewhat: 0.79, strongly: 1.01, respondents: 1290 },
  { key: '53925', title: 'Leeftijd: 65 tot 75 jaar', somewhat: 0.77, strongly: 0.8, respondents: 1060 },
  { key: '21600', title: 'Leeftijd: 75 jaar of ouder', somewhat: 1, strongly: 1, respondents: 700 },
] as const

const OLDEST = '21600'
/** Socially and emotionally lonely beside lonely. */
const PARTS = [
  { somewhat: 1, strongly: 1 },
  { somewhat: 0.97, strongly: 1.22 },
  { somewhat: 1.05, strongly: 0.97 },
] as const
const DEFF = 1.2

export function cbsCells(random: Random, { cbs }: DemoScenario): CbsCell[] {
  return GROUPS.flatMap(group =>
    cbs.flatMap(target => {
      const shares = PARTS.map(part => sharesOf(random, group, target, cbs[0], part))
      return DEGREES.map(({ key }, degree) => ({
        group: group.key,
        degree: key,
        year: target.year,
        topics: shares.map(topic => withBounds(topic[degree], group.respondents / DEFF)),
      }))
    }),
  )
}

type Factors = { readonly somewhat: number; readonly strongly: number }

/** Not, somewhat and strongly, in tenths of a percent that add up to a hundred. */
function sharesOf(
  random: Random,
  group: (typeof GROUPS)[number],
  target: CbsTargets,
  first: CbsTargets,
  part: Factors,
): number[] {
  const own = group.key === OLDEST
  const share = (degree: 'somewhat' | 'strongly') => {
    const moved = own ? target[degree] : first[degree] + 0.5 * (target[degree] - first[degree])
    const waver = own && part === PARTS[0] ? 0 : 0.003 * random.normal()
    return Math.round(1000 * (moved * group[degree] * part[degree] + waver))
  }
  const [somewhat, strongly] = [share('somewhat'), share('strongly')]
  return [1000 - somewhat - strongly, somewhat, strongly].map(tenths => tenths / 10)
}

function withBounds(percent: number, respondents: number): readonly [number, number, number] {
  const half = 1.96 * Math.sqrt((percent * (100 - percent)) / respondents)
  const rounded = (value: number) => Math.round(10 * value) / 10
  return [percent, Math.max(0, rounded(percent - half)), Math.min(100, rounded(percent + half))]
}
