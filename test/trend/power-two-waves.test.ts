import { describe, expect, it } from 'vitest'
import { USUAL_LEVELS } from '../../src/trend/power-levels.ts'
import {
  detectableNetChange,
  detectableScoreChange,
  requiredForNetChange,
  requiredForScoreChange,
} from '../../src/trend/power-two-waves.ts'
import { powerReference } from './power-reference.ts'
import { expectClose } from './reference.ts'

const asked = (n: number, deff: number, rho: number) =>
  detectableScoreChange({ n: [n, n], deff: [deff, deff], rho }, USUAL_LEVELS)

describe('the power between two waves', () => {
  it.skipIf(powerReference === null)('equals R (skipped without ../shared)', () => {
    const { paired_two_wave: paired, independent_two_wave: apart, mcnemar } = powerReference!.mean_score
    expectClose(asked(paired.n, 1, paired.rho), paired.mde_sd)
    expectClose(asked(apart.n, apart.deff, 0), apart.mde_sd)
    expectClose(100 * detectableNetChange(mcnemar.n, mcnemar.p_disc, USUAL_LEVELS), mcnemar.mde_pp)
  })

  it('is a mean score of 0.125 standard deviations for 400 people asked twice', () => {
    expectClose(asked(400, 1, 0.6), 0.12529069984918342)
  })

  it('leads back to the number of people', () => {
    expect(requiredForScoreChange(0.12529069984918345, { deff: [1, 1], rho: 0.6 }, USUAL_LEVELS)).toBe(400)
    expect(requiredForNetChange(0.0714266884807557, 0.26, USUAL_LEVELS)).toBe(400)
    expect(requiredForNetChange(0.0714, 0.26, USUAL_LEVELS)).toBe(401)
  })

  it('refuses what cannot be', () => {
    expect(() => detectableNetChange(400, 0, USUAL_LEVELS)).toThrow('who change side cannot be 0')
    expect(() => requiredForScoreChange(0, { deff: [1, 1], rho: 0 }, USUAL_LEVELS)).toThrow('an effect of 0')
    expect(
      () =>
        asked(400, 1, 0.6) &&
        detectableScoreChange({ n: [1, 1], deff: [1, 1], rho: 0 }, { alpha: 0.8, power: 0.5 }),
    ).toThrow('not above the level')
  })
})
