import { describe, expect, test } from 'vitest'
import { diagonal } from '../../src/core/linear.ts'
import { trendBreak } from '../../src/trend/break.ts'
import type { BreakInput } from '../../src/trend/break-choices.ts'
import { breakSensitivity } from '../../src/trend/sensitivity.ts'

const LAUNCH = 2018 + 66 / 365
const STARTS = [
  { label: '2018-03-08', t0: LAUNCH },
  { label: '2020-01-01', t0: 2020 },
]

function lasa(role: 'baseline' | null): BreakInput {
  return {
    waves: [
      { wave: 'H', time: 2012.1, p: 0.45 },
      { wave: 'I', time: 2015.9, p: 0.46 },
      { wave: 'J', time: 2018.9, p: 0.5, role },
      { wave: 'K', time: 2022.5, p: 0.44 },
    ],
    covariance: diagonal([1, 1, 1, 1].map(v => v * 1e-4)),
    t0: LAUNCH,
    tau: 0.005,
    margin: 0.02,
    maxDrift: 0.0025,
  }
}

describe('sensitivity of a break', () => {
  const rows = breakSensitivity(lasa(null), { starts: STARTS })

  test('lists three values of τ, three margins and both starts', () => {
    expect(rows.map(({ varies, value }) => `${varies} ${value}`)).toEqual([
      'tau 0',
      'tau 0.005',
      'tau 0.01',
      'margin 0.01',
      'margin 0.02',
      'margin 0.03',
      'start 2018-03-08',
      'start 2020-01-01',
    ])
  })

  test('repeats the break itself where nothing is varied', () => {
    const { entry } = trendBreak(lasa(null))
    for (const i of [1, 4, 6]) {
      expect(rows[i]).toMatchObject({
        class: entry.class,
        delta: entry.assessed!.delta,
        ci95: entry.assessed!.ci95,
      })
    }
  })

  test('counts a wave between launch and exposure on either side, also a declared baseline', () => {
    const declared = breakSensitivity(lasa('baseline'), { starts: STARTS })
    expect(declared.slice(6)).toEqual(rows.slice(6))
    expect(rows[6].delta).not.toBeCloseTo(rows[7].delta!, 3)
    expect(trendBreak(lasa('baseline')).entry.assessed!.delta).toBeCloseTo(rows[7].delta!, 12)
  })

  test('has rows without number where the break cannot be judged', () => {
    const alone = { ...lasa(null), comparable: false }
    expect(breakSensitivity(alone, { starts: [], margins: [] })[0]).toEqual({
      varies: 'tau',
      value: '0',
      class: 'not_assessable',
      delta: null,
      ci95: null,
    })
  })
})
