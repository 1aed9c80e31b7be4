import { describe, expect, it } from 'vitest'
import { designPower } from '../../src/trend/power.ts'
import { type PowerDesign, serialCorrelation } from '../../src/trend/power-design.ts'
import { USUAL_LEVELS } from '../../src/trend/power-levels.ts'
import { type Simulation, simulatePower } from '../../src/trend/power-simulation.ts'
import { GM, powerReference, referenceDesign } from './power-reference.ts'
import { expectSameShare } from './reference.ts'

function simulated(design: PowerDesign, draws: number, seed = 7): Simulation {
  const { contrast, mdeDelta } = designPower(design, USUAL_LEVELS)
  return simulatePower(design, { contrast: contrast!, effect: mdeDelta!, alpha: 0.05, draws, seed })
}

const LASA: PowerDesign = {
  ...GM,
  times: [2012, 2015.9, 2018.9, 2020.2],
  n: [400, 400, 400, 400],
  deff: [1, 1, 1, 1],
  p: 0.45,
  post: 3,
  correlation: serialCorrelation(4, 0.6),
}

describe.skipIf(powerReference === null)('power by simulation, as by R (skipped without ../shared)', () => {
  const cases = Object.entries(powerReference?.simulation ?? {})

  it.each(cases)('%s', (name, ofR) => {
    const { power, rightSign } = simulated(referenceDesign(powerReference!.scenarios[name].input), 10_000)
    expectSameShare([power * 10_000, 10_000], [ofR.power, 20_000])
    expectSameShare([rightSign * 10_000, 10_000], [ofR.power_right_sign, 20_000])
  })

  it('of a panel', () => {
    const { power } = simulated(LASA, 2000)
    expectSameShare([power * 2000, 2000], [powerReference!.simulation_panel_LASA.power, 4000])
  })
})

describe('power by simulation', () => {
  it('is near the power that was asked for, with an error of the waves too', () => {
    for (const design of [GM, { ...GM, tau: 0.005 }]) {
      const { power, mcSe, draws } = simulated(design, 5000)
      expect(draws).toBe(5000)
      expect(Math.abs(power - 0.8)).toBeLessThan(4 * mcSe)
    }
    expect(Math.abs(simulated({ ...LASA, tau: 0.01 }, 1500).power - 0.8)).toBeLessThan(0.045)
  })

  it('is the same for the same seed only', () => {
    expect(simulated(GM, 500, 1)).toEqual(simulated(GM, 500, 1))
    expect(simulated(GM, 500, 1).power).not.toBe(simulated(GM, 500, 2).power)
  })

  it('says how far it is', () => {
    const shares: number[] = []
    const { contrast } = designPower(GM, USUAL_LEVELS)
    const options = { contrast: contrast!, effect: 0.02, alpha: 0.05, draws: 40, seed: 1 }
    simulatePower(GM, { ...options, onProgress: share => shares.push(share) })
    expect(shares).toHaveLength(20)
    expect(shares.slice(0, 2)).toEqual([0, 0.05])
  })

  it('refuses a break larger than the prevalence, and a panel of several sizes', () => {
    expect(() => simulated({ ...GM, n: [30, 30, 30] }, 10)).toThrow('cannot be drawn')
    expect(() => simulated({ ...LASA, n: [400, 400, 300, 400] }, 10)).toThrow('one number of people only')
  })
})
