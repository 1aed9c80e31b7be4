import { describe, expect, it } from 'vitest'
import type { Variable } from '../../src/core/data-file.ts'
import type { WaveSpec } from '../../src/core/study.ts'
import { bind } from '../../src/sources/bind.ts'
import { fileWith, problemsOf, variable, waveOf } from './file-with.ts'

const ITEMS = ['v3', 'v4', 'v7', 'v8', 'v9', 'v10']
const COLUMNS = {
  id: 'persnr',
  weight: 'gewicht',
  age: 'lft',
  sex: 'gesl',
  ...Object.fromEntries(ITEMS.map(name => [`item${name.slice(1)}`, name])),
}
const CODES = { yes: ['ja'], moreOrLess: ['min of meer'], no: ['nee'], sex: { male: [1], female: [2] } }
const OTHERS = ['persnr', 'gewicht', 'lft', 'gesl']

const cbs = (variables: readonly (string | Variable)[], own: Partial<WaveSpec> = {}, year = '2019') =>
  bind(
    waveOf('cbs', year, { scale: 'djg6', columns: COLUMNS, codes: CODES, ...own }),
    fileWith([...OTHERS, ...variables]),
    ['sex', 'age'],
  )

describe('microdata of CBS', () => {
  it('hold six items by declared columns, numbered as in the manual', () => {
    const binding = cbs(ITEMS)
    expect([...binding.items]).toEqual([3, 4, 7, 8, 9, 10].map(number => [number, `v${number}`]))
    expect(binding.columns).toEqual({ id: 'persnr', weight: 'gewicht', age: 'lft', sex: 'gesl' })
    expect(binding).toMatchObject({ scale: 'djg6', missingRule: 'manual', subscaleCutoff: 1, warnings: [] })
    expect(binding.columns.psu).toBeUndefined()
  })

  it("count the sub-scales from 3, CBS's strongly, where that is declared", () => {
    expect(cbs(ITEMS, { subscaleCutoff: 3 }).subscaleCutoff).toBe(3)
  })

  it('name the item that is not there', () => {
    expect(problemsOf(() => cbs(ITEMS.slice(1)))).toMatchObject([
      { code: 'columns-missing', message: expect.stringContaining('lacks 1 of the items: v3') },
    ])
  })
})

describe('the earlier scale of CBS', () => {
  const refused = (work: () => unknown) =>
    problemsOf(work).map(({ code, message, where }) => [code, message, where])

  it('is refused by its year', () => {
    expect(refused(() => cbs(ITEMS, {}, '2015'))).toEqual([
      [
        'another-instrument',
        'CBS asked six other statements in 2015 (score 0 to 12, lonely from 7): that is not the scale of De Jong Gierveld, and its figures do not belong in this series',
        '/data/ejz.yaml:3:5',
      ],
    ])
    expect(problemsOf(() => cbs(ITEMS, {}, '2017'))).toEqual([])
  })

  const scored = (eenz: Variable) => cbs([...ITEMS, eenz], { columns: { ...COLUMNS, score: 'eenz' } })
  const message =
    'eenz is a score from 0 to 12, such as CBS made of six other statements: that is not the scale of De Jong Gierveld, and its figures do not belong in this series'

  it.each([
    ['its label', { ...variable('eenz'), label: 'Eenzaamheidsscore (0-12)' }],
    ['a label in words', { ...variable('eenz'), label: 'Score 0 tot en met 12' }],
    ['its value labels', variable('eenz', { 0: 'niet eenzaam', 7: 'eenzaam', 12: 'zeer eenzaam' })],
  ])('is refused by %s', (_, eenz) => {
    expect(refused(() => scored(eenz))[0]).toEqual([
      'another-instrument',
      message,
      '/data/survey.sav, variable eenz',
    ])
  })

  it.each([
    ['a score from 0 to 6', { ...variable('eenz', { 0: 'niet', 6: 'sterk' }), label: 'Score 0-6' }],
    ['codes for no answer', variable('eenz', { 9: 'onbekend', 8: 'weigert' })],
    ['codes declared missing', variable('eenz', { 9: 'te weinig items' }, [{ kind: 'value', value: 9 }])],
  ])('is not taken for %s', (_, eenz) => {
    expect(refused(() => scored(eenz)).filter(([code]) => code === 'another-instrument')).toEqual([])
  })

  it('is a matter of CBS alone', () => {
    const other = waveOf('microdata', '2015', { scale: 'djg6', columns: COLUMNS, codes: CODES })
    expect(problemsOf(() => bind(other, fileWith([...OTHERS, ...ITEMS]), []))).toEqual([])
  })
})
