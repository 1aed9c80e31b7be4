/**
 * The synthetic LASA as files: one .sav per topic and wave, in the mixed capitals of the real ones.
 *
 * 073 items, 273 LASA's own scores, 712 telephone interviews, and the files over
 * all waves. LASA's scores follow LASA's own rules: one missing item allowed until
 * G, two from H on, one in each sub-scale.
 */
import type { Random } from '../core/random.ts'
import { itemsOf, SCALES, type Subset } from '../scale/scale.ts'
import { column, type DemoColumn, type DemoSav } from './demo-codebook-entry.ts'
import { filesOverWaves } from './demo-lasa-background.ts'
import {
  directVariable,
  itemVariable,
  LASA_CODING,
  respondentNumber,
  scoreVariables,
  telephoneVariable,
} from './demo-lasa-codebook.ts'
import {
  drawLasaPeople,
  LASA_DEMO_WAVES,
  LASA_FOLLOWED,
  type LasaPerson,
  type LasaVisit,
  type LasaWaveName,
  NOT_ASKED,
  REFUSED,
} from './demo-lasa-people.ts'
import { answerOf, shareLonely, solveMean } from './demo-panel.ts'
import type { DemoScenario, LasaDemoWave } from './demo-scenario.ts'

export interface LasaDemo {
  readonly files: readonly DemoSav[]
  readonly people: readonly LasaPerson[]
  readonly reached: readonly { wave: LasaDemoWave; aim: number; reached: number; n: number; from75: number }[]
}

interface Interview {
  readonly respnr: number
  readonly visit: LasaVisit
  /** mean of θ of the wave */
  readonly mean: number
}

const AIM = { scale: SCALES.djg11, ageFrom: 75 }

export function lasaDemo(random: Random, { lasa, sixItemsFrom }: DemoScenario): LasaDemo {
  const people = drawLasaPeople(random).map(person => withSixItems(person, sixItemsFrom))
  const drawn = (wave: LasaWaveName) =>
    people.flatMap(({ respnr, visits }) =>
      visits.filter(visit => visit.wave === wave).map(visit => ({ respnr, visit })),
    )
  const answering = (wave: LasaWaveName) => elevenItems(drawn(wave).map(({ visit }) => visit))
  const means: Record<LasaDemoWave, number> = mapWaves(wave =>
    solveMean(answering(wave), { ...AIM, lonely: lasa[wave] }),
  )
  const meanOf = (wave: LasaWaveName) => means[wave === '3B' ? 'H' : wave]
  return {
    people,
    files: [
      ...LASA_DEMO_WAVES.flatMap(({ wave }) =>
        filesOf(
          wave,
          drawn(wave).map(one => ({ ...one, mean: meanOf(wave) })),
        ),
      ),
      ...filesOverWaves(people),
    ],
    reached: LASA_FOLLOWED.map(wave => ({
      wave,
      aim: lasa[wave],
      reached: shareLonely(answering(wave), means[wave], AIM),
      n: drawn(wave).length,
      from75: drawn(wave).filter(({ visit }) => visit.age >= 75).length,
    })),
  }
}

/** Those who answered all items; when nobody did, those who would have. */
function elevenItems(visits: readonly LasaVisit[]): readonly LasaVisit[] {
  const face = visits.filter(({ mode }) => mode === 'face-to-face')
  return face.length > 0 ? face : visits.filter(({ mode }) => mode === 'telephone')
}

function mapWaves<T>(value: (wave: LasaDemoWave) => T): Record<LasaDemoWave, T> {
  return { F: value('F'), G: value('G'), H: value('H'), I: value('I'), J: value('J') }
}

/** The instrument changes: everybody is interviewed by telephone. */
function withSixItems(person: LasaPerson, from: number | null): LasaPerson {
  if (from === null) return person
  const visits = person.visits.map(visit =>
    Number(visit.date.slice(0, 4)) >= from ? { ...visit, mode: 'telephone' as const } : visit,
  )
  return { ...person, visits }
}

