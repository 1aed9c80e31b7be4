/**
 * LASA, the Longitudinal Aging Study Amsterdam: waves B to K and its later samples.
 *
 * The eleven items stand in the order of the manual and are coded the other way
 * round than the Gezondheidsmonitor's: 3 is yes. LASA has no weight, stratum or
 * PSU: figures are unweighted, and the person is the PSU through all waves.
 * `lo1` to `lo11` only: `losom` and `lorat` ask about loneliness directly and
 * are no items of the scale.
 *
 * Source: LASA073_varinfo (21 February 2020), LASAZ004, LASAZ008 and LASAZ052,
 * transcribed in Highmeadows/CleanLASA (MIT).
 */
import type { WaveSpec } from '../core/study.ts'
import { type LasaWave, lasaWave } from './lasa-waves.ts'
import type { Profile } from './profile.ts'

/** The numbers of the items that a telephone interview asks. */
export const TELEPHONE_ITEMS: readonly number[] = [3, 4, 7, 8, 9, 10]

/** Every variable of a wave begins with the letter of that wave. */
export function lasaProfile({ wave }: Pick<WaveSpec, 'wave'>): Profile {
  const known = lasaWave(wave)
  const prefix = known?.prefix ?? ''
  return {
    id: 'lasa',
    names: {
      id: ['respnr'],
      stratum: [],
      psu: [],
      fpc: [],
      age: [`${prefix}age`, 'age'],
      sex: ['sex'],
      municipality: ['municipality', 'bmunicipality'],
    },
    items: Array.from({ length: 11 }, (_, i) => `${prefix}lo${i + 1}`),
    weight: { kind: 'any', names: [] },
    answers: { yes: [3], moreOrLess: [2], no: [1], missing: [] },
    sex: { male: [1], female: [2] },
    required: ['age', 'sex'],
    ...scoresOf(prefix, known),
  }
}

/** LASA's total allowed one missing answer until wave G and two from H on; its sub-scales always one. */
function scoresOf(prefix: string, wave: LasaWave | undefined): Pick<Profile, 'scores' | 'scoreRule'> {
  const { emotional = [], social = [] } = wave?.nonresponse ?? {}
  const rule = wave?.missingAllowed ?? null
  return {
    scores: [
      { holds: 'total', name: `${prefix}lo`, scale: 'djg11', missing: [] },
      // an emotional 6 is settled by the total, where the files are joined
      {
        holds: 'emotional',
        name: `${prefix}loemo`,
        scale: 'djg11',
        missing: emotional.filter(code => code > 6),
      },
      { holds: 'social', name: `${prefix}losoc`, scale: 'djg11', missing: social },
    ],
    ...(rule === null ? {} : { scoreRule: rule === 1 ? 'lasa-one' : 'lasa-two' }),
  }
}
