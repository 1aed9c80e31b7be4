import { expect, test } from 'vitest'
import { hedges } from '../../src/panel/hedges.ts'

const from = { n: 20, mean: 10, spread: 4 }

test('g is d less the bias of small samples', () => {
  const found = hedges(from, { n: 20, mean: 11, spread: 4 }, 0.4)!
  expect(found.cohensD).toBe(0.5)
  expect(found.g).toBeCloseTo(0.5 * (1 - 3 / 151), 12)
  expect(found.seIndependent).toBeCloseTo(Math.sqrt(0.1 + found.g ** 2 / 80), 12)
})

test('equal spreads and independent samples give both standard errors about the same', () => {
  const found = hedges({ ...from, n: 2000 }, { n: 2000, mean: 10.2, spread: 4 }, 4 / 2000 + 4 / 2000)!
  expect(found.seDesign / found.seIndependent).toBeCloseTo(1, 3)
})

test('scores that do not vary, or one person, have none', () => {
  expect(hedges({ ...from, spread: 0 }, { n: 20, mean: 11, spread: 0 }, 0.1)).toBeNull()
  expect(hedges({ ...from, n: 1 }, from, 0.1)).toBeNull()
})
