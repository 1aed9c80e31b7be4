import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EjzError } from '../../src/core/error.ts'
import { sum } from '../../src/core/linear.ts'
import type { PopulationRow } from '../../src/core/population.ts'
import { peopleSummary, readForecast, readPopulation } from '../../src/pipeline/population-file.ts'
import { builtInPopulation } from '../../src/pipeline/reference-data.ts'
import { ROOT } from '../source-graph.ts'
import { registerTable } from './register-forms.ts'
import { FORMS, writeForm } from './statline-forms.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-population-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const elderly = (rows: readonly PopulationRow[], year: number) =>
  sum(rows.filter(row => row.year === year && row.ageFrom >= 75).map(({ persons }) => persons))

describe('the register of CBS, as it was downloaded', () => {
  it.each(FORMS)('gives the built-in population: %s', async form => {
    const path = writeForm(join(folder, form), form, registerTable())
    expect(sorted(await readPopulation(path))).toEqual(sorted(builtInPopulation()))
  })

  it('is the built-in one without a file', async () => {
    expect(await readPopulation('built-in')).toBe(builtInPopulation())
  })

  it('is not a forecast', async () => {
    await expect(readForecast(writeForm(join(folder, 'typed'), 'typed', registerTable()))).rejects.toThrow(
      expect.objectContaining({ code: 'population-as-forecast' }),
    )
  })
})

describe('a forecast', () => {
  it('may be a CSV of year, sex, ageFrom, persons, and tells what it holds', async () => {
    const path = join(folder, 'verzonnen_prognose.csv')
    writeFileSync(
      path,
      [
        'year,sex,ageFrom,persons',
        ...[2024, 2030, 2040].flatMap(year =>
          ['male', 'female'].flatMap(sex => [`${year},${sex},0,9000000`, `${year},${sex},75,${year * 500}`]),
        ),
      ].join('\n'),
    )
    const forecast = await readForecast(path)
    expect(forecast.vintage).toBe('verzonnen_prognose.csv')
    expect(forecast.rows).toHaveLength(12)
    expect(peopleSummary(forecast.vintage, forecast.rows)).toBe(
      'verzonnen_prognose.csv: 2024 to 2040, ages 0 to 75+; 75+ 2,024,000 in 2024, 2,030,000 in 2030, 2,040,000 in 2040',
    )
  })

  it('is that of the United Nations without a file: 1 July, every fifth year', async () => {
    const { vintage, day, rows } = await readForecast(null)
    expect([vintage, day]).toEqual(['UN WPP 2019, medium variant', '07-01'])
    expect([2030, 2040].map(year => elderly(rows, year))).toEqual([2_097_836, 2_645_088])
  })

  it('may be a table of CBS, known by its id, and is never a population', async () => {
    const forecast = registerTable({
      id: '84646NED',
      title: 'Prognose bevolking (verzonnen)',
      thousands: true,
    })
    const path = writeForm(join(folder, 'forecast'), 'typed', forecast)
    const { vintage, rows } = await readForecast(path)
    expect(vintage).toBe('84646NED')
    expect(elderly(rows, 2020)).toBe(1_455_288)
    await expect(readPopulation(path)).rejects.toThrow(
      expect.objectContaining({ code: 'forecast-as-population' }),
    )
  })
})

describe('a CSV of another make', () => {
  it('names the columns it should have', async () => {
    const path = join(folder, 'iets.csv')
    writeFileSync(path, 'jaar;leeftijd;aantal\n2020;75;100\n')
    const error: unknown = await readPopulation(path).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(EjzError)
    expect(error).toMatchObject({
      code: 'table-columns',
      hint: 'the columns of this table are year, ageFrom, persons, sex',
    })
  })

  it.each([
    ['SPSS', '$FL2@(#) SPSS DATA FILE'],
    ['JSON', '{ "type": "FeatureCollection", "features": [] }'],
  ])('is refused as a whole where it is no CSV: %s', async (_, content) => {
    const path = join(folder, 'iets.txt')
    writeFileSync(path, content)
    await expect(readPopulation(path)).rejects.toThrow(
      expect.objectContaining({ code: 'no-population', message: 'iets.txt is no table of people' }),
    )
    const empty = mkdtempSync(join(folder, 'leeg-'))
    await expect(readForecast(empty)).rejects.toThrow(expect.objectContaining({ code: 'no-population' }))
  })
})

const SHARED = join(ROOT, '../shared/data/population')

describe.skipIf(!existsSync(SHARED))('population files as others make them', () => {
  it('with age_from and population: equal to the built-in population', async () => {
    const rows = await readPopulation(join(SHARED, 'nl_population_5y_sex_1jan.csv'))
    expect(sorted(rows)).toEqual(sorted(builtInPopulation()))
  })

  it('with age_band: the UN forecast of 2,097,836 people of 75 and older in 2030', async () => {
    const forecast = await readForecast(join(SHARED, 'wpp2019_netherlands_5y_sex_1jul.csv'))
    const years = [2030, 2040, 2050]
    expect(years.map(year => elderly(forecast.rows, year))).toEqual([2_097_836, 2_645_088, 2_932_888])
  })
})

function sorted(rows: readonly PopulationRow[]): PopulationRow[] {
  const place = ({ year, sex, ageFrom }: PopulationRow) =>
    `${year} ${sex} ${String(ageFrom).padStart(3, '0')}`
  return rows.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
}
