import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandBounds, bandLabel } from '../../src/core/domain.ts'
import { sum } from '../../src/core/linear.ts'
import { type CellSize, collapse, intoBands } from '../../src/standardise/collapse.ts'
import type { FittedCell } from '../../src/standardise/fit.ts'

type Sizes = Record<string, number>

function cellsOf(
  edges: readonly number[],
  sexes: readonly FittedCell['sex'][] = ['male', 'female'],
): FittedCell[] {
  return bandBounds(edges).flatMap(([from, to], i) =>
    sexes.map(sex => ({ from, to, sex, share: 1 / edges.length / sexes.length, ages: [i] })),
  )
}

/** n by "90+ male" and 1,000 where not said; a merged cell has the sum of its parts. */
function sizes(edges: readonly number[], few: Sizes, sexes: readonly string[] = ['male', 'female']) {
  return (cell: FittedCell): CellSize[] => {
    const labels = cell.ages.map(i => bandLabel(...bandBounds(edges)[i]))
    const own = cell.sex === null ? sexes : [cell.sex]
    const n = sum(labels.flatMap(label => own.map(sex => few[`${label} ${sex}`] ?? 1000)))
    return [
      { n: 5000, neff: 4000 },
      { n, neff: n },
    ]
  }
}

function collapsed(edges: readonly number[], few: Sizes): string[] {
  return collapse(cellsOf(edges), sizes(edges, few)).map(
    ({ from, to, sexes }) => bandLabel(from, to) + (sexes === 'together' ? ' together' : ''),
  )
}

const FOUR = [75, 80, 85, 90]

describe('the cells of a standard', () => {
  it('stay apart where every wave has enough respondents', () => {
    expect(collapsed(FOUR, {})).toEqual(['75-79', '80-84', '85-89', '90+'])
    expect(collapsed(FOUR, { '90+ male': 50 })).toEqual(['75-79', '80-84', '85-89', '90+'])
  })

  it('join 85-89 with 90+ first', () => {
    expect(collapsed(FOUR, { '90+ male': 49 })).toEqual(['75-79', '80-84', '85+'])
  })

  it('then join the sexes', () => {
    const few = { '90+ male': 10, '85-89 male': 39 }
    expect(collapsed(FOUR, few)).toEqual(['75-79', '80-84', '85+ together'])
  })

  it('then join ages again', () => {
    const few = { '90+ male': 1, '85-89 male': 1, '90+ female': 1, '85-89 female': 1 }
    expect(collapsed(FOUR, few)).toEqual(['75-79', '80+ together'])
  })

  it('join step by step down to 85 in finer bands', () => {
    expect(collapsed([75, 80, 85, 90, 95], { '95+ male': 9, '90-94 male': 30 })).toEqual([
      '75-79',
      '80-84',
      '85+',
    ])
    expect(collapsed([75, 80, 85, 90, 95], { '95+ male': 9 })).toEqual(['75-79', '80-84', '85-89', '90+'])
  })

  it('join a younger band with its older neighbour', () => {
    expect(collapsed(FOUR, { '75-79 female': 40 })).toEqual(['75-84', '85-89', '90+'])
  })

  it('go by the effective sample as well as by n, and by n where there is none', () => {
    const cells = cellsOf([75, 85])
    const old = (own: CellSize) => (cell: FittedCell) => (cell.from === 85 ? [own] : [{ n: 900, neff: 900 }])
    expect(collapse(cells, old({ n: 60, neff: 29 }))).toHaveLength(1)
    expect(collapse(cells, old({ n: 60, neff: null }))).toHaveLength(2)
  })

  it('end as one cell when nothing is enough', () => {
    const none = () => [{ n: 0, neff: null }]
    expect(collapse(cellsOf(FOUR), none)).toEqual([{ from: 75, to: null, sexes: 'together' }])
    expect(collapse(cellsOf(FOUR, [null]), none)).toEqual([{ from: 75, to: null, sexes: 'apart' }])
  })

  it('keep the sum of their shares and every age, for both sexes and for one', () => {
    const names = FOUR.flatMap((_, i) =>
      ['male', 'female'].map(sex => `${bandLabel(...bandBounds(FOUR)[i])} ${sex}`),
    )
    const few = fc.record(Object.fromEntries(names.map(name => [name, fc.integer({ min: 0, max: 90 })])))
    fc.assert(
      fc.property(few, own => {
        const bands = collapse(cellsOf(FOUR), sizes(FOUR, own))
        for (const sexes of [['male', 'female'], ['male']] as const) {
          const joined = intoBands(cellsOf(FOUR, sexes), bands)
          expect(sum(joined.map(({ share }) => share))).toBeCloseTo(1, 12)
          for (const sex of sexes) {
            const ages = joined
              .filter(cell => cell.sex === null || cell.sex === sex)
              .flatMap(cell => cell.ages)
            expect(ages).toEqual([0, 1, 2, 3])
          }
        }
        const tooSmall = intoBands(cellsOf(FOUR), bands).filter(cell => sizes(FOUR, own)(cell)[1].n < 50)
        if (tooSmall.length > 0) expect(bands).toHaveLength(1)
      }),
    )
  })

  it('leave those of one sex with that sex where the bands join the sexes', () => {
    const bands = [{ from: 75, to: null, sexes: 'together' }] as const
    expect(intoBands(cellsOf(FOUR, ['female']), bands)).toMatchObject([{ sex: 'female', share: 1 }])
  })
})
