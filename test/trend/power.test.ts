import { describe, expect, it } from 'vitest'
import type { EjzError } from '../../src/core/error.ts'
import { minimalDetectable } from '../../src/trend/detectable.ts'
import { designPower } from '../../src/trend/power.ts'
import { type PowerDesign, serialCorrelation } from '../../src/trend/power-design.ts'
import { USUAL_LEVELS } from '../../src/trend/power-levels.ts'
import { requiredN } from '../../src/trend/required-n.ts'
import { GM, powerReference, referenceDesign } from './power-reference.ts'
import { expectClose } from './reference.ts'

describe('the power of a design', () => {
  it.skipIf(powerReference === null)('equals R on every scenario (skipped without ../shared)', () => {
    const { scenarios, power, alpha, z_sum } = powerReference!
    expectClose(minimalDetectable(1, alpha, power), z_sum)
    expect(Object.keys(scenarios)).toHaveLength(8)
    for (const { input, result } of Object.values(scenarios)) {
      const found = designPower(referenceDesign(input), { alpha, power })
      expectClose(found.contrast ?? undefined, result.contrast)
      expectClose(found.seDelta, result.se_delta)
      expectClose(100 * found.mdeDelta!, result.mde_delta_pp)
      expectClose(100 * found.mdeSlopePerYear!, result.mde_slope_change_pp_per_year)
      expectClose(100 * found.provableMargin!, result.min_provable_margin_pp_if_zero)
      expectClose(found.seChange, result.se_change)
      expectClose(100 * found.mdeChange!, result.mde_change_pp)
      expectClose(100 * found.halfWidthPost, result.ci_halfwidth_single_wave_pp)
    }
  })

  it.skipIf(powerReference === null)(
    'equals R on a change between two waves (skipped without ../shared)',
    () => {
      const { se, mde_pp } = powerReference!.cbs_change_2017_2019
      const { t, n } = { t: [2017.5, 2019.5], n: [640, 640] }
      const design = { ...GM, times: t, n, deff: [1.2, 1.2], p: 0.42, pre: [0], post: 1 }
      const { seChange, mdeChange } = designPower(design, USUAL_LEVELS)
      expectClose(seChange, se)
      expectClose(100 * mdeChange!, mde_pp)
    },
  )

  it('of three large waves is a break of 1.91 points, of 3.93 with an error of half a point a wave', () => {
    expectClose(designPower(GM, USUAL_LEVELS).mdeDelta, 0.01909478074171699)
    expectClose(designPower({ ...GM, tau: 0.005 }, USUAL_LEVELS).mdeDelta, 0.039267577102138462)
  })

  it('keeps only the change with one wave before the start', () => {
    const { reason, seDelta, mdeDelta, mdeSlopePerYear, provableMargin, mdeChange } = designPower(
      { ...GM, pre: [1] },
      USUAL_LEVELS,
    )
    expect({ reason, seDelta, mdeDelta, mdeSlopePerYear, provableMargin }).toEqual({
      reason: 'fewer_than_two_pre_waves',
      seDelta: null,
      mdeDelta: null,
      mdeSlopePerYear: null,
      provableMargin: null,
    })
    expectClose(mdeChange, 0.010586451067605775)
    expect(designPower({ ...GM, pre: [] }, USUAL_LEVELS)).toMatchObject({
      reason: 'no_pre_wave',
      mdeChange: null,
    })
  })

  it('weighs the line by precision as a break is judged, which finds a little more', () => {
    const n = [400, 4000, 4000, 4000]
    const unequal: PowerDesign = {
      ...GM,
      times: [2004, 2008, 2012, 2020],
      n,
      deff: [1, 1, 1, 1],
      pre: [0, 1, 2],
      post: 3,
    }
    const alike = designPower({ ...unequal, line: 'equal' }, USUAL_LEVELS).mdeDelta!
    expect(designPower(unequal, USUAL_LEVELS).mdeDelta).toBeLessThan(alike)
  })

  it('has no slope where the judged wave is not after the start', () => {
    expect(designPower({ ...GM, t0: 2021 }, USUAL_LEVELS).mdeSlopePerYear).toBeNull()
  })

  it('is refused where no line can be drawn through waves that say the same', () => {
    const same = { ...GM, correlation: serialCorrelation(3, 1), n: [400, 400, 400], deff: [1, 1, 1] }
    expect(designPower(same, USUAL_LEVELS)).toMatchObject({ reason: 'singular_covariance', mdeDelta: null })
  })

  it.each([
    [{ p: 1 }, 'the prevalence cannot be 1'],
    [{ n: [45_000, 0, 65_000] }, 'the number of respondents cannot be 0'],
    [{ deff: [1, 1, Number.NaN] }, 'the design effect cannot be NaN'],
    [{ tau: -0.005 }, 'τ cannot be -0.005'],
    [{ times: [2012, 2012, 2020] }, 'the time of a wave cannot be 2012'],
    [{ post: 1 }, 'the position of the judged wave cannot be 1'],
    [{ correlation: serialCorrelation(3, 1.2) }, 'no people can answer with these correlations'],
  ])('refuses %j', (part, message) => {
    expect(() => designPower({ ...GM, ...part }, USUAL_LEVELS)).toThrow(message)
  })

  it.each([
    [0.05, 0.05, 'power-not-above-alpha'],
    [0.05, 1, 'power-impossible'],
    [0, 0.8, 'alpha-impossible'],
  ])('refuses α %d with power %d', (alpha, power, code) => {
    expect(() => designPower(GM, { alpha, power })).toThrow(
      expect.objectContaining({ code }) satisfies Partial<EjzError>,
    )
  })
})

describe('the number of respondents', () => {
  const planned = { ...GM, times: [2012, 2016, 2020] }

  it.each([
    [0.01, 209_801],
    [0.02, 52_451],
    [0.03, 23_312],
    [0.05, 8393],
  ])('for a break of %d is %d a wave, as in R', (effect, n) => {
    expect(requiredN(planned, effect, USUAL_LEVELS)).toBe(n)
  })

  it('is the way back from the detectable break', () => {
    const panel = { ...planned, correlation: serialCorrelation(3, 0.6), n: [731, 731, 731] }
    const mde = designPower(panel, USUAL_LEVELS).mdeDelta!
    expect(requiredN(panel, mde * (1 + 1e-12), USUAL_LEVELS)).toBe(731)
    const change = designPower(panel, USUAL_LEVELS).mdeChange!
    expect(requiredN(panel, change * (1 + 1e-12), USUAL_LEVELS, 'mdeChange')).toBe(731)
  })

  it('does not exist where the error of a wave is too large for any', () => {
    const noisy = { ...planned, tau: 0.005 }
    expect(requiredN(noisy, 0.0343, USUAL_LEVELS)).toBeNull()
    expect(requiredN(noisy, 0.0344, USUAL_LEVELS)).toBeGreaterThan(1_000_000)
  })

  it('is refused for no break at all', () => {
    expect(() => requiredN(planned, 0, USUAL_LEVELS)).toThrow('an effect of 0 needs more people')
  })
})
