import { describe, expect, it } from 'vitest'
import { bandBounds } from '../../src/core/domain.ts'
import type { Standard } from '../../src/core/standard.ts'
import { fitStandard } from '../../src/standardise/fit.ts'

type Row = [ageFrom: number, ageTo: number | null, sex: 'male' | 'female' | null, persons: number]

function standard(...rows: Row[]): Standard {
  return {
    id: 'std',
    cells: rows.map(([ageFrom, ageTo, sex, persons]) => ({ ageFrom, ageTo, sex, persons })),
  }
}

const BANDS = bandBounds([0, 18, 65, 75, 80, 85, 90, 95])
const BY_SEX = standard(
  [0, 75, 'male', 900],
  [75, 85, 'male', 30],
  [85, null, 'male', 10],
  [0, 75, 'female', 900],
  [75, 85, 'female', 40],
  [85, null, 'female', 20],
)

describe('a standard within a target', () => {
  it('keeps its own bands and sexes, with shares of the target', () => {
    expect(fitStandard(BY_SEX, [75, null], BANDS)).toEqual({
      kind: 'fitted',
      cells: [
        { from: 75, to: 85, sex: 'male', share: 0.3, ages: [3, 4] },
        { from: 75, to: 85, sex: 'female', share: 0.4, ages: [3, 4] },
        { from: 85, to: null, sex: 'male', share: 0.1, ages: [5, 6, 7] },
        { from: 85, to: null, sex: 'female', share: 0.2, ages: [5, 6, 7] },
      ],
    })
  })

  it('gives a domain of one sex that part, renormalised', () => {
    const fit = fitStandard(BY_SEX, [75, null], BANDS, 'female')
    expect(fit.kind === 'fitted' && fit.cells.map(({ sex, share }) => [sex, share])).toEqual([
      ['female', 40 / 60],
      ['female', 20 / 60],
    ])
  })

  it('serves both sexes alike when it does not know them', () => {
    const ages = standard([75, 80, null, 3], [80, null, null, 1])
    for (const sex of [null, 'male', 'female'] as const) {
      const fit = fitStandard(ages, [75, null], BANDS, sex)
      expect(fit.kind === 'fitted' && fit.cells.map(({ share }) => share)).toEqual([0.75, 0.25])
    }
  })

  it('leaves out cells without persons', () => {
    const fit = fitStandard(standard([75, 80, null, 5], [80, null, null, 0]), [75, null], BANDS)
    expect(fit.kind === 'fitted' && fit.cells.map(({ from }) => from)).toEqual([75])
  })

  it('stays below an upper age of the target', () => {
    const fit = fitStandard(
      standard([75, 80, null, 1], [80, 85, null, 1], [85, null, null, 9]),
      [75, 85],
      BANDS,
    )
    expect(fit.kind === 'fitted' && fit.cells.map(({ share }) => share)).toEqual([0.5, 0.5])
  })

  it.each([
    [
      'a band across the edge of the target',
      standard([70, 80, null, 1], [80, null, null, 1]),
      'its ages 70-79 cross the edge of 75+',
    ],
    ['a gap', standard([75, 80, null, 1], [85, null, null, 1]), 'its ages leave a gap in 75+, or overlap'],
    ['a late beginning', standard([80, null, null, 1]), 'its ages leave a gap in 75+, or overlap'],
    ['no band at all', standard([0, 75, null, 1]), 'its ages leave a gap in 75+, or overlap'],
    [
      'edges that the data do not have',
      standard([75, 82, null, 1], [82, null, null, 1]),
      'its ages 75-81 cannot be joined from those of the data',
    ],
    ['one sex only', standard([75, null, 'male', 1]), 'it knows male persons only'],
    [
      'sexes for some ages',
      standard([75, 80, 'male', 1], [80, null, null, 1]),
      'it knows the sexes for some ages only',
    ],
    [
      'other bands for each sex',
      standard([75, 80, 'male', 1], [80, null, 'male', 1], [75, null, 'female', 1]),
      'its sexes have different age bands',
    ],
    ['nobody', standard([75, null, null, 0]), 'it has no persons in the target'],
  ])('is skipped, never stretched, for %s', (_, own, reason) => {
    expect(fitStandard(own, [75, null], BANDS)).toEqual({ kind: 'skipped', reason })
  })
})
