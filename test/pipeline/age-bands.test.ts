import { expect, test } from 'vitest'
import { ageBands, bandsWithin } from '../../src/pipeline/age-bands.ts'
import { studyOf } from './study-of.ts'

const study = studyOf({ bands: { target: [75, 80, 85, 90], all: [18, 65, 75] } })

test('the edges are those of the tables and of every standard', () => {
  const standard = { id: 's', cells: [{ ageFrom: 77, ageTo: null, sex: null, persons: 1 }] }
  expect(ageBands(study, [standard]).edges).toEqual([0, 18, 65, 75, 77, 80, 85, 90])
})

test('labels name whole years, and the last band is open', () => {
  expect(ageBands(study, []).labels).toEqual(['0-17', '18-64', '65-74', '75-79', '80-84', '85-89', '90+'])
})

test('a target that ends closes its band', () => {
  const to84 = studyOf({ target: { age: [75, 84] }, bands: { target: [75, 80], all: [18] } })
  expect(ageBands(to84, []).edges).toEqual([0, 18, 75, 80, 85])
})

test('only bands that lie wholly inside count', () => {
  const bands = ageBands(study, [])
  expect(bandsWithin(bands, 75, 85)).toEqual([3, 4])
  expect(bandsWithin(bands, 75, null)).toEqual([3, 4, 5, 6])
  expect(bandsWithin(bands, 75, 88)).toEqual([3, 4])
})
