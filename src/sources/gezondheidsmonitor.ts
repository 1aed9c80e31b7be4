/**
 * Gezondheidsmonitor Volwassenen en Ouderen of GGD'en, CBS and RIVM: 2012, 2016, 2020, 2022, 2024.
 *
 * The eleven items stand in the order of the manual and are coded the other way
 * round than LASA's: 1 is yes. Each year has its own weight for the questions
 * that only the GGDs asked; the weights for questions that CBS asked too look
 * alike and are wrong for loneliness. That of 2024 was not seen in a codebook:
 * the name of 2016 and 2022 is accepted with a warning. In CBS Remote Access people occur
 * twice; RINPERSOONS and RINPERSOON together are one person.
 *
 * Source: codebook of the 2016 file; rapportage_monitor_vo, "Indicatoren overzicht";
 * SMAP of RIVM for the duplicates.
 */
import type { AgeRange } from '../core/study.ts'
import { MONITOR_SCORES } from './gezondheidsmonitor-scores.ts'
import type { Profile } from './profile.ts'

export const GEZONDHEIDSMONITOR: Profile = {
  id: 'gezondheidsmonitor',
  names: {
    id: ['volgnummer', 'RINPERSOON'],
    stratum: ['PrimaireEenheid', 'VO_PrimaireEenheid'],
    psu: [],
    fpc: [],
    age: ['LFT0109'],
    sex: ['geslacht', 'AGGSA202'],
    municipality: ['Gemeentecode'],
  },
  items: Array.from({ length: 11 }, (_, i) => `GGEEB${201 + i}`),
  weight: {
    kind: 'by-year',
    ofYear: { 2012: 'weegfactor3', 2016: 'ewGGD', 2020: 'ewGGDkern', 2022: 'ewGGD', 2024: 'ewGGD' },
    unseen: ['2024'],
    traps: ['ewCBSGGD', 'VO_ewCBSGGD', 'weegfactor1', 'weegfactor2', 'weegfactor3', 'ewGGD', 'ewGGDkern'],
    trap: 'it weights other questions, or another year',
  },
  answers: { yes: [1], moreOrLess: [2], no: [3], missing: [9] },
  sex: { male: [1], female: [2] },
  required: ['weight', 'age', 'sex'],
  scores: MONITOR_SCORES,
  person: { required: 'RINPERSOON', besides: ['RINPERSOONS'] },
  year: ['AGOJB201', 'VO_AGOJB201'],
  groups: { region: ['MIREB201'] },
  ageClasses: [
    {
      name: 'LeeftijdSub',
      ages: classes([18, 24], [25, 39], [40, 54], [55, 64], [65, 74], [75, 84], [85, null]),
    },
    { name: 'Lftklassen', ages: null },
    { name: 'Leeftijdstatline2', ages: null },
    { name: 'Lftcat5', ages: classes([18, 34], [35, 49], [50, 64], [65, 74], [75, null]) },
  ],
}

/** Numbered from 1. */
function classes(...ages: readonly AgeRange[]): ReadonlyMap<number, AgeRange> {
  return new Map(ages.map((range, i) => [i + 1, range]))
}
