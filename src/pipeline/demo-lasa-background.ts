/**
 * The files of the synthetic LASA that hold all waves: Z004 sex and birth year,
 * Z008 ages and interview dates, Z052 municipalities at two moments of life.
 */
import { column, type DemoColumn, type DemoSav } from './demo-codebook-entry.ts'
import {
  AT_BIRTH,
  ageVariable,
  BIRTH_YEAR,
  CURRENT_RESIDENCE,
  dateVariable,
  FIRST_PLACE,
  LASA_CODING,
  NO_INTERVIEW,
  placeVariable,
  RECORD,
  respondentNumber,
  SAMPLE,
  SEX,
} from './demo-lasa-codebook.ts'
import { LASA_FOLLOWED, type LasaPerson } from './demo-lasa-people.ts'
import { DEMO_MUNICIPALITIES } from './demo-sample.ts'
import type { LasaDemoWave } from './demo-scenario.ts'

export function filesOverWaves(people: readonly LasaPerson[]): DemoSav[] {
  const respnr = { variable: respondentNumber('respnr'), values: column(people, person => person.respnr) }
  const residences = people.flatMap(person => [
    { person, record: AT_BIRTH, place: (person.municipality * 5 + person.respnr) % 11 },
    { person, record: CURRENT_RESIDENCE, place: person.municipality },
  ])
  return [
    {
      name: 'LASAZ004.sav',
      columns: [
        respnr,
        { variable: SEX, values: column(people, ({ sex }) => sex) },
        { variable: BIRTH_YEAR, values: column(people, ({ birthYear }) => birthYear) },
      ],
    },
    { name: 'LASAZ008.SAV', columns: [respnr, ...interviewColumns(people)] },
    {
      name: 'LASAZ052.sav',
      columns: [
        {
          variable: respondentNumber('respnr'),
          values: column(residences, ({ person }) => person.respnr),
        },
        { variable: SAMPLE, values: column(residences, ({ person }) => person.sample) },
        { variable: RECORD, values: column(residences, ({ record }) => record) },
        {
          variable: placeVariable(DEMO_MUNICIPALITIES.slice(0, 11).map(({ name }) => name)),
          values: column(residences, ({ place }) => FIRST_PLACE + place),
        },
      ],
    },
  ]
}

/** The first interview under b and t2, of whichever sample; F to J under their own letters. */
function interviewColumns(people: readonly LasaPerson[]): DemoColumn[] {
  const at = (wave: LasaDemoWave) => (person: LasaPerson) => person.visits.find(visit => visit.wave === wave)
  return [
    ...datedAge('b', 2, people, ({ baseline }) => baseline),
    ...LASA_FOLLOWED.flatMap(wave => {
      const { prefix, interview } = LASA_CODING[wave]
      return datedAge(prefix, interview, people, at(wave))
    }),
  ]
}

function datedAge(
  prefix: string,
  interview: number,
  people: readonly LasaPerson[],
  find: (person: LasaPerson) => { readonly date: string; readonly age: number } | undefined,
): DemoColumn[] {
  const date = (person: LasaPerson) => {
    const found = find(person)
    return found === undefined ? NO_INTERVIEW : spssDate(found.date)
  }
  return [
    { variable: dateVariable(interview), values: column(people, date) },
    {
      variable: ageVariable(prefix, interview),
      values: column(people, person => find(person)?.age ?? NO_INTERVIEW),
    },
  ]
}

/** Seconds since the start of the Gregorian calendar, 14 October 1582. */
function spssDate(date: string): number {
  return (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1582, 9, 14)) / 1000
}
