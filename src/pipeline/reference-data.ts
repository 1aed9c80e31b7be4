/**
 * Reference populations: those that come with ejz, and those of the user's own files.
 *
 * The Dutch population has five-year bands and sexes on 1 January, the open band
 * as Statistics Netherlands delivered it (95+). ESP2013 is one distribution for
 * both sexes; it is given to each in equal halves. The forecast is the one of
 * the United Nations, not of Statistics Netherlands: it counts people on 1 July.
 *
 * Units: persons, or any scale in a standard; ages in whole years, `ageTo` exclusive.
 * Source: see data/SOURCES.csv for origin, licence and checksum.
 */
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EjzError, type Problem } from '../core/error.ts'
import type { Forecast, PopulationRow } from '../core/population.ts'
import type { Standard, StandardCell } from '../core/standard.ts'
import { readSmallTable, type SmallRow } from '../ingest/small-table.ts'

export function builtInPopulation(): readonly PopulationRow[] {
  builtIn ??= readPopulationFile(dataPath('population/netherlands.csv'))
  return builtIn
}

let builtIn: readonly PopulationRow[] | undefined

/** People in the Netherlands every fifth year to 2050, on 1 July. */
export function builtInForecast(): Forecast {
  const rows = readPopulationFile(dataPath('forecast/netherlands.csv'))
  return { vintage: 'UN WPP 2019, medium variant', day: '07-01', rows, remarks: [] }
}

/** The Dutch population on 1 January of a year as a standard. */
export function nlStandard(year: number): Standard {
  const population = builtInPopulation()
  const ofYear = population.filter(row => row.year === year)
  if (ofYear.length === 0) throw unknownYear(year, population)
  return { id: `nl-${year}`, cells: ofYear.map(({ year: _, ...cell }) => cell) }
}

export function esp2013(): Standard {
  const { cells } = readStandardFile(dataPath('standard/esp2013.csv'))
  const half = (sex: 'male' | 'female') => cells.map(cell => ({ ...cell, sex, persons: cell.persons / 2 }))
  return { id: 'esp2013', cells: [...half('male'), ...half('female')] }
}

/** A CSV with ageFrom, persons and optionally sex; known by its file name. */
export function readStandardFile(path: string): Standard {
  const rows = readSmallTable(path, { numbers: ['ageFrom', 'persons'], texts: ['sex'], optional: ['sex'] })
  const problems: Problem[] = []
  const people = rows.map(row => personsOf(path, row, problems))
  if (problems.length > 0) throw EjzError.of(problems, 'data')
  return { id: basename(path), cells: withUpperBounds(path, people) }
}

/** A CSV with year, sex, ageFrom, persons; both sexes have the same bands in a year. */
export function readPopulationFile(path: string): PopulationRow[] {
  const rows = populationRows(path)
  const problems: Problem[] = []
  const people = rows.map(row => ({
    ...personsOf(path, row, problems),
    year: wholeYear(path, row, problems),
  }))
  if (problems.length > 0) throw EjzError.of(problems, 'data')
  const years = [...new Set(people.map(row => row.year))].sort((a, b) => a - b)
  return years.flatMap(year =>
    withUpperBounds(
      path,
      people.filter(row => row.year === year),
      ` of ${year}`,
    ).map(cell => ({
      year,
      ...cell,
      sex: cell.sex!,
    })),
  )
}

/** The lower bound may also be called age_from, or stand in age_band (75-79, 95+); the people population. */
function populationRows(path: string): SmallRow[] {
  const rows = readSmallTable(path, {
    numbers: ['year', 'ageFrom', 'age_from', 'persons', 'population'],
    texts: ['sex', 'age_band'],
    optional: ['year', 'ageFrom', 'age_from', 'persons', 'population', 'sex', 'age_band'],
  })
  const [first] = rows
  const ageFrom = ['ageFrom', 'age_from'].find(name => name in first.numbers)
  const persons = ['persons', 'population'].find(name => name in first.numbers)
  const hasAge = ageFrom !== undefined || 'age_band' in first.texts
  if (persons === undefined || !hasAge || !('year' in first.numbers) || !('sex' in first.texts)) {
    return readSmallTable(path, { numbers: ['year', 'ageFrom', 'persons'], texts: ['sex'] })
  }
  return rows.map(({ line, numbers, texts }) => ({
    line,
    texts: { sex: texts.sex },
    numbers: {
      year: numbers.year,
      ageFrom: ageFrom === undefined ? lowerBound(texts.age_band) : numbers[ageFrom],
      persons: numbers[persons],
    },
  }))
}

