import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bridge, type CrossTable, effective, roganGladen, type Tally } from '../../src/scale/bridge.ts'

const folder = new URL('../../../shared/reference/method/', import.meta.url)
const there = existsSync(new URL('08_harmonise.json', folder))

const tally = (n: number, weight = 1): Tally => ({ n, w: n * weight, w2: n * weight ** 2 })
const table = (both: number, only11: number, only6: number, neither: number, weight = 1): CrossTable => ({
  both: tally(both, weight),
  only11: tally(only11, weight),
  only6: tally(only6, weight),
  neither: tally(neither, weight),
})

const FIELDS = ['n', 'p6', 'p11', 'sens', 'spec', 'ppv', 'npv', 'kappa'] as const

describe.skipIf(!there)('against R (needs ../shared/reference/method)', () => {
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
  const reference = there ? JSON.parse(read('08_harmonise.json')) : {}
  const rows = (there ? read('08_bridge.csv').trim().split('\n').slice(1) : []).map(line =>
    line.split(',').map(Number),
  )
  /** from the scores themselves: id, wave, s11, s6, … */
  const counted = (keep: (wave: number) => boolean): CrossTable => {
    const count = (l11: boolean, l6: boolean) =>
      rows.filter(([, wave, s11, s6]) => keep(wave) && s11 >= 3 === l11 && s6 >= 2 === l6).length
    return table(count(true, true), count(true, false), count(false, true), count(false, false))
  }
  const tables = {
    all: counted(() => true),
    w2012: counted(wave => wave === 2012),
    w2016: counted(wave => wave === 2016),
  }

  test.each(['all', 'w2012', 'w2016'] as const)(
    '%s: both prevalences, agreement and predictive values',
    name => {
      const found = bridge(tables[name])
      for (const field of FIELDS) expect(found[field]).toBeCloseTo(reference[name][field], 12)
      expect(found.ratio).toBeCloseTo(reference[name].p6 / reference[name].p11, 12)
      expect((found.p6 ?? 0) - (found.p11 ?? 0)).toBeCloseTo(reference[name].mcnemar_diff, 12)
    },
  )

  test('the crosswalk of 2012 applied to the six items of 2016, with its error', () => {
    const { p6, n } = reference.w2016
    const { rogan_gladen_p11, se, bias_rg, true_p11_2016 } = reference.crosswalk_demo
    const found = roganGladen(tables.w2012, { p6, neff: n })
    expect(found?.p11).toBeCloseTo(rogan_gladen_p11, 12)
    expect(found?.se).toBeCloseTo(se, 12)
    expect((found?.p11 ?? 0) - true_p11_2016).toBeCloseTo(bias_rg, 12)
  })
})

describe('the bridge', () => {
  test('does not know the scale of the weights', () => {
    const [one, other] = [bridge(table(40, 8, 5, 60)), bridge(table(40, 8, 5, 60, 3.5))]
    for (const field of FIELDS) expect(one[field]).toBeCloseTo(other[field] ?? Number.NaN, 14)
    const crosswalk = (weight: number) => roganGladen(table(40, 8, 5, 60, weight), { p6: 0.4, neff: 100 })
    expect(crosswalk(1)?.se).toBeCloseTo(crosswalk(3.5)?.se ?? Number.NaN, 14)
  })

  test('counts weight, not heads, in its shares, and heads in n', () => {
    const weighted = { ...table(10, 10, 10, 10), both: tally(10, 3) }
    expect(bridge(weighted)).toMatchObject({ n: 40, p11: 40 / 60, sens: 0.75, ppv: 0.75, spec: 0.5 })
  })

  test('has no share of nobody', () => {
    expect(bridge(table(0, 0, 0, 0))).toEqual({
      n: 0,
      p11: null,
      p6: null,
      sens: null,
      spec: null,
      ppv: null,
      npv: null,
      kappa: null,
      ratio: null,
    })
    expect(bridge(table(0, 0, 3, 9))).toMatchObject({ p11: 0, sens: null, ratio: null, spec: 0.75 })
  })

  test('makes no crosswalk where the short scale tells nothing, or where it leaves 0 to 1', () => {
    expect(roganGladen(table(5, 5, 5, 5), { p6: 0.5, neff: 100 })).toBeNull()
    expect(roganGladen(table(60, 0, 20, 20), { p6: 0.1, neff: 100 })).toBeNull()
  })

  test('unequal weights make the sample smaller', () => {
    expect(effective(tally(30))).toBe(30)
    expect(effective(tally(10), tally(10, 3))).toBeCloseTo(40 ** 2 / 100, 12)
    expect(effective(tally(0))).toBe(0)
  })
})
