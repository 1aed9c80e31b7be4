import { describe, expect, test } from 'vitest'
import { stayWeights, weightedChange } from '../../src/panel/ipaw.ts'

describe('weights for those who left', () => {
  test('let those who stayed stand for those like them', () => {
    const stayed = [true, true, true, false, true, false]
    const probability = [0.75, 0.75, 0.75, 0.75, 0.5, 0.5]
    const { weights, mean } = stayWeights(stayed, probability)
    expect(weights.map(weight => weight / weights[0])).toEqual([1, 1, 1, expect.closeTo(1.485, 12)])
    expect(mean).toBeCloseTo((3 * (8 / 9) + 1.32) / 4, 12)
  })

  test('are cut off at their 1st and 99th percentile', () => {
    const probability = Array.from({ length: 200 }, (_, i) => (i === 0 ? 0.001 : 0.5 + i / 1000))
    const { weights, truncation, max } = stayWeights(
      probability.map(() => true),
      probability,
    )
    expect(max).toBe(truncation[1])
    expect(max).toBeLessThan(3)
    expect(Math.min(...weights)).toBe(truncation[0])
  })
})

describe('weighted change', () => {
  test('of equal weights is the paired t interval', () => {
    const found = weightedChange([2, 2, 2, 2], [1, 2, 3, 4], [2, 2, 5, 6])
    // t.test(c(1, 0, 2, 2)): 1.25, se 0.4787136, 95 % -0.2734802 to 2.7734802
    expect(found.change).toBe(1.25)
    expect(found.seChange).toBeCloseTo(0.4787136, 7)
    expect(found.ci95Change).toEqual([expect.closeTo(-0.2734802, 7), expect.closeTo(2.7734802, 7)])
  })

  test('has no interval where everybody changed alike, or with one person', () => {
    expect(weightedChange([1, 1], [0, 1], [1, 2])).toMatchObject({ seChange: null, reason: 'no_variance' })
    expect(weightedChange([1], [0], [1])).toMatchObject({ change: 1, seChange: null, reason: 'no_df' })
  })
})
