import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { benjaminiHochberg, holm } from '../../src/trend/holm.ts'
import { expectClose } from './reference.ts'

describe('adjustment for many questions', () => {
  const p = [0.004, 0.012, 0.031, 0.2, 0.049]

  test('equals p.adjust in R', () => {
    expectClose(holm(p), [0.02, 0.048, 0.093, 0.2, 0.098])
    expectClose(benjaminiHochberg(p), [0.02, 0.03, 0.051666666666666666, 0.2, 0.06125])
  })

  test('leaves unanswered questions out of the count', () => {
    expect(holm([null, 0.01, null, 0.04])).toEqual([null, 0.02, null, 0.04])
    expect(benjaminiHochberg([0.01, null])).toEqual([0.01, null])
    expect(holm([])).toEqual([])
  })

  test('never makes a p-value smaller, larger than 1, or changes their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), values => {
        for (const adjust of [holm, benjaminiHochberg]) {
          const adjusted = adjust(values)
          for (const [i, value] of values.entries()) {
            expect(adjusted[i]!).toBeGreaterThanOrEqual(value * (1 - 1e-15))
            expect(adjusted[i]!).toBeLessThanOrEqual(1)
            for (const [j, other] of values.entries()) {
              if (value < other) expect(adjusted[i]!).toBeLessThanOrEqual(adjusted[j]!)
            }
          }
        }
      }),
    )
  })
})
