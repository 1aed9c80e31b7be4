import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fittingLabels } from '../../../src/report/charts/label-choice.ts'
import { linearScale, spread } from '../../../src/report/charts/linear-scale.ts'

describe('labels on one line', () => {
  it('keep the last, then the first, then what fits between', () => {
    const labels = [0, 10, 50, 60, 100].map(at => ({ at, width: 20 }))
    expect(fittingLabels(labels)).toEqual([0, 3, 4])
    expect(fittingLabels([])).toEqual([])
    expect(fittingLabels([{ at: 3, width: 9 }])).toEqual([0])
  })

  it('never touch', () => {
    const label = fc.record({ at: fc.integer({ min: 0, max: 300 }), width: fc.integer({ min: 5, max: 60 }) })
    fc.assert(
      fc.property(fc.array(label, { maxLength: 12 }), labels => {
        const sorted = labels.sort((a, b) => a.at - b.at)
        const kept = fittingLabels(sorted).map(i => sorted[i])
        return kept.every((a, i) => {
          const b = kept[i + 1]
          return b === undefined || b.at - a.at >= (a.width + b.width) / 2
        })
      }),
    )
  })
})

describe('names at the ends of lines', () => {
  it('stay where they are when there is room', () => {
    expect(spread([100, 20, 60], [20, 20, 20], [0, 200])).toEqual([100, 20, 60])
  })

  it('move apart by the same distance, in their own order', () => {
    const [upper, lower] = spread([50, 52], [20, 20], [0, 200])
    expect(upper).toBeCloseTo(41, 3)
    expect(lower).toBeCloseTo(61, 3)
  })
})

describe('a scale', () => {
  it('goes there and back, also downwards', () => {
    const scale = linearScale([0.4, 0.6], [300, 0])
    expect(scale.at(0.5)).toBeCloseTo(150, 10)
    expect(scale.from(scale.at(0.47))).toBeCloseTo(0.47, 12)
  })
})
