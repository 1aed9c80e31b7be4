/**
 * People of a synthetic panel and what they answer each time they are interviewed.
 *
 * The response model of the Gezondheidsmonitor's demo, with traits that last: a
 * part STABLE of the variance belongs to the person, the rest to the occasion.
 * θ rises with age, so that one person becomes lonelier over the years whatever
 * the waves do. The mean of a wave is solved by bisection until its share of
 * lonely people of 75 and older is the one aimed at.
 *
 * Units: traits in standard deviations; shares 0-1; ages in whole years.
 */
import type { Random } from '../core/random.ts'
import { type Answer, SCALES, type Scale } from '../scale/scale.ts'
import { bisect, COMMON, DIFFICULTY, DISCRIMINATION, logistic, OUTRIGHT, OWN } from './demo-answers.ts'

const ITEMS = SCALES.djg11.items
const STABLE = 0.84
const SPREAD = 2
/** Suanet & Van Tilburg (2019): d = .83 between 75 and 95 */
const YEARLY = 0.04
const WOMEN = 0.12

/** [emotional, social], standard normal */
export type Trait = readonly [number, number]

export interface Visit {
  readonly age: number
  /** 1 man, 2 woman */
  readonly sex: number
  /** of the person on this occasion */
  readonly trait: Trait
  /** per item of the manual */
  readonly noise: readonly number[]
  /** per item of the manual: null = answered, else what the data holder writes in its place */
  readonly gaps: readonly (number | null)[]
}

/** Which share of which people a wave is to show. */
export interface Aim {
  readonly scale: Scale
  readonly ageFrom: number
  readonly lonely: number
}

export function drawTrait(random: Random): Trait {
  const common = random.normal()
  return [COMMON * common + OWN * random.normal(), COMMON * common + OWN * random.normal()]
}

export function drawVisit(
  random: Random,
  person: { readonly age: number; readonly sex: number; readonly trait: Trait },
  gaps: readonly (number | null)[],
): Visit {
  const [emotional, social] = drawTrait(random)
  const mixed = (stable: number, now: number) => Math.sqrt(STABLE) * stable + Math.sqrt(1 - STABLE) * now
  const trait: Trait = [mixed(person.trait[0], emotional), mixed(person.trait[1], social)]
  return { age: person.age, sex: person.sex, trait, noise: ITEMS.map(() => logistic(random)), gaps }
}

/** The mean of θ at which the visits reach the aim. */
export function solveMean(visits: readonly Visit[], aim: Aim): number {
  return bisect(mean => shareLonely(visits, mean, aim) - aim.lonely, -6, 6)
}

/** Among those with at most one gap in the items of the scale, as the manual counts. */
export function shareLonely(
  visits: readonly Visit[],
  mean: number,
  { scale, ageFrom }: Omit<Aim, 'lonely'>,
  cutoff = scale.cutoffs.lonely,
): number {
  let [valid, above] = [0, 0]
  for (const visit of visits) {
    if (visit.age < ageFrom) continue
    const gaps = scale.items.filter(item => visit.gaps[item.number - 1] !== null).length
    if (gaps > 1) continue
    valid++
    if (lonelyAnswers(visit, mean, scale) >= cutoff) above++
  }
  return above / valid
}

/** Null where the item has a gap. */
export function answerOf(visit: Visit, mean: number, item: number): Answer | null {
  if (visit.gaps[item - 1] !== null) return null
  const pull = pullOf(visit, mean, item)
  if (pull > 0 && pull <= OUTRIGHT) return 'moreOrLess'
  return pull > 0 === (ITEMS[item - 1].subscale === 'emotional') ? 'yes' : 'no'
}

function lonelyAnswers(visit: Visit, mean: number, { items }: Scale): number {
  return items.filter(item => visit.gaps[item.number - 1] === null && pullOf(visit, mean, item.number) > 0)
    .length
}

/** Above 0 the answer is lonely. */
function pullOf({ trait, age, sex, noise }: Visit, mean: number, item: number): number {
  const side = ITEMS[item - 1].subscale === 'emotional' ? 0 : 1
  const theta = mean + SPREAD * (trait[side] + YEARLY * (age - 80) + (sex === 2 ? WOMEN : 0))
  return DISCRIMINATION[item - 1] * (theta - DIFFICULTY[item - 1]) + noise[item - 1]
}
