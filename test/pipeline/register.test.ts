import { expect, test } from 'vitest'
import { builtInPopulation } from '../../src/pipeline/reference-data.ts'
import { personsOf, registerDay } from '../../src/pipeline/register.ts'

const population = builtInPopulation()

test('the 75+ of 2012, 2016, 2020 and 2022 are those of Statistics Netherlands', () => {
  const counts = [2012, 2016, 2020, 2022].map(year => personsOf(registerDay(population, year)!, 75, null))
  expect(counts).toEqual([1_192_559, 1_309_093, 1_455_288, 1_566_712])
})

test('an autumn wave takes the following 1 January where there is one', () => {
  expect(registerDay(population, 2019.8)?.year).toBe(2020)
  expect(registerDay(population, 2020.2)?.year).toBe(2020)
})

test('and otherwise the 1 January of its own year, or none at all', () => {
  expect(registerDay(population, 2016.8)?.year).toBe(2016)
  expect(registerDay(population, 2014.8)).toBeNull()
})

test('the sexes add up, and a band is never cut', () => {
  const day = registerDay(population, 2020)!
  const [men, women] = [personsOf(day, 75, null, 'male'), personsOf(day, 75, null, 'female')]
  expect([men, women]).toEqual([619_155, 836_133])
  expect(personsOf(day, 77, null)).toBeNull()
  expect(personsOf(day, 75, 83)).toBeNull()
})
