/**
 * Answers of the synthetic respondents to the eleven items, and how they are made to reach a figure.
 *
 * A graded response model with two correlated traits (emotional, social): an item
 * is answered in the lonely direction when a(θ − b) + logistic noise > 0, outright
 * rather than "more or less" when it is > 1. All noise is drawn first; the mean
 * and the spread of θ per age class are then solved by bisection until the
 * weighted shares of lonely and severely lonely hit their targets.
 *
 * Units: θ in standard deviations of an average adult; shares 0-1.
 * Source: Samejima (1969), Psychometrika Monograph 17 (graded response).
 */
import type { Random } from '../core/random.ts'
import { SCALES } from '../scale/scale.ts'
import { AGE_CLASSES, DEMO_MUNICIPALITIES, type DemoSample } from './demo-sample.ts'

/** GGD codes, item after item for each person; NaN = system-missing. */
export type ItemAnswers = readonly Float64Array[]

export const YES = 1
export const MORE_OR_LESS = 2
export const NO = 3
export const UNKNOWN = 9

/** Discrimination and difficulty per item, in the order of the manual. */
export const DISCRIMINATION = [1.2, 1.2, 1.6, 1.4, 1.6, 1.3, 1.3, 1.5, 1.6, 1.5, 1.2]
export const DIFFICULTY = [0.15, 0.7, 0.8, 0.35, 0.65, 0.55, 0, 0.15, 0.65, 1.2, 0.3]
export const COMMON = 0.94
/** Σ of squares of common and own part is 1 */
export const OWN = Math.sqrt(1 - COMMON * COMMON)
/** an answer that is lonelier than this is given outright, not "more or less" */
export const OUTRIGHT = 1

const ITEMS = SCALES.djg11.items
const { lonely: LONELY, severe: SEVERE } = SCALES.djg11.cutoffs

export interface Draws {
  readonly sample: DemoSample
  /** what a person differs from the mean of the class, in units that the spread multiplies: [emotional, social] */
  readonly own: readonly [Float64Array, Float64Array]
  /** effects of age, sex and municipality on θ */
  readonly shift: Float64Array
  /** per item */
  readonly noise: readonly Float64Array[]
  /** per item: 0 answered, UNKNOWN or NaN */
  readonly gap: readonly Float64Array[]
}

/** Mean and spread of θ in one age class. */
export interface Trait {
  readonly mean: number
  readonly spread: number
}

export function drawNoise(random: Random, sample: DemoSample, places: readonly number[]): Draws {
  const n = sample.age.length
  const normals = () => Float64Array.from({ length: n }, () => random.normal())
  const [common, emotional, social] = [normals(), normals(), normals()]
  const mix = (own: Float64Array) => own.map((value, i) => COMMON * common[i] + OWN * value)
  return {
    sample,
    own: [mix(emotional), mix(social)],
    shift: Float64Array.from({ length: n }, (_, i) => shiftOf(sample, i) + places[sample.municipality[i]]),
    noise: ITEMS.map(() => Float64Array.from({ length: n }, () => logistic(random))),
    gap: drawGaps(random, sample),
  }
}

/** How much lonelier or less lonely each municipality is; the same in every wave. */
export function drawPlaces(random: Random): number[] {
  return DEMO_MUNICIPALITIES.map(() => 0.15 * random.normal())
}

/** Finds the trait of each age class that gives these weighted shares of its people with a valid total. */
export function solveTraits(draws: Draws, targets: readonly { lonely: number; severe: number }[]): Trait[] {
  return AGE_CLASSES.map((_, ageClass) => {
    const members = membersOf(draws.sample, ageClass)
    const share = (trait: Trait, cutoff: number) => weightedShare(draws, members, trait, cutoff)
    const meanFor = (spread: number) =>
      bisect(mean => share({ mean, spread }, LONELY) - targets[ageClass].lonely, -6, 6)
    const spread = bisect(
      width => share({ mean: meanFor(width), spread: width }, SEVERE) - targets[ageClass].severe,
      0.2,
      6,
    )
    return { mean: meanFor(spread), spread }
  })
}

export function answersOf(draws: Draws, traits: readonly Trait[]): ItemAnswers {
  return ITEMS.map((item, index) =>
    draws.gap[index].map((gap, i) => {
      if (gap !== 0) return gap
      const pull = pullOf(draws, index, i, traits[draws.sample.ageClass[i]])
      if (pull > 0 && pull <= OUTRIGHT) return MORE_OR_LESS
      return pull > 0 === (item.subscale === 'emotional') ? YES : NO
    }),
  )
}

/** Older people are lonelier within their class; men or women by age, as the published figures of 2020 have it. */
function shiftOf({ age, sex, ageClass }: DemoSample, i: number): number {
  const woman = sex[i] === 2 ? 1 : 0
  if (AGE_CLASSES[ageClass[i]].from >= 85) return 0.2 * woman + 0.03 * (age[i] - 88)
  if (AGE_CLASSES[ageClass[i]].from >= 75) return 0.12 * woman + 0.03 * (age[i] - 79)
  return -0.08 * woman
}

export function logistic(random: Random): number {
  const uniform = random.uniform()
  return Math.log(uniform / (1 - uniform))
}

/** A few people skip many questions, more of them in old age; two in three gaps are the code for unknown. */
function drawGaps(random: Random, { age }: DemoSample): Float64Array[] {
  const chance = Float64Array.from(age, years => {
    const skips = random.uniform() < (years >= 85 ? 0.07 : 0.04)
    return skips ? 0.25 : 0.008
  })
  return ITEMS.map(() =>
    chance.map(skip => {
      if (random.uniform() >= skip) return 0
      return random.uniform() < 0.66 ? UNKNOWN : Number.NaN
    }),
  )
}

function membersOf({ ageClass }: DemoSample, wanted: number): number[] {
  return [...ageClass.keys()].filter(i => ageClass[i] === wanted)
}

/** Among those with at most one gap, as the manual counts; the gap is not lonely. */
function weightedShare(draws: Draws, members: readonly number[], trait: Trait, cutoff: number): number {
  let valid = 0
  let above = 0
  for (const i of members) {
    const [score, gaps] = scoreOf(draws, i, trait)
    if (gaps > 1) continue
    valid += draws.sample.weight[i]
    if (score >= cutoff) above += draws.sample.weight[i]
  }
  return above / valid
}

function scoreOf(draws: Draws, i: number, trait: Trait): [score: number, gaps: number] {
  let score = 0
  let gaps = 0
  for (let index = 0; index < ITEMS.length; index++) {
    if (draws.gap[index][i] !== 0) gaps++
    else if (pullOf(draws, index, i, trait) > 0) score++
  }
  return [score, gaps]
}

/** Above 0 the answer is lonely. */
function pullOf(draws: Draws, index: number, i: number, trait: Trait): number {
  const side = ITEMS[index].subscale === 'emotional' ? 0 : 1
  const theta = trait.mean + trait.spread * draws.own[side][i] + draws.shift[i]
  return DISCRIMINATION[index] * (theta - DIFFICULTY[index]) + draws.noise[index][i]
}

/** The root of a rising step function. */
export function bisect(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high]
  for (let step = 0; step < 22; step++) {
    const middle = (a + b) / 2
    if (f(middle) < 0) a = middle
    else b = middle
  }
  return (a + b) / 2
}
