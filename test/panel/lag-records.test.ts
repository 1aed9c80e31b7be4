import { describe, expect, test } from 'vitest'
import {
  bandsAbove,
  commonAgeFloor,
  type LagRecord,
  lagPairs,
  waveStandard,
} from '../../src/panel/lag-records.ts'

const record = (wave: number, age: number, sex: 'male' | 'female' = 'female'): LagRecord => ({
  person: `${wave}/${age}/${sex}`,
  wave,
  age,
  sex,
  weight: 2,
  lonely: 1,
  score: 4,
})

describe('the ages that waves have in common', () => {
  const records = [record(0, 55.3), record(0, 92), record(1, 77.4), record(1, 81), record(2, 74.9)]

  test('begin where the wave that begins last begins', () => {
    expect(commonAgeFloor(records, [0, 1], 75)).toBe(77)
    expect(commonAgeFloor(records, [0, 2], 75)).toBe(75)
    expect(commonAgeFloor(records, [0, 3], 75)).toBe(75)
  })

  test('are as declared where the wave says so', () => {
    expect(commonAgeFloor(records, [0, 1], 75, new Map([[1, 76]]))).toBe(76)
    expect(commonAgeFloor(records, [0, 1], 75, new Map([[0, 80]]))).toBe(80)
  })

  test('cut the bands', () => {
    const bands = [
      [75, 85],
      [85, 95],
      [95, null],
    ] as const
    expect(bandsAbove(bands, 75)).toEqual(bands)
    expect(bandsAbove(bands, 77)).toEqual([
      [77, 85],
      [85, 95],
      [95, null],
    ])
    expect(bandsAbove(bands, 85)).toEqual([
      [85, 95],
      [95, null],
    ])
  })
})

test('each wave is set beside the one closest to ten years before', () => {
  const times = [1992.5, 1995.9, 1998.9, 2001.9, 2005.8, 2008.9, 2012, 2015.9, 2019]
  const years = lagPairs(times).map(([then, now]) => [times[then], times[now]])
  expect(years).toEqual([
    [1992.5, 2001.9],
    [1995.9, 2005.8],
    [1998.9, 2008.9],
    [2001.9, 2012],
    [2005.8, 2015.9],
    [2008.9, 2019],
  ])
  expect(lagPairs([2012, 2016, 2020])).toEqual([])
})

test('the people of a wave as a standard', () => {
  const records = [record(0, 76), record(0, 77, 'male'), record(0, 79), record(0, 60), record(1, 76)]
  expect(
    waveStandard(records, 0, [
      [75, 85],
      [85, null],
    ]),
  ).toEqual([
    { ageFrom: 75, ageTo: 85, sex: 'male', persons: 2 },
    { ageFrom: 75, ageTo: 85, sex: 'female', persons: 4 },
  ])
})
