import { expect, test } from 'vitest'
import { changeBounds, isAttritionSensitive } from '../../src/panel/bounds.ts'

test('those who left may all have become the least or the most', () => {
  expect(changeBounds([0, 1, 1, 0], [1, 1], [0, 1])).toEqual([0, 0.5])
  expect(changeBounds([2, 4, 6], [5, 3], [0, 11])).toEqual([8 / 3 - 4, 19 / 3 - 4])
  expect(changeBounds([], [], [0, 1])).toBeNull()
})

test('sensitive: the interval excludes no change, the bounds do not', () => {
  expect(isAttritionSensitive([0.01, 0.05], [-0.02, 0.1])).toBe(true)
  expect(isAttritionSensitive([-0.05, -0.01], [-0.1, 0])).toBe(true)
  expect(isAttritionSensitive([0.01, 0.05], [0.005, 0.1])).toBe(false)
  expect(isAttritionSensitive([-0.01, 0.05], [-0.02, 0.1])).toBe(false)
  expect(isAttritionSensitive(null, [-0.02, 0.1])).toBe(false)
})
