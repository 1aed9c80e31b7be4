/**
 * People by age and sex on 1 January, from a table of CBS: the register (7461bev,
 * 03759ned and their like) or a forecast.
 *
 * Such a table holds single years, groups of ages and totals side by side. One
 * division of all ages is taken, the finest that is complete for both sexes in
 * that year, so that nobody is counted twice; where the table has a total, the
 * division must add up to it. Of every other dimension (marital status, origin)
 * only the total counts, of regions only the Netherlands, of an interval only
 * its middle.
 *
 * Units: persons.
 * Checked against: the built-in population, in each form of a download.
 */
import type { EjzError } from '../core/error.ts'
import type { PopulationRow } from '../core/population.ts'
import type { StatLineDimension, StatLineTable } from '../core/statline.ts'
import { type Ages, agesOf, isAllAges } from './age-category.ts'
import { finestDivision, firstGap } from './age-division.ts'
import { countedPeople } from './counted-people.ts'
import { type Labels, labelled, slice, tableError, tableName, yearOf } from './statline-slice.ts'

export interface PopulationTable {
  readonly rows: readonly PopulationRow[]
  /** what the table did not say and was taken from its figures */
  readonly remarks: readonly string[]
}

export function populationFromTable(table: StatLineTable): PopulationTable {
  const { period, sex, age } = dimensionsOf(table)
  const bands = age.categories.map(agesOf)
  const axes = new Map<StatLineDimension, Labels>([
    [period, labelled(period, yearOf)],
    [sex, labelled(sex, ({ key, title }) => sexOf(key) ?? sexOf(title))],
    [age, bands.map(ages => ages && keyOf(ages))],
    ...regionAxis(table),
    ...intervalAxis(table),
  ])
  const people = countedPeople(table)
  const cells = slice(table, { measures: people.measures, axes })
  const known = bands.filter(ages => ages !== null)
  const years = [...new Set(axes.get(period)?.filter(year => year !== null))].sort()
  const counts = years.flatMap(year => {
    const find = (who: string, ages: Ages) => cells.get(`persons|${year}|${who}|${keyOf(ages)}`)
    return countsOf(table, { year: Number(year), known, find, rounding: people.rounding })
  })
  if (counts.length === 0) throw empty(table)
  const latest = counts.filter(({ year }) => year === counts.at(-1)?.year)
  const { factor, remarks } = people.scaleOf(sumOf(latest))
  return { rows: counts.map(row => ({ ...row, persons: Math.round(row.persons * factor) })), remarks }
}

interface OneYear {
  readonly year: number
  readonly known: readonly Ages[]
  readonly find: (who: string, ages: Ages) => number | undefined
  readonly rounding: number
}

const SEXES = ['male', 'female'] as const

/** In the unit of the table. Nothing for a year without figures; a year with some of its ages only is refused. */
function countsOf(table: StatLineTable, { year, known, find, rounding }: OneYear): PopulationRow[] {
  const counted = known.filter(ages => SEXES.every(sex => find(sex, ages) !== undefined))
  if (counted.length === 0) return []
  const division = finestDivision(counted.filter(ages => !isAllAges(ages)))
  if (division === null) throw incomplete(table, year, counted)
  const rows = SEXES.flatMap(sex =>
    division.map(([ageFrom, ageTo]) => ({
      year,
      sex,
      ageFrom,
      ageTo,
      persons: find(sex, [ageFrom, ageTo]) ?? 0,
    })),
  )
  for (const who of [...SEXES, 'both'] as const) {
    const own = rows.filter(({ sex }) => who === 'both' || sex === who)
    const total = find(who, [0, null])
    if (total === undefined || Math.abs(sumOf(own) - total) <= rounding * (own.length + 1)) continue
    throw wrongSum(table, `${who} in ${year}`, sumOf(own), total)
  }
  return rows
}

function sumOf(rows: readonly PopulationRow[]): number {
  return rows.reduce((total, { persons }) => total + persons, 0)
}

function keyOf([from, to]: Ages): string {
  return `${from}-${to ?? ''}`
}

const SEX: ReadonlyMap<string, string> = new Map([
  ...[
    't001038',
    '1100',
    'totaal',
    'totaal mannen en vrouwen',
    'mannen en vrouwen',
    'total male and female',
  ].map(word => [word, 'both'] as const),
  ...['3000', 'mannen', 'man', 'males', 'male', 'men'].map(word => [word, 'male'] as const),
  ...['4000', 'vrouwen', 'vrouw', 'females', 'female', 'women'].map(word => [word, 'female'] as const),
])

function sexOf(word: string): string | null {
  return SEX.get(word.toLowerCase()) ?? null
}

function dimensionsOf(table: StatLineTable) {
  const named = (name: RegExp) =>
    table.dimensions.find(({ key, title }) => name.test(key) || name.test(title))
  const period = table.dimensions.find(({ kind }) => kind === 'period')
  const [sex, age] = [named(/^(geslacht|sex|gender)/i), named(/^(leeftijd|age)/i)]
  if (period !== undefined && sex !== undefined && age !== undefined) return { period, sex, age }
  throw tableError(
    table,
    'no-population',
    `${tableName(table)} does not count people by sex and age: it is divided by ${table.dimensions.map(({ key }) => key).join(', ')}`,
    'give table 7461bev or 03759ned of CBS, or a CSV with year, sex, ageFrom, persons',
  )
}

function regionAxis(table: StatLineTable): [StatLineDimension, Labels][] {
  const region = table.dimensions.find(({ kind, key }) => kind === 'region' || /^regio/i.test(key))
  if (region === undefined) return []
  const labels = labelled(region, ({ key, title }) =>
    /^NL\d*$/.test(key) || /^(nederland|the netherlands)$/i.test(title) ? '' : null,
  )
  if (labels.includes('')) return [[region, labels]]
  const titles = region.categories.slice(0, 4).map(({ title }) => title)
  throw tableError(
    table,
    'region-absent',
    `${tableName(table)} does not count the people of the Netherlands, only of ${titles.join(', ')}`,
    'download the table with the Netherlands (NL01)',
  )
}

/** A forecast may stand between bounds: the figure in the middle is the forecast. */
function intervalAxis({ dimensions }: StatLineTable): [StatLineDimension, Labels][] {
  const interval = dimensions.find(({ kind, key }) => kind === 'margin' || /interval|marge/i.test(key))
  if (interval === undefined) return []
  const labels = labelled(interval, ({ key, title }) =>
    key === 'MW00000' || /^(waarde|prognose|value|forecast)$/i.test(title) ? '' : null,
  )
  return labels.includes('') ? [[interval, labels]] : []
}

function incomplete(table: StatLineTable, year: number, groups: readonly Ages[]): EjzError {
  return tableError(
    table,
    'ages-incomplete',
    `the ages of ${year} in ${tableName(table)} are not complete for both sexes: nothing goes on from age ${firstGap(groups)}`,
    'download the table with all single years, or all five-year groups, up to the oldest',
  )
}

function wrongSum(table: StatLineTable, about: string, sum: number, total: number): EjzError {
  return tableError(
    table,
    'population-does-not-add-up',
    `the ages of ${about} in ${tableName(table)} add up to ${sum}, but the table says ${total}`,
    'check that the table was not changed after it was downloaded',
  )
}

function empty(table: StatLineTable): EjzError {
  return tableError(
    table,
    'population-empty',
    `${tableName(table)} holds no people of both sexes in a whole year`,
    'download the table with both sexes, all ages and the years you need',
  )
}
