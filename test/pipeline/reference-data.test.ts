import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EjzError } from '../../src/core/error.ts'
import { sum } from '../../src/core/linear.ts'
import {
  builtInPopulation,
  esp2013,
  nlStandard,
  readPopulationFile,
  readStandardFile,
} from '../../src/pipeline/reference-data.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-standard-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function write(text: string): string {
  const path = join(folder, 'std.csv')
  writeFileSync(path, text)
  return path
}

describe('the built-in Dutch population', () => {
  it.each([
    [2012, 16_730_348, 1_192_559, 462_742],
    [2016, 16_979_120, 1_309_093, 532_798],
    [2020, 17_407_585, 1_455_288, 619_155],
    [2022, 17_590_672, 1_566_712, 677_959],
    [2024, 17_942_942, 1_708_311, 752_454],
    [2025, 18_044_027, 1_764_220, 782_216],
  ])('has the totals of Statistics Netherlands for %i', (year, total, elderly, elderlyMen) => {
    const rows = builtInPopulation().filter(row => row.year === year)
    const old = rows.filter(row => row.ageFrom >= 75)
    expect(sum(rows.map(row => row.persons))).toBe(total)
    expect(sum(old.map(row => row.persons))).toBe(elderly)
    expect(sum(old.filter(row => row.sex === 'male').map(row => row.persons))).toBe(elderlyMen)
  })

  it('has twenty bands for each sex, the last one open', () => {
    const men = nlStandard(2020).cells.filter(cell => cell.sex === 'male')
    expect(men).toHaveLength(20)
    expect(men[0]).toEqual({ ageFrom: 0, ageTo: 5, sex: 'male', persons: expect.any(Number) })
    expect(men.at(-1)).toMatchObject({ ageFrom: 95, ageTo: null })
  })

  it('names the years there are when asked for another', () => {
    expect(() => nlStandard(2018)).toThrow(/no built-in population for 1 January 2018/)
    const hint = caught(() => nlStandard(2018)).hint
    expect(hint).toContain('2012, 2016, 2019, 2020, 2022, 2024, 2025')
  })
})

describe('ESP2013', () => {
  it('sums to 100,000, half of it for each sex', () => {
    const { id, cells } = esp2013()
    expect(id).toBe('esp2013')
    expect(sum(cells.map(cell => cell.persons))).toBe(100_000)
    expect(sum(cells.filter(cell => cell.sex === 'male').map(cell => cell.persons))).toBe(50_000)
  })

  it('gives people of 75 and older 9,000 of the 100,000', () => {
    const old = esp2013().cells.filter(cell => cell.ageFrom >= 75)
    expect(old.map(cell => [cell.ageFrom, cell.ageTo, cell.persons]).slice(0, 4)).toEqual([
      [75, 80, 2000],
      [80, 85, 1250],
      [85, 90, 750],
      [90, null, 500],
    ])
  })
})

describe('a standard from a file', () => {
  it('is known by its file name and closes each band at the next', () => {
    expect(readStandardFile(write('ageFrom;persons\n85;100\n75;300,5\n'))).toEqual({
      id: 'std.csv',
      cells: [
        { ageFrom: 75, ageTo: 85, sex: null, persons: 300.5 },
        { ageFrom: 85, ageTo: null, sex: null, persons: 100 },
      ],
    })
  })

  it('reads the sexes in Dutch and English', () => {
    const { cells } = readStandardFile(write('sex,ageFrom,persons\nMannen,75,1\nfemale,75,2\n'))
    expect(cells.map(cell => [cell.sex, cell.persons])).toEqual([
      ['male', 1],
      ['female', 2],
    ])
  })

  it('names every impossible row at once', () => {
    const error = caught(() =>
      readStandardFile(write('sex,ageFrom,persons\nx,75,1\nmale,751,1\nmale,80,-1\n')),
    )
    expect(error.problems.map(({ code, where }) => [code, where])).toEqual([
      ['sex-unknown', 'std.csv:2'],
      ['age-implausible', 'std.csv:3'],
      ['persons-negative', 'std.csv:4'],
    ])
  })

  it.each([
    ['different bands for the sexes', 'sex,ageFrom,persons\nmale,75,1\nfemale,80,1\n'],
    ['one sex only', 'sex,ageFrom,persons\nmale,75,1\n'],
    ['a band twice', 'ageFrom,persons\n75,1\n75,2\n'],
    ['no people at all', 'ageFrom,persons\n75,0\n'],
  ])('refuses %s', (_, text) => {
    expect(caught(() => readStandardFile(write(text))).code).toBe('age-bands')
  })
})

describe('a population from a file', () => {
  it('reads each year with its own bands', () => {
    const rows = readPopulationFile(
      write('year,sex,ageFrom,persons\n2020,male,0,5\n2020,female,0,6\n2016,male,0,3\n2016,female,0,4\n'),
    )
    expect(rows).toEqual([
      { year: 2016, sex: 'male', ageFrom: 0, ageTo: null, persons: 3 },
      { year: 2016, sex: 'female', ageFrom: 0, ageTo: null, persons: 4 },
      { year: 2020, sex: 'male', ageFrom: 0, ageTo: null, persons: 5 },
      { year: 2020, sex: 'female', ageFrom: 0, ageTo: null, persons: 6 },
    ])
  })

  it('names the year whose bands differ, and a year that is none', () => {
    const differing = 'year,sex,ageFrom,persons\n2020,male,0,5\n2020,female,1,6\n'
    expect(caught(() => readPopulationFile(write(differing))).message).toBe(
      'the age bands of 2020 differ between the sexes',
    )
    const badYear = 'year,sex,ageFrom,persons\n20,male,0,5\n'
    expect(caught(() => readPopulationFile(write(badYear))).problems[0].code).toBe('year-implausible')
  })
})

function caught(run: () => unknown): EjzError {
  try {
    run()
  } catch (error) {
    if (error instanceof EjzError) return error
    throw error
  }
  throw new Error('nothing was refused')
}
