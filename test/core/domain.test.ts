import { expect, test } from 'vitest'
import { bandBounds, bandLabel, domainKey } from '../../src/core/domain.ts'

test('the key of a domain does not depend on the order of its parts', () => {
  expect(domainKey({ target: '75+', sex: 'male', age: '75-79' })).toBe('age=75-79|sex=male|target=75+')
  expect(domainKey({ age: '75-79', sex: 'male', target: '75+' })).toBe('age=75-79|sex=male|target=75+')
})

test('bands are named by whole years, the open one with a plus', () => {
  expect(bandLabel(75, 80)).toBe('75-79')
  expect(bandLabel(90, null)).toBe('90+')
})

test('the last band is open unless its end is given', () => {
  expect(bandBounds([75, 80])).toEqual([
    [75, 80],
    [80, null],
  ])
  expect(bandBounds([75, 80], 85)).toEqual([
    [75, 80],
    [80, 85],
  ])
})
