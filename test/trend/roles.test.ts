import { describe, expect, test } from 'vitest'
import { trendBreak } from '../../src/trend/break.ts'
import { isBefore, roleOf } from '../../src/trend/roles.ts'

describe('the role of a wave', () => {
  const onset = { t0: 2018.18, lag: 2 }

  test('follows from its date: before, in between, after', () => {
    expect([2018.17, 2018.18, 2020.17, 2020.18].map(time => roleOf(time, onset))).toEqual([
      'pre',
      'transition',
      'transition',
      'post',
    ])
    expect(roleOf(2018.18, { t0: 2018.18, lag: 0 })).toBe('post')
  })

  test('is the declared one where one is declared', () => {
    expect(roleOf(2019, onset, 'baseline')).toBe('baseline')
    expect(roleOf(2012, onset, 'post')).toBe('post')
  })

  test('a baseline is used as a pre wave, a transition wave is not used', () => {
    expect(['pre', 'baseline', 'transition', 'post'].map(role => isBefore(role as 'pre'))).toEqual([
      true,
      true,
      false,
      false,
    ])
    const wave = (time: number, p: number, role: 'baseline' | 'transition' | null = null) => ({
      wave: String(time),
      time,
      p,
      role,
    })
    const judged = (role: 'baseline' | 'transition') =>
      trendBreak({
        waves: [wave(2012, 0.5), wave(2016, 0.52), wave(2019, 0.6, role), wave(2024, 0.55)],
        covariance: [0, 1, 2, 3].map(i => [0, 1, 2, 3].map(j => (i === j ? 1e-5 : 0))),
        t0: 2018.18,
        tau: 0.005,
        margin: 0.02,
        maxDrift: 0.0025,
      }).entry
    expect(judged('transition').preFit!.df).toBe(0)
    expect(judged('transition').expected).toBeCloseTo(0.56, 12)
    expect(judged('baseline').preFit!.df).toBe(1)
    expect(judged('baseline').changeSinceLastPre!.diff).toBeCloseTo(-0.05, 12)
  })
})
