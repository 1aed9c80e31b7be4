import { describe, expect, it } from 'vitest'
import type { StatLineTable } from '../../src/core/statline.ts'
import { withIntervals } from '../../src/core/statline-intervals.ts'

/** Two groups × three margins, one topic; the group varies fastest. */
function table(margins: readonly string[], values: readonly number[]): StatLineTable {
  const count = values.length
  return {
    inputs: [],
    form: 'odata3-typed',
    id: '1234NED',
    title: null,
    dimensions: [
      {
        key: 'Marges',
        title: 'Marges',
        kind: 'margin',
        categories: margins.map(key => ({ key, title: key })),
      },
      {
        key: 'Groep',
        title: 'Groep',
        kind: 'other',
        categories: [
          { key: 'a', title: 'a' },
          { key: 'b', title: 'b' },
        ],
      },
    ],
    measures: [{ key: 'Eenzaam_1', stem: 'Eenzaam', title: 'Eenzaam', unit: '%', decimals: 1 }],
    length: count,
    codes: [
      Int32Array.from({ length: count }, (_, i) => Math.floor(i / 2)),
      Int32Array.from({ length: count }, (_, i) => i % 2),
    ],
    measure: new Int32Array(count),
    values: Float64Array.from(values),
    absent: new Map([[1, 'Confidential']]),
    texts: new Map(),
    warnings: [],
  }
}

describe('margins', () => {
  it('become the bounds of the value of the same cell', () => {
    const folded = withIntervals(table(['MOG0095', 'MW00000', 'MBG0095'], [10, 20, 12, 22, 14, 24]))
    expect([...folded.values]).toEqual([12, 22])
    expect([...folded.low]).toEqual([10, 20])
    expect([...folded.high]).toEqual([14, 24])
    expect(folded.level).toBe(0.95)
    expect(folded.dimensions.map(({ key }) => key)).toEqual(['Groep'])
    expect(folded.codes.map(column => [...column])).toEqual([[0, 1]])
    expect(folded.length).toBe(2)
  })

  it('that were not downloaded leave the bounds missing', () => {
    const folded = withIntervals(table(['MW00000'], [12, 22]))
    expect([...folded.low, ...folded.high]).toEqual([NaN, NaN, NaN, NaN])
    expect(folded.level).toBeNull()
    expect([...folded.absent]).toEqual([[1, 'Confidential']])
  })

  it('of another kind, or of two levels, are refused', () => {
    expect(() => withIntervals(table(['MW00000', 'MX'], [1, 2, 3, 4]))).toThrow('MX')
    expect(() => withIntervals(table(['MW00000', 'MOG0095', 'MOG0090'], [1, 2, 3, 4, 5, 6]))).toThrow(
      '0.95 and 0.9',
    )
  })
})
