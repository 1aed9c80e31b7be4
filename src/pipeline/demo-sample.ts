/**
 * The people of one synthetic wave: drawn by stratum, weighted back to the population.
 *
 * Strata are fictional municipalities × four age classes, old age oversampled as
 * in the Gezondheidsmonitor. Base weights N/n are calibrated to age band × sex.
 * The share of people in private households falls with age; these shares are
 * invented, so that 85+ weighs what the published figures imply.
 *
 * Units: weights in persons of the Netherlands; the municipalities stand for the whole country.
 */
import { sum } from '../core/linear.ts'
import type { Random } from '../core/random.ts'
import { nlStandard } from './reference-data.ts'

export interface DemoSample {
  readonly age: Int32Array
  /** 1 man, 2 woman */
  readonly sex: Int32Array
  /** index into DEMO_MUNICIPALITIES */
  readonly municipality: Int32Array
  /** index into AGE_CLASSES */
  readonly ageClass: Int32Array
  readonly weight: Float64Array
}

export const AGE_CLASSES = [
  { from: 18, to: 65, records: 2300 },
  { from: 65, to: 75, records: 900 },
  { from: 75, to: 85, records: 2900 },
  { from: 85, to: null, records: 1900 },
] as const

/** Name and share of the population. */
export const DEMO_MUNICIPALITIES = [
  { name: 'Voorbeeldstad', share: 0.145 },
  { name: 'Proefhaven', share: 0.115 },
  { name: 'Oefendam', share: 0.095 },
  { name: 'Modelveen', share: 0.08 },
  { name: 'Schijnburg', share: 0.075 },
  { name: 'Fictiedijk', share: 0.065 },
  { name: 'Testerbroek', share: 0.06 },
  { name: 'Nepwoude', share: 0.055 },
  { name: 'Verzonnenoord', share: 0.05 },
  { name: 'Denkbeeldrecht', share: 0.048 },
  { name: 'Simulatiemond', share: 0.044 },
  { name: 'Droommeer', share: 0.04 },
  { name: 'Kunstzijl', share: 0.036 },
  { name: 'Schetsum', share: 0.034 },
  { name: 'Stelselo', share: 0.031 },
  { name: 'Nulkerk', share: 0.027 },
] as const

const OLDEST = 104

export function drawSample(random: Random, year: number, adultFrom: number): DemoSample {
  const people = privateHouseholds(year).filter(({ age }) => age >= adultFrom)
  const persons: Person[] = []
  for (const [ageClass, { from, to, records }] of AGE_CLASSES.entries()) {
    const eligible = people.filter(({ age }) => age >= from && (to === null || age < to))
    const pick = picker(random, eligible)
    for (const [municipality, n] of allocate(records).entries()) {
      const population = total(eligible) * DEMO_MUNICIPALITIES[municipality].share
      for (let i = 0; i < n; i++) persons.push({ ...pick(), municipality, ageClass, weight: population / n })
    }
  }
  return columnsOf(calibrate(random.shuffle(persons), people))
}

interface Persons {
  readonly age: number
  readonly sex: number
  readonly persons: number
}

interface Person {
  readonly age: number
  readonly sex: number
  readonly municipality: number
  readonly ageClass: number
  readonly weight: number
}

/** People in private households by single year of age and sex. */
function privateHouseholds(year: number): Persons[] {
  const { cells } = nlStandard(year)
  return cells.flatMap(cell => {
    const next = cells.find(other => other.sex === cell.sex && other.ageFrom === cell.ageTo)
    const ages = range(cell.ageFrom, cell.ageTo ?? OLDEST + 1)
    const shares = yearShares(ages.length, cell.ageFrom < 60 ? 1 : yearlyChange(cell.persons, next?.persons))
    return ages.map((age, i) => ({
      age,
      sex: cell.sex === 'male' ? 1 : 2,
      persons: cell.persons * shares[i] * privateShare(age),
    }))
  })
}

/** From the size of this five-year band to the next one; beyond the last band invented. */
function yearlyChange(persons: number, next: number | undefined): number {
  return next === undefined ? 0.7 : Math.min(1, Math.exp(Math.log(next / persons) / 5))
}

/** Shares of the single years of a band when each is `change` times the one before. */
function yearShares(years: number, change: number): number[] {
  const parts = [1]
  while (parts.length < years) parts.push(parts[parts.length - 1] * change)
  const all = sum(parts)
  return parts.map(part => part / all)
}

function privateShare(age: number): number {
  const steps = [
    [95, 0.55],
    [90, 0.74],
    [85, 0.87],
    [80, 0.95],
    [75, 0.98],
  ]
  return steps.find(([from]) => age >= from)?.[1] ?? 0.995
}

/** Records per municipality: half of them equal, half by size, adding up exactly. */
function allocate(records: number): number[] {
  const count = DEMO_MUNICIPALITIES.length
  const exact = DEMO_MUNICIPALITIES.map(({ share }) => records * (0.5 / count + 0.5 * share))
  const ends = exact.map((_, i) => Math.round(sum(exact.slice(0, i + 1))))
  return ends.map((end, i) => end - (ends[i - 1] ?? 0))
}

function picker(random: Random, people: readonly Persons[]): () => { age: number; sex: number } {
  const ends: number[] = []
  for (const { persons } of people) ends.push((ends.at(-1) ?? 0) + persons)
  const all = total(people)
  return () => {
    const at = random.uniform() * all
    const { age, sex } =
      people[
        Math.min(
          people.length - 1,
          ends.findIndex(end => at < end),
        )
      ]
    return { age, sex }
  }
}

const BANDS = [18, 25, 35, 45, 55, 65, 70, 75, 80, 85, 90]

/** Post-stratifies the weights to the population by age band × sex; four decimals. */
function calibrate(persons: readonly Person[], people: readonly Persons[]): Person[] {
  const cellOf = ({ age, sex }: { age: number; sex: number }) =>
    `${BANDS.findLast(from => age >= from)}/${sex}`
  const population = sumBy(people, cellOf, person => person.persons)
  const sample = sumBy(persons, cellOf, person => person.weight)
  return persons.map(person => {
    const factor = population.get(cellOf(person))! / sample.get(cellOf(person))!
    return { ...person, weight: Math.round(person.weight * factor * 1e4) / 1e4 }
  })
}

function sumBy<T>(
  items: readonly T[],
  key: (item: T) => string,
  value: (item: T) => number,
): Map<string, number> {
  const sums = new Map<string, number>()
  for (const item of items) sums.set(key(item), (sums.get(key(item)) ?? 0) + value(item))
  return sums
}

function columnsOf(persons: readonly Person[]): DemoSample {
  return {
    age: Int32Array.from(persons, person => person.age),
    sex: Int32Array.from(persons, person => person.sex),
    municipality: Int32Array.from(persons, person => person.municipality),
    ageClass: Int32Array.from(persons, person => person.ageClass),
    weight: Float64Array.from(persons, person => person.weight),
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}

function total(people: readonly Persons[]): number {
  return sum(people.map(({ persons }) => persons))
}
