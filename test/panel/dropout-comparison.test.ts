import { expect, test } from 'vitest'
import { compareDropouts } from '../../src/panel/dropout-comparison.ts'

const stayed = [true, true, true, false, false, null]

test('the difference is that of those who left from those who stayed', () => {
  const [age] = compareDropouts(stayed, [{ name: 'age', values: [76, 78, 80, 84, 86, 99] }])
  // t.test(c(84, 86), c(76, 78, 80)): p 0.0212734135354801, R 4.2.2; SMD = 7 / sqrt((4 + 2) / 2)
  expect(age).toMatchObject({ nCompleter: 3, nDropout: 2, meanCompleter: 78, meanDropout: 85, reason: null })
  expect(age.smd).toBeCloseTo(7 / Math.sqrt(3), 12)
  expect(age.p).toBeCloseTo(0.0212734135354801, 12)
})

test('people of whom the trait is not known are left out, too few say nothing', () => {
  const [age, sex] = compareDropouts(stayed, [
    { name: 'age', values: [76, 78, null, 84, null, null] },
    { name: 'sex', values: [1, 1, 1, 1, 1, 1] },
  ])
  expect(age).toMatchObject({ nCompleter: 2, nDropout: 1, meanDropout: 84, smd: null, reason: 'too_few' })
  expect(sex).toMatchObject({ smd: null, p: null, reason: 'no_variance' })
})