function filesOf(wave: LasaWaveName, interviews: readonly Interview[]): DemoSav[] {
  const face = interviews.filter(({ visit }) => visit.mode === 'face-to-face')
  const telephone = interviews.filter(({ visit }) => visit.mode === 'telephone')
  const scored = interviews.filter(({ visit }) => visit.mode !== 'telephone')
  return [
    ...(face.length === 0 ? [] : [{ name: FILES[wave][0], columns: itemColumns(wave, face) }]),
    ...(scored.length === 0 ? [] : [{ name: FILES[wave][1], columns: scoreColumns(wave, scored) }]),
    ...(telephone.length === 0
      ? []
      : [{ name: `LASA${wave}712.sav`, columns: telephoneColumns(wave, telephone) }]),
  ]
}

/** Capitals as they come. */
const FILES: Readonly<Record<LasaWaveName, readonly [items: string, scores: string]>> = {
  F: ['LASAF073.SAV', 'LASAF273.SAV'],
  G: ['LASAG073.sav', 'LASAG273.sav'],
  H: ['lasah073.sav', 'LASAH273.sav'],
  '3B': ['LAS3B073.sav', 'LAS3B273.sav'],
  I: ['LASAI073.sav', 'lasai273.sav'],
  J: ['LASAJ073.Sav', 'LASAJ273.sav'],
}

function itemColumns(wave: LasaWaveName, interviews: readonly Interview[]): DemoColumn[] {
  const direct = ({ visit, mean }: Interview) => {
    const gap = visit.gaps[10]
    const feeling = mean + visit.trait[0]
    return gap ?? (feeling > 1.2 ? 3 : feeling > 0.6 ? 2 : 1)
  }
  return [
    { variable: respondentNumber('RespNr'), values: column(interviews, ({ respnr }) => respnr) },
    ...SCALES.djg11.items.map(item => ({
      variable: itemVariable(wave, item.number),
      values: column(interviews, interview => codeOf(interview, item.number)),
    })),
    { variable: directVariable(wave), values: column(interviews, direct) },
  ]
}

function telephoneColumns(wave: LasaWaveName, interviews: readonly Interview[]): DemoColumn[] {
  return [
    { variable: respondentNumber('respnr'), values: column(interviews, ({ respnr }) => respnr) },
    ...SCALES.djg6.items.map(item => ({
      variable: telephoneVariable(wave, item.number),
      values: column(interviews, interview => codeOf(interview, item.number)),
    })),
  ]
}

const CODES = { no: 1, moreOrLess: 2, yes: 3 } as const

function codeOf({ visit, mean }: Interview, item: number): number {
  const answer = answerOf(visit, mean, item)
  return answer === null ? (visit.gaps[item - 1] ?? Number.NaN) : CODES[answer]
}

function scoreColumns(wave: LasaWaveName, interviews: readonly Interview[]): DemoColumn[] {
  const [total, emotional, social] = scoreVariables(wave)
  const { mayMiss } = LASA_CODING[wave]
  return [
    { variable: respondentNumber('respnr'), values: column(interviews, ({ respnr }) => respnr) },
    { variable: total, values: column(interviews, one => scoreOf(one, 'total', mayMiss, NOT_ASKED)) },
    { variable: emotional, values: column(interviews, one => scoreOf(one, 'emotional', 1, PROXY)) },
    { variable: social, values: column(interviews, one => scoreOf(one, 'social', 1, PROXY)) },
  ]
}

const PROXY = 7
const TOO_MANY_MISSING = -1

/** Lonely answers, as LASA counts them: a missing one counts as not lonely. */
function scoreOf(interview: Interview, subset: Subset, mayMiss: number, proxy: number): number {
  const { visit, mean } = interview
  if (visit.mode === 'proxy') return proxy
  const items = itemsOf(SCALES.djg11, subset)
  const gaps = items.flatMap(item => visit.gaps[item.number - 1] ?? [])
  if (gaps.length > mayMiss) return [REFUSED, NOT_ASKED].find(code => gaps.includes(code)) ?? TOO_MANY_MISSING
  return items.filter(item => {
    const answer = answerOf(visit, mean, item.number)
    return answer !== null && item.lonely.includes(answer)
  }).length
}
