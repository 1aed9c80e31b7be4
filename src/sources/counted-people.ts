/**
 * Which topic of a table counts people, and in what unit.
 *
 * Forecasts are published in persons or in thousands. Where the download does
 * not say which, the number of people of the whole country does: it has been
 * more than a million and less than a hundred thousand thousands all along.
 */
import type { StatLineMeasure, StatLineTable } from '../core/statline.ts'
import { type Labels, tableError, tableName } from './statline-slice.ts'

export interface CountedPeople {
  /** one of them is `persons` */
  readonly measures: Labels
  /** half of what the numbers were rounded to */
  readonly rounding: number
  /** from the numbers as they stand there to persons, knowing how many they make of the whole country */
  scaleOf(country: number): Scale
}

export interface Scale {
  readonly factor: number
  /** what the table did not say and was taken from its figures */
  readonly remarks: readonly string[]
}

export function countedPeople(table: StatLineTable): CountedPeople {
  const measure = measureOf(table)
  return {
    measures: table.measures.map(one => (one === measure ? 'persons' : null)),
    rounding: 10 ** -(measure.decimals ?? 0) / 2,
    scaleOf: country => scaleOf(table, measure, country),
  }
}

/** In this order: a table with both counts and averages is taken on 1 January. */
const NAMES = [
  'bevolkingopjanuari',
  'bevolking',
  'totalebevolking',
  'populationonjanuary',
  'population',
  'totalpopulation',
]
/** Bevolking op 1 januari, in v4 */
const CODE = 'M000352'
/** what stands above a column of the portal when the table has one topic */
const UNITS = ['aantal', 'personen', 'x', 'number', 'persons']

function measureOf(table: StatLineTable): StatLineMeasure {
  const [only] = table.measures
  const found =
    NAMES.flatMap(
      name => table.measures.find(({ stem, title }) => [stem, title].map(letters).includes(name)) ?? [],
    )[0] ??
    table.measures.find(({ key }) => key === CODE) ??
    (table.measures.length === 1 && [only.stem, only.title].some(name => UNITS.includes(letters(name)))
      ? only
      : undefined)
  if (found !== undefined) return found
  throw tableError(
    table,
    'no-population',
    `no topic of ${tableName(table)} counts people on 1 January; its topics are ${table.measures.map(({ stem }) => stem).join(', ')}`,
    'give table 7461bev or 03759ned of CBS, or a CSV with year, sex, ageFrom, persons',
  )
}

function letters(name: string): string {
  return name
    .toLowerCase()
    .replace(/\(.*\)/, '')
    .replace(/[^a-z]/g, '')
}

const REGISTERS = ['7461bev', '03759ned']

function scaleOf(table: StatLineTable, { unit, stem, title }: StatLineMeasure, country: number): Scale {
  const said = unit ?? /\((.*)\)/.exec(title)?.[1] ?? ''
  if (/mln|miljoen|million|1[ .]?000[ .]?000/i.test(said)) return { factor: 1_000_000, remarks: [] }
  if (/1[ .]?000|duizend|thousand/i.test(said)) return { factor: 1000, remarks: [] }
  if (said !== '' || REGISTERS.includes((table.id ?? '').toLowerCase())) return { factor: 1, remarks: [] }
  if (country >= 1_000_000) return { factor: 1, remarks: [] }
  if (country >= 1000 && country < 100_000) {
    const remark = `${stem} in ${tableName(table)} is taken as thousands: it makes ${Math.round(country)} of the Netherlands`
    return { factor: 1000, remarks: [remark] }
  }
  throw tableError(
    table,
    'unit-unknown',
    `nothing tells whether ${stem} in ${tableName(table)} counts persons or thousands`,
    'keep the code tables of the download (metadata.csv, MeasureCodes.csv) beside the table',
  )
}
