import { expect, test } from 'vitest'
import { familyP } from '../../src/trend/family.ts'

test('the primary cell keeps its own p-value and the others share one Holm family', () => {
  const cells = [
    { primary: false, p: 0.02 },
    { primary: true, p: 0.03 },
    { primary: false, p: null },
    { primary: false, p: 0.04 },
  ]
  expect(familyP(cells)).toEqual([0.04, 0.03, null, 0.04])
})
