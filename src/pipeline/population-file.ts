/**
 * The population and the forecast of a study: the built-in population, a table of
 * CBS as it was downloaded, or a CSV with year, sex, ageFrom, persons.
 *
 * Units: persons on 1 January; the built-in forecast counts on 1 July.
 */
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { EjzError } from '../core/error.ts'
import type { Forecast, PopulationRow } from '../core/population.ts'
import type { StatLineTable } from '../core/statline.ts'
import { fileBeginning } from '../ingest/file-blocks.ts'
import { fileKind } from '../ingest/file-kind.ts'
import { builtInForecast, builtInPopulation, readPopulationFile } from './reference-data.ts'

/** `built-in`, or the absolute path of a file, folder or archive. */
export async function readPopulation(from: string): Promise<readonly PopulationRow[]> {
  if (from === 'built-in') return builtInPopulation()
  const table = await statLineTable(from)
  if (table === null) return tidyPeople(from)
  if (!isForecast(table)) return (await peopleIn(table)).rows
  throw new EjzError(
    'forecast-as-population',
    `${basename(from)} is a forecast, and the population must have been counted`,
    'name it under `forecast`; leave `population` out, or name table 7461bev',
    'data',
    { where: from },
  )
}

/** Null = the built-in one. Files count people on 1 January, as CBS does. */
export async function readForecast(path: string | null): Promise<Forecast> {
  if (path === null) return builtInForecast()
  const table = await statLineTable(path)
  if (table === null) return { vintage: basename(path), day: '01-01', rows: tidyPeople(path), remarks: [] }
  if (!isRegister(table)) {
    return { vintage: table.id ?? table.title ?? basename(path), day: '01-01', ...(await peopleIn(table)) }
  }
  throw new EjzError(
    'population-as-forecast',
    `${basename(path)} counts people and forecasts nothing: ${table.title ?? table.id}`,
    'name it under `population`; a forecast of CBS is a table such as 85742NED',
    'data',
    { where: path },
  )
}

/** "85742NED: 2024 to 2070, ages 0 to 105+; 75+ 1,708,311 in 2024, 2,645,088 in 2040": first, last and round years. */
export function peopleSummary(name: string, rows: readonly PopulationRow[]): string {
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b)
  const [first, last] = [years[0], years[years.length - 1]]
  const oldest = Math.max(...rows.map(({ ageFrom }) => ageFrom))
  const shown = [...new Set([first, ...years.filter(year => year % 10 === 0), last])].slice(0, 6)
  const counts = shown.sort((a, b) => a - b).map(year => `${elderly(rows, year)} in ${year}`)
  return `${name}: ${first} to ${last}, ages 0 to ${oldest}+; 75+ ${counts.join(', ')}`
}

function elderly(rows: readonly PopulationRow[], year: number): string {
  const own = rows.filter(row => row.year === year)
  if (!own.some(({ ageFrom }) => ageFrom === 75)) return 'not divided off'
  const persons = own.reduce((total, row) => total + (row.ageFrom >= 75 ? row.persons : 0), 0)
  return Math.round(persons).toLocaleString('en-GB')
}

/** A CSV; its own reader tells which columns it lacks. */
function tidyPeople(path: string): PopulationRow[] {
  if (isText(path)) return readPopulationFile(path)
  throw new EjzError(
    'no-population',
    `${basename(path)} is no table of people`,
    'give table 7461bev or 03759ned of CBS as it was downloaded, or a CSV with year, sex, ageFrom, persons',
    'data',
    { where: path },
  )
}

function isText(path: string): boolean {
  if (!statSync(path).isFile()) return false
  try {
    return fileKind(path, fileBeginning(path, 4096)) === 'csv'
  } catch (error) {
    if (error instanceof EjzError && error.code === 'unsupported-format') return false
    throw error
  }
}

async function statLineTable(path: string): Promise<StatLineTable | null> {
  const { looksLikeStatLine, readStatLine } = await import('../ingest/statline/read.ts')
  return looksLikeStatLine(path) ? readStatLine(path) : null
}

async function peopleIn(table: StatLineTable) {
  const { populationFromTable } = await import('../sources/population-table.ts')
  return populationFromTable(table)
}

const FORECASTS = ['83597NED', '84646NED', '85089NED', '85742NED', '85743NED']
const REGISTERS = ['7461bev', '03759ned']

function isForecast({ id, title }: StatLineTable): boolean {
  return FORECASTS.includes(id ?? '') || /prognose|forecast|projecti/i.test(title ?? '')
}

/** A table that says neither by its id nor by its title is what the study takes it for. */
function isRegister(table: StatLineTable): boolean {
  const { id, title } = table
  return (
    REGISTERS.includes((id ?? '').toLowerCase()) ||
    (/^(bevolking|population)\b/i.test(title ?? '') && !isForecast(table))
  )
}
