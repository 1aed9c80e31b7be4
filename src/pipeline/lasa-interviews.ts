/**
 * When the people of a LASA wave were interviewed, and how old they were then.
 *
 * LASAZ008 holds both; no interview is −2, which as a date shows as 3 October
 * 1582. A date more than two years from the middle one of the wave is a mistake:
 * it counts as unknown. An age that is not there is computed from the year of
 * birth as if everyone were born on 1 July, and may be a year off.
 *
 * Units: dates as days since 1 January 1970; ages in completed years where computed.
 * Checked against: R 4.2 on the files it wrote (test/reference/lasa.R).
 */
import { decimalYear, fieldworkTime } from '../core/date.ts'
import type { WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import type { LasaWave } from '../sources/lasa-waves.ts'
import { columnIn, type LasaTable, numberAt, type TableColumn } from './lasa-table.ts'

export interface Interviews {
  /** NaN where unknown */
  readonly dates: Float64Array
  /** null where no date is known */
  readonly fieldwork: readonly [string, string] | null
  readonly warnings: readonly Warning[]
}

const DAY = 86_400
/** Days from 14 October 1582, where SPSS begins to count, to 1 January 1970. */
const SPSS_EPOCH = 141_428
/** Before its first wave LASA interviewed nobody. */
const EARLIEST = Date.UTC(1990, 0, 1) / 1000 / DAY
const FURTHEST = 2 * 365

export function interviews(
  people: readonly string[],
  tables: readonly LasaTable[],
  wave: LasaWave,
): Interviews {
  const found = dateColumn(tables, wave)
  const dates = Float64Array.from(people, person => (found === null ? Number.NaN : dateAt(found, person)))
  const known = dates.filter(day => day >= EARLIEST).sort()
  const middle = known[Math.floor(known.length / 2)]
  const odd = (day: number) => !(day >= EARLIEST) || Math.abs(day - middle) > FURTHEST
  const implausible = dates.filter(day => !Number.isNaN(day) && odd(day)).length
  const kept = dates.map(day => (odd(day) ? Number.NaN : day))
  return {
    dates: kept,
    fieldwork: known.length === 0 ? null : extremes(kept),
    warnings: found === null ? [] : dateWarnings(found, wave, implausible),
  }
}

/** That of LASAZ008; else the only date in the file with the answers. */
function dateColumn(tables: readonly LasaTable[], { interview }: LasaWave): TableColumn | null {
  const told = columnIn(tables, `t${interview}_dat`)
  if (told !== null && told.column.variable.type !== 'text') return told
  const all = tables.flatMap(table =>
    [...table.columns.values()]
      .filter(({ variable }) => variable.type === 'date')
      .map(column => ({ table, column })),
  )
  return all.length === 1 ? all[0] : null
}

/** NaN where there was no interview: a negative number, for SPSS a day before its first. */
function dateAt({ table, column }: TableColumn, person: string): number {
  return Math.floor(numberAt(column, table.rows.get(person)) / DAY) - SPSS_EPOCH
}

function dateWarnings({ table, column }: TableColumn, wave: LasaWave, implausible: number): Warning[] {
  const where = `${table.name}, variable ${column.variable.name}`
  const expected = column.variable.name.toLowerCase() === `t${wave.interview}_dat`
  return [
    ...(expected
      ? []
      : [
          {
            code: 'date_assumed' as const,
            message: `${column.variable.name} is taken as the interview date: the only date in the files`,
            hint: 'if it is another date, write `fieldwork: [first day, last day]` and add LASAZ008.sav',
            where,
          },
        ]),
    ...(implausible === 0
      ? []
      : [
          {
            code: 'implausible_date' as const,
            message: `${implausible} interview dates lie more than two years from the others: taken as unknown`,
            where,
            count: implausible,
          },
        ]),
  ]
}

function extremes(dates: Float64Array): [string, string] {
  const known = dates.filter(day => !Number.isNaN(day)).sort()
  return [isoDay(known[0]), isoDay(known[known.length - 1])]
}

function isoDay(day: number): string {
  return new Date(day * DAY * 1000).toISOString().slice(0, 10)
}

export interface Ages {
  readonly ages: Float64Array
  readonly warnings: readonly Warning[]
}

/** Null where neither ages nor years of birth are in the files. */
export function agesOf(
  people: readonly string[],
  columns: { readonly age: TableColumn | null; readonly byear: TableColumn | null },
  dates: Float64Array,
  declared: WaveSpec['fieldwork'] | null,
): Ages | null {
  const { age, byear } = columns
  if (age === null && byear === null) return null
  let computed = 0
  const ages = Float64Array.from(people, (person, i) => {
    const told = age === null ? Number.NaN : numberAt(age.column, age.table.rows.get(person))
    if (!Number.isNaN(told) || byear === null) return told
    const own = ageFrom(numberAt(byear.column, byear.table.rows.get(person)), timeOf(dates[i], declared))
    if (!Number.isNaN(own)) computed++
    return own
  })
  return { ages, warnings: computed === 0 ? [] : [computedWarning(computed, people.length)] }
}

/** The middle of a declared fieldwork stands in for a date that no file holds. */
function timeOf(day: number, declared: WaveSpec['fieldwork'] | null): number {
  if (!Number.isNaN(day)) return decimalYear(isoDay(day))
  return declared === null ? Number.NaN : fieldworkTime(declared)
}

function ageFrom(year: number, time: number): number {
  return Math.floor(time - (year + 0.5))
}

function computedWarning(count: number, of: number): Warning {
  return {
    code: 'age_computed',
    message: `${count} of ${of} ages were computed from the year of birth, as if everyone were born on 1 July: they may be a year off`,
    count,
  }
}
