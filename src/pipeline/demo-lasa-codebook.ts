/**
 * Codebook of the synthetic LASA: variables, value labels and missing codes per wave, as LASA delivers them.
 *
 * Source: LASA073_varinfo, 273, 712, Z004, Z008 and Z052, transcribed in
 * Highmeadows/CleanLASA (MIT). Labels of items are short ones of our own.
 */
import type { Variable } from '../core/data-file.ts'
import { SCALES } from '../scale/scale.ts'
import { codes, labelled, number } from './demo-codebook-entry.ts'
import type { LasaWaveName } from './demo-lasa-people.ts'

/** Of every variable of the wave; column of LASAZ008's dates; items that LASA let be missing in a total. */
export const LASA_CODING: Readonly<
  Record<LasaWaveName, { readonly prefix: string; readonly interview: number; readonly mayMiss: 1 | 2 }>
> = {
  F: { prefix: 'f', interview: 6, mayMiss: 1 },
  G: { prefix: 'g', interview: 7, mayMiss: 1 },
  H: { prefix: 'h', interview: 8, mayMiss: 2 },
  '3B': { prefix: 'b', interview: 2, mayMiss: 2 },
  I: { prefix: 'i', interview: 9, mayMiss: 2 },
  J: { prefix: 'j', interview: 10, mayMiss: 2 },
}

const BELOW_ZERO = [{ kind: 'range', from: Number.NEGATIVE_INFINITY, to: -1 }] as const

export function respondentNumber(name: string): Variable {
  return number(name, 'respondent number (synthetic)', 'F8.0')
}

export function itemVariable(wave: LasaWaveName, item: number): Variable {
  return labelled(`${LASA_CODING[wave].prefix}lo${item}`, labelOf(item), ITEM_CODES, codes(-4, -3, -1))
}

export function telephoneVariable(wave: LasaWaveName, item: number): Variable {
  return labelled(`${LASA_CODING[wave].prefix}trlo${item}`, labelOf(item), TELEPHONE_CODES, codes(-1))
}

/** Asks about loneliness directly: not an item of the scale. */
export function directVariable(wave: LasaWaveName): Variable {
  return labelled(
    `${LASA_CODING[wave].prefix}losom`,
    'direct question: feels lonely at times',
    ITEM_CODES,
    codes(-4, -3, -1),
  )
}

export function scoreVariables(wave: LasaWaveName): [total: Variable, emotional: Variable, social: Variable] {
  const { prefix, mayMiss } = LASA_CODING[wave]
  const missing = (most: number): [number, string][] => [
    ...(wave === 'F' ? [] : [[-5, 'short version'] as [number, string]]),
    [-4, 'refusal/skip by interviewer'],
    [-3, wave === 'F' || wave === 'G' ? 'terminated interview' : 'interview terminated'],
    [-1, `>${most} missing items`],
  ]
  const nonresponse: [number, string][] =
    wave === 'F'
      ? [
          [7, 'proxy (unit nonresponse)'],
          [8, 'telephone interview (unit nonresponse)'],
        ]
      : []
  const part = (name: string, label: string, top: number) =>
    labelled(
      `${prefix}${name}`,
      `${label} <scale de Jong Gierveld>`,
      [...missing(1), [0, 'no loneliness'], [top, 'severe loneliness'], ...nonresponse],
      BELOW_ZERO,
    )
  return [
    labelled(
      `${prefix}lo`,
      'loneliness <scale de Jong Gierveld>',
      [...missing(mayMiss), [0, 'no loneliness'], [11, 'severe loneliness']],
      BELOW_ZERO,
    ),
    part('loemo', 'emotional loneliness', 6),
    part('losoc', 'social loneliness', 5),
  ]
}

export const SEX = labelled('sex', 'sex respondent', [
  [1, 'male'],
  [2, 'female'],
])
export const BIRTH_YEAR = number('byear', 'birthyear of respondent', 'F4.0')

export const NO_INTERVIEW = -2

export function dateVariable(interview: number): Variable {
  return number(`t${interview}_dat`, `interview date (w${interview})`, 'EDATE10')
}

export function ageVariable(prefix: string, interview: number): Variable {
  return labelled(
    `${prefix}age`,
    `Age at interview (w${interview})`,
    [[NO_INTERVIEW, 'no interview available']],
    codes(NO_INTERVIEW),
  )
}

export const SAMPLE = labelled('sample', 'description of sample 1992 - 2002 - 2012', [
  [0, '1992 sample - oldest LSN birth cohort'],
  [1, '1992 sample - birth cohorts LASA'],
  [2, '2002 sample LASA'],
  [3, '2012 sample LASA'],
])

export const AT_BIRTH = 1
export const CURRENT_RESIDENCE = 5
export const RECORD = labelled('b052record', 'municipality at which moment of life', [
  [AT_BIRTH, 'at birth'],
  [2, 'after 1st move'],
  [3, 'in 1944'],
  [4, 'at age 45 years'],
  [CURRENT_RESIDENCE, 'of current residence'],
])

/** Above the codes of the Netherlands' municipalities, below those of provinces and countries. */
export const FIRST_PLACE = 2001
export function placeVariable(names: readonly string[]): Variable {
  return labelled(
    'bMunicipality',
    'municipality (invented codes)',
    [[-1, 'no answer'], ...names.map((name, i) => [FIRST_PLACE + i, `${name} (synthetisch)`] as const)],
    codes(-6, -3, -1),
  )
}

const ITEM_CODES = [
  [-4, 'refusal/skip by interviewer'],
  [-3, 'not asked (interview terminated/skip)'],
  [-1, 'no answer'],
  [1, 'no'],
  [2, 'more-or-less'],
  [3, 'yes'],
] as const

const TELEPHONE_CODES = [
  [-1, 'na, asked'],
  [1, 'no'],
  [2, 'more-or-less'],
  [3, 'yes'],
] as const

function labelOf(item: number): string {
  return SCALES.djg11.items[item - 1].label.en
}
