import { expect, test } from 'vitest'
import { classify } from '../../src/trend/classify.ts'

test.each([
  ['favourable', 'down', 'rising', 'turnaround', 'from_rise'],
  ['favourable_relevant', 'down', 'not_distinguishable', 'turnaround', 'from_level'],
  ['favourable', 'down', 'falling', 'faster_decline', 'from_decline'],
  ['favourable', 'flat', 'rising', 'flattening', 'flat'],
  ['favourable_relevant', 'up', 'rising', 'flattening', 'slower_rise'],
  ['favourable', 'undetermined', 'falling', 'flattening', 'direction_undetermined'],
  ['equivalent', 'up', 'rising', 'continuation', 'of_rise'],
  ['equivalent', 'down', 'falling', 'continuation', 'of_decline'],
  ['equivalent', 'flat', 'not_distinguishable', 'continuation', 'of_level'],
  ['unfavourable', 'up', 'rising', 'acceleration', 'faster_rise'],
  ['unfavourable_relevant', 'flat', 'not_distinguishable', 'acceleration', 'faster_rise'],
  ['unfavourable', 'up', 'falling', 'unfavourable_reversal', 'from_decline'],
  ['inconclusive', 'down', 'falling', 'inconclusive', 'between'],
] as const)('%s, %s after %s is %s %s', (state, direction, before, found, subclass) => {
  const findings = { state, direction, before, tooWideForMargin: false }
  expect(classify(findings)).toEqual({ class: found, subclass })
})

test('an interval wider than the margin says that the design is too small', () => {
  expect(
    classify({ state: 'inconclusive', direction: 'up', before: 'rising', tooWideForMargin: true }),
  ).toEqual({ class: 'inconclusive', subclass: 'underpowered_for_margin' })
})
