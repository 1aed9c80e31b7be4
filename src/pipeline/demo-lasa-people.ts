/**
 * The people of the synthetic LASA: three samples, who grow older, drop out and die.
 *
 * Samples as LASA drew them: born 1908-1937 in 1992, 1938-1947 in 2002,
 * 1948-1957 in 2012. Who is in the files was still taking part at wave F.
 * Yearly risk of death by Gompertz; between waves a few leave, the lonelier
 * sooner; from 80 on some of H and J are interviewed by telephone, and a few of F
 * by proxy. Everything is invented.
 *
 * Units: times in decimal years, ages in whole years.
 */
import { decimalYear } from '../core/date.ts'
import type { Random } from '../core/random.ts'
import { drawTrait, drawVisit, type Trait, type Visit } from './demo-panel.ts'
import type { LasaDemoWave } from './demo-scenario.ts'

export const LASA_DEMO_WAVES = [
  { wave: 'F', from: '2005-09-05', to: '2006-08-25' },
  { wave: 'G', from: '2008-09-08', to: '2009-08-28' },
  { wave: 'H', from: '2011-09-05', to: '2012-08-31' },
  { wave: '3B', from: '2012-10-01', to: '2013-08-30' },
  { wave: 'I', from: '2015-09-07', to: '2016-08-26' },
  { wave: 'J', from: '2018-09-10', to: '2019-08-30' },
] as const
export type LasaWaveName = (typeof LASA_DEMO_WAVES)[number]['wave']

/** The waves that follow everybody; 3B is the first interview of its sample. */
export const LASA_FOLLOWED: readonly LasaDemoWave[] = ['F', 'G', 'H', 'I', 'J']

/** Numbers as in the variable `sample` of LASAZ052. */
const SAMPLES = [
  { sample: 1, persons: 640, born: [1908, 1937], first: 'F', baseline: ['1992-09-07', '1993-08-27'] },
  { sample: 2, persons: 350, born: [1938, 1947], first: 'F', baseline: ['2002-09-09', '2003-08-29'] },
  { sample: 3, persons: 60, born: [1948, 1957], first: '3B', baseline: null },
] as const

export type LasaMode = 'face-to-face' | 'telephone' | 'proxy'

export interface LasaVisit extends Visit {
  readonly wave: LasaWaveName
  /** YYYY-MM-DD */
  readonly date: string
  readonly mode: LasaMode
}

export interface LasaPerson {
  readonly respnr: number
  readonly sample: number
  readonly sex: number
  readonly birthYear: number
  /** of the first interview in LASA, wave B, 2B or 3B */
  readonly baseline: { readonly date: string; readonly age: number }
  /** index into the municipalities */
  readonly municipality: number
  readonly visits: readonly LasaVisit[]
}

interface Life {
  readonly birth: number
  readonly sex: number
  readonly trait: Trait
}

export function drawLasaPeople(random: Random): LasaPerson[] {
  return SAMPLES.flatMap(of =>
    Array.from({ length: of.persons }, (_, i) => {
      const birth = birthIn(random, of.born)
      const life = { birth, sex: random.uniform() < 0.44 ? 1 : 2, trait: drawTrait(random) }
      const visits = visitsOf(random, life, of.first)
      const date = of.baseline === null ? visits[0].date : dayIn(random, of.baseline[0], of.baseline[1])
      return {
        respnr: of.sample * 10_000 + 3 * i + 1 + random.below(3),
        sample: of.sample,
        sex: life.sex,
        birthYear: Math.floor(birth),
        baseline: { date, age: ageOn(date, birth) },
        municipality: random.below(11),
        visits,
      }
    }),
  )
}

/** The later the more: of the earlier born fewer were left. */
function birthIn(random: Random, [first, last]: readonly [number, number]): number {
  return last + 1 - (last + 1 - first) * random.uniform() ** 1.4
}

function visitsOf(random: Random, life: Life, first: LasaWaveName): LasaVisit[] {
  const start = LASA_DEMO_WAVES.findIndex(({ wave }) => wave === first)
  const visits: LasaVisit[] = []
  for (const { wave, from, to } of LASA_DEMO_WAVES.slice(start)) {
    if (wave === '3B' && first !== '3B') continue
    const date = dayIn(random, from, to)
    const before = visits.at(-1)
    if (before !== undefined && !stays(random, life, before.date, date)) break
    visits.push(visit(random, life, wave, date))
  }
  return visits
}

function stays(random: Random, { birth, sex, trait }: Life, from: string, to: string): boolean {
  const alive = random.uniform() < survival(decimalYear(from) - birth, decimalYear(to) - birth, sex)
  const leaves = random.uniform() < 0.035 + (trait[0] > 1 ? 0.04 : 0)
  return alive && !leaves
}

/** Gompertz: the yearly risk grows by a tenth with each year of age. */
function survival(from: number, to: number, sex: number): number {
  const risk = sex === 1 ? 2.2e-5 : 1.5e-5
  return Math.exp((-risk / 0.1) * (Math.exp(0.1 * to) - Math.exp(0.1 * from)))
}

function visit(random: Random, { birth, sex, trait }: Life, wave: LasaWaveName, date: string): LasaVisit {
  const age = ageOn(date, birth)
  const mode = modeOf(random, wave, age)
  return { ...drawVisit(random, { age, sex, trait }, gapsOf(random, mode)), wave, date, mode }
}

function modeOf(random: Random, wave: LasaWaveName, age: number): LasaMode {
  const chance = random.uniform()
  if (age < 80) return 'face-to-face'
  if (wave === 'F' && chance < 0.03) return 'proxy'
  return (wave === 'H' || wave === 'J') && chance < 0.2 ? 'telephone' : 'face-to-face'
}

export const NO_ANSWER = -1
export const NOT_ASKED = -3
export const REFUSED = -4

/** One in a hundred answers not given; a few interviews broken off, a few people refuse it all. */
function gapsOf(random: Random, mode: LasaMode): (number | null)[] {
  const none = Array.from({ length: 11 }, () => (random.uniform() < 0.01 ? NO_ANSWER : null))
  const chance = random.uniform()
  const stop = random.below(8) + 1
  if (mode === 'telephone') return none
  if (chance < 0.01) return none.map(() => REFUSED)
  return chance < 0.022 ? none.map((gap, item) => (item < stop ? gap : NOT_ASKED)) : none
}

function ageOn(date: string, birth: number): number {
  return Math.floor(decimalYear(date) - birth)
}

function dayIn(random: Random, from: string, to: string): string {
  const [first, last] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)]
  const days = (last - first) / 86_400_000
  return new Date(first + 86_400_000 * random.below(days + 1)).toISOString().slice(0, 10)
}
