import { expect, test } from 'vitest'
import { levelOf } from '../../src/pipeline/level.ts'

test('municipality codes are GM and four digits, however a file writes them', () => {
  const written = ['14', '0014', 'gm0014', 'GM1680', 'Aa', '-9', null]
  expect(written.map(text => levelOf('municipality', text))).toEqual([
    'GM0014',
    'GM0014',
    'GM0014',
    'GM1680',
    'Aa',
    null,
    null,
  ])
})

test('a negative code is a missing answer, other levels stay as they are', () => {
  expect(['-1', '0', '1', 'laag', null].map(text => levelOf('education', text))).toEqual([
    null,
    '0',
    '1',
    'laag',
    null,
  ])
})