function lowerBound(band: string): number {
  return Number(/^(\d+)\s*(?:-\s*\d+|\+)?$/.exec(band)?.[1] ?? Number.NaN)
}

/** data/ lies beside src/ in the project and beside dist/ in the package. */
export function dataPath(file: string): string {
  return fileURLToPath(new URL(`../../data/${file}`, import.meta.url))
}

function unknownYear(year: number, population: readonly PopulationRow[]): EjzError {
  const years = [...new Set(population.map(row => row.year))].join(', ')
  return new EjzError(
    'population-year-unknown',
    `there is no built-in population for 1 January ${year}`,
    `the years there are: ${years}; or name a CSV with ageFrom, persons and optionally sex`,
    'usage',
  )
}

type Band = Omit<StandardCell, 'ageTo'>
type Report = (code: string, message: string, hint: string) => void

function personsOf(path: string, row: SmallRow, problems: Problem[]): Band {
  const { ageFrom, persons } = row.numbers
  const report = reporterAt(path, row, problems)
  if (!Number.isInteger(ageFrom) || ageFrom < 0 || ageFrom > 120) {
    report(
      'age-implausible',
      `ageFrom ${ageFrom} is not an age`,
      'give the lower bound of the band in whole years',
    )
  }
  if (persons < 0) {
    report('persons-negative', `persons ${persons} is negative`, 'give the number of people in the band')
  }
  return { ageFrom, persons, sex: sexOf(row.texts.sex, report) }
}

function reporterAt(path: string, row: SmallRow, problems: Problem[]): Report {
  const where = `${basename(path)}:${row.line}`
  return (code, message, hint) => problems.push({ code, message, hint, where })
}

const SEXES: ReadonlyMap<string, 'male' | 'female'> = new Map([
  ...['male', 'man', 'mannen', 'm'].map(word => [word, 'male'] as const),
  ...['female', 'vrouw', 'vrouwen', 'f', 'v'].map(word => [word, 'female'] as const),
])

function sexOf(text: string | undefined, report: Report): 'male' | 'female' | null {
  if (text === undefined) return null
  const sex = SEXES.get(text.toLowerCase())
  if (sex === undefined) report('sex-unknown', `sex "${text}" is not known`, 'write male or female')
  return sex ?? null
}

function wholeYear(path: string, row: SmallRow, problems: Problem[]): number {
  const { year } = row.numbers
  if (!Number.isInteger(year) || year < 1900 || year > 2200) {
    reporterAt(path, row, problems)(
      'year-implausible',
      `year ${year} is not a year`,
      'write a year such as 2020',
    )
  }
  return year
}

/** Each band ends where the next one begins; the bands must be the same for both sexes. */
function withUpperBounds(path: string, people: readonly Band[], of = ''): StandardCell[] {
  const sexes = [...new Set(people.map(band => band.sex))]
  const bySex = sexes.map(sex =>
    people.filter(band => band.sex === sex).sort((a, b) => a.ageFrom - b.ageFrom),
  )
  const edges = bySex.map(bands => bands.map(band => band.ageFrom).join(', '))
  if (edges.some(edge => edge !== edges[0]) || (sexes.length === 1 && sexes[0] !== null)) {
    throw badBands(
      path,
      `the age bands${of} differ between the sexes`,
      'give the same bands for male and female',
    )
  }
  if (bySex[0].some((band, i, all) => band.ageFrom === all[i + 1]?.ageFrom)) {
    throw badBands(path, `an age band${of} occurs twice`, 'give one row for each age band and sex')
  }
  if (!people.some(band => band.persons > 0)) {
    throw badBands(path, `there are no people${of}`, 'give the number of people in each band')
  }
  return bySex.flatMap(bands => bands.map((band, i) => ({ ...band, ageTo: bands[i + 1]?.ageFrom ?? null })))
}

function badBands(path: string, message: string, hint: string): EjzError {
  return new EjzError('age-bands', message, hint, 'data', { where: basename(path) })
}
