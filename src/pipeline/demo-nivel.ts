/**
 * The synthetic Participatiemonitor of Nivel: one CSV per wave as Dutch Excel writes it.
 *
 * Semicolons, decimal commas, texts as answers; the oldest file in windows-1252,
 * the others in UTF-8 with a byte order mark. The same people from 2015 on, two
 * years older each time, some of whom leave and are replaced. Six items. Nivel's
 * own names of variables are not public: those here are invented, as is the rest.
 *
 * Units: ages in whole years; weights with mean 1 in every wave.
 */
import { sum } from '../core/linear.ts'
import type { Random } from '../core/random.ts'
import { SCALES } from '../scale/scale.ts'
import {
  answerOf,
  drawTrait,
  drawVisit,
  shareLonely,
  solveMean,
  type Trait,
  type Visit,
} from './demo-panel.ts'
import type { DemoScenario } from './demo-scenario.ts'

export interface NivelWave {
  readonly year: number
  readonly csv: Buffer
  readonly n: number
  readonly from75: number
  readonly aim: number
  /** unweighted, as it was aimed at */
  readonly reached: number
}

/** Canonical column → column of the file. */
export const NIVEL_COLUMNS = {
  id: 'resp',
  weight: 'gewicht',
  age: 'lft',
  sex: 'gesl',
  item3: 'v3',
  item4: 'v4',
  item7: 'v7',
  item8: 'v8',
  item9: 'v9',
  item10: 'v10',
} as const
export const NO_ANSWER_TEXT = 'weet niet'

const PERSONS = 600
const LEAVE = 0.12
const PROVINCES = ['Fryslân', 'Drenthe', 'Utrecht', 'Zeeland', 'Limburg']
const AIM = { scale: SCALES.djg6, ageFrom: 75 }
const MISSED = 1

interface Panellist {
  readonly id: number
  readonly born: number
  readonly sex: number
  readonly province: string
  readonly trait: Trait
}

export function nivelWaves(random: Random, { nivel }: DemoScenario): NivelWave[] {
  let panel: Panellist[] = []
  let next = 1001
  return nivel.map(({ year, lonely }, wave) => {
    const stayed = panel.filter(({ born }) => random.uniform() > LEAVE + (year - born > 85 ? 0.1 : 0))
    const fresh = Array.from({ length: PERSONS - stayed.length }, () => drawPanellist(random, year, next++))
    panel = [...stayed, ...fresh]
    const visits = panel.map(({ born, sex, trait }) =>
      drawVisit(random, { age: year - born, sex, trait }, gapsOf(random)),
    )
    const mean = solveMean(visits, { ...AIM, lonely })
    const text = csvOf(random, panel, visits, mean)
    return {
      year,
      csv: wave === 0 ? Buffer.from(text, 'latin1') : Buffer.from(`﻿${text}`, 'utf8'),
      n: PERSONS,
      from75: visits.filter(({ age }) => age >= 75).length,
      aim: lonely,
      reached: shareLonely(visits, mean, AIM),
    }
  })
}

/** 65 to 92, the older the fewer. */
function drawPanellist(random: Random, year: number, id: number): Panellist {
  return {
    id,
    born: year - 65 - Math.floor(28 * random.uniform() ** 1.3),
    sex: random.uniform() < 0.46 ? 1 : 2,
    province: PROVINCES[random.below(PROVINCES.length)],
    trait: drawTrait(random),
  }
}

function gapsOf(random: Random): (number | null)[] {
  const skips = random.uniform() < 0.03 ? 0.4 : 0.008
  return Array.from({ length: 11 }, () => (random.uniform() < skips ? MISSED : null))
}

const HEADER = [...Object.values(NIVEL_COLUMNS), 'provincie', 'synthetisch']
const TEXTS = { yes: 'Ja', moreOrLess: 'Min of meer', no: 'Nee' } as const

function csvOf(random: Random, panel: readonly Panellist[], visits: readonly Visit[], mean: number): string {
  const raw = panel.map(({ sex }) => (sex === 1 ? 1.1 : 0.92) * Math.exp(0.25 * random.normal()))
  const scale = panel.length / sum(raw)
  const rows = panel.map(({ id, sex, province }, i) => [
    String(id),
    dutch(raw[i] * scale),
    String(visits[i].age),
    sex === 1 ? 'man' : 'vrouw',
    ...SCALES.djg6.items.map(item => answerText(visits[i], mean, item.number)),
    province,
    '1',
  ])
  return [HEADER, ...rows].map(row => `${row.join(';')}\r\n`).join('')
}

function answerText(visit: Visit, mean: number, item: number): string {
  const answer = answerOf(visit, mean, item)
  if (answer !== null) return TEXTS[answer]
  return item % 2 === 0 ? NO_ANSWER_TEXT : ''
}

function dutch(value: number): string {
  return value.toFixed(3).replace('.', ',')
}
