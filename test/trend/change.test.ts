import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { change } from '../../src/trend/change.ts'
import { holm } from '../../src/trend/holm.ts'
import { expectClose, hasReference, readReference } from './reference.ts'

const NATIONAL_A = 'method/01_national_a.json'
const NATIONAL_B = 'method/02_national_b.json'

interface Wave {
  wave: number
  p: number
  var: number
  df: number
}

describe.skipIf(!hasReference(NATIONAL_A))(
  'changes of the worked example (skipped without ../shared)',
  () => {
    const reference = hasReference(NATIONAL_A)
      ? JSON.parse(readReference(NATIONAL_A))
      : { waves: [], changes: [] }
    const level = (name: number) => {
      const { p, var: variance, df }: Wave = reference.waves.find(({ wave }: Wave) => wave === name)
      return { value: p, variance, df }
    }

    test('equal R in every field, Holm included', () => {
      const changes = reference.changes.map(({ from, to }: { from: number; to: number }) =>
        change(level(from), level(to)),
      )
      const adjusted = holm(changes.map(({ p }: { p: number }) => p))
      expect(changes).toHaveLength(3)
      for (const [i, expected] of reference.changes.entries()) {
        expectClose(changes[i].diff, expected.diff)
        expectClose(changes[i].se, expected.se)
        expectClose(changes[i].df, expected.df_satterthwaite)
        expectClose(changes[i].t, expected.t)
        expectClose(changes[i].p, expected.p_value)
        expectClose(changes[i].ci95, expected.ci95, 1e-7)
        expectClose(changes[i].ci90, expected.ci90, 1e-7)
        expectClose(changes[i].ratio, expected.ratio)
        expectClose(changes[i].ratioCi, expected.ratio_ci95, 1e-7)
        expectClose(changes[i].or, expected.odds_ratio)
        expectClose(changes[i].orCi, expected.or_ci95, 1e-7)
        expectClose(adjusted[i], expected.p_holm)
      }
    })
  },
)

describe.skipIf(!hasReference(NATIONAL_B))('standardised changes (skipped without ../shared)', () => {
  test('equal R with infinite degrees of freedom', () => {
    const { standardised, changes_std2012: changes } = JSON.parse(readReference(NATIONAL_B))
    const level = (name: number) => {
      const found = standardised.find(
        (entry: { standard: string; wave: number }) => entry.standard === 'pop2012' && entry.wave === name,
      )
      return { value: found.p, variance: found.se ** 2, df: Infinity }
    }
    for (const expected of changes) {
      const found = change(level(expected.from), level(expected.to))
      expect(found.df).toBe(Infinity)
      expectClose(found.diff, expected.diff)
      expectClose(found.se, expected.se)
      expectClose(found.p, expected.p_value)
      expectClose(found.ci95, expected.ci95, 1e-7)
    }
  })
})

describe('a change', () => {
  const a = { value: 0.5, variance: 0.0004, df: 100 }
  const b = { value: 0.6, variance: 0.0006, df: 200 }

  test('is more certain where the waves share persons', () => {
    expectClose(change(a, b, 0.0003).se, Math.sqrt(0.001 - 0.0006))
    expect(change(a, b, 0.0003).ratioCi![1]).toBeLessThan(change(a, b).ratioCi![1])
    expect(change(a, b, 0.0003).orCi![0]).toBeGreaterThan(change(a, b).orCi![0])
  })

  test('has the odds and ratio intervals of the delta method with covariance', () => {
    const half = 1.959963984540054 * Math.sqrt(0.0004 / 0.25 + 0.0006 / 0.36 - 0.0006 / 0.3)
    const { ratioCi } = change({ ...a, df: Infinity }, { ...b, df: Infinity }, 0.0003)
    expectClose(ratioCi, [1.2 * Math.exp(-half), 1.2 * Math.exp(half)])
  })

  test('of an empty cell is nothing at all, with its reason', () => {
    const found = change({ ...a, value: null }, b)
    expect(found).toMatchObject({ diff: null, se: null, p: null, ci95: null, reason: 'empty_cell' })
  })

  test('from 0 % has a size but no interval, because its Wald variance is a fiction', () => {
    const found = change({ value: 0, variance: 0, df: 100 }, b)
    expect(found).toMatchObject({
      diff: 0.6,
      ratio: null,
      or: null,
      ci95: null,
      p: null,
      reason: 'no_variance',
    })
  })

  test('without degrees of freedom has a standard error but no interval', () => {
    const found = change({ ...a, df: 0 }, b)
    expect(found).toMatchObject({ df: null, p: null, ci95: null, reason: 'no_df' })
    expectClose(found.se, Math.sqrt(0.001))
  })

  test('of mean scores has a ratio and no odds', () => {
    const found = change({ ...a, value: 2.5 }, { ...b, value: 3 }, 0, 'mean')
    expect(found.ratio).toBe(1.2)
    expect(found.or).toBeNull()
  })

  test('turned round changes sign and keeps its uncertainty', () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    const variance = fc.double({ min: 1e-6, max: 1e-2, noNaN: true })
    fc.assert(
      fc.property(share, share, variance, variance, (p, q, v, w) => {
        const [from, to] = [
          { value: p, variance: v, df: 50 },
          { value: q, variance: w, df: 80 },
        ]
        const [there, back] = [change(from, to), change(to, from)]
        expectClose(there.diff, -back.diff!)
        expectClose(there.se, back.se)
        expectClose(there.or, 1 / back.or!)
        expectClose(there.ci95, [-back.ci95![1], -back.ci95![0]])
      }),
    )
  })
})
