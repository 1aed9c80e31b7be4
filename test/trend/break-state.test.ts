import { expect, test } from 'vitest'
import { breakState, strengthOf } from '../../src/trend/break-state.ts'

test.each([
  ['favourable_relevant', [-0.06, -0.021], [-0.057, -0.024], 'strong'],
  ['unfavourable_relevant', [0.021, 0.06], [0.024, 0.057], 'strong'],
  ['equivalent', [-0.019, 0.01], [-0.017, 0.008], 'none'],
  // zero is excluded, but so is everything relevant: equivalence comes first
  ['equivalent', [-0.012, -0.001], [-0.011, -0.002], 'none'],
  ['favourable', [-0.04, -0.001], [-0.037, -0.004], 'moderate'],
  ['unfavourable', [0.001, 0.04], [0.004, 0.037], 'moderate'],
  ['inconclusive', [-0.03, 0.02], [-0.026, 0.016], 'none'],
] as const)('%s: 95 %% %j, 90 %% %j', (state, ci95, ci90, strength) => {
  expect(breakState(ci95, ci90, 0.02)).toBe(state)
  expect(strengthOf(state)).toBe(strength)
})

test('an interval that only touches the margin or zero shows nothing', () => {
  expect(breakState([-0.04, -0.02], [-0.04, -0.02], 0.02)).toBe('favourable')
  expect(breakState([-0.04, 0], [-0.04, 0], 0.02)).toBe('inconclusive')
  expect(breakState([-0.02, 0.01], [-0.02, 0.01], 0.02)).toBe('inconclusive')
})
