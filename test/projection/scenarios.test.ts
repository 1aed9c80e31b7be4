import { expect, test } from 'vitest'
import { slopeYears } from '../../src/projection/scenarios.ts'

const course = { baseTime: 2016, breakTime: 2018 }

test.each([
  ['constant', 0],
  ['continuing', 14],
  ['broken50', 8],
  ['broken100', 2],
  ['broken150', -4],
] as const)('%s moves on by %i years of slope to 2030', (scenario, years) => {
  expect(slopeYears(scenario, course, 2030)).toBe(years)
})

test('at the break all but the constant scenario are at one point', () => {
  const at = (['continuing', 'broken50', 'broken100', 'broken150'] as const).map(scenario =>
    slopeYears(scenario, course, 2018),
  )
  expect(new Set(at)).toEqual(new Set([2]))
})
