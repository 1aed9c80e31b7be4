import { describe, expect, test } from 'vitest'
import { type MixedFit, mixedModel } from '../../src/panel/mixed-model.ts'
import type { MixedData } from '../../src/panel/mixed-products.ts'
import { expectClose, hasReference, readReference, readRows } from './reference.ts'

const CASES = 'panel/panel.json'

interface Component {
  readonly grp: string
  readonly var1: string | null
  readonly var2: string | null
  readonly vcov: number
}

function caseOf(id: string) {
  return JSON.parse(readReference(CASES)).cases.find((entry: { id: string }) => entry.id === id)
}

function component(components: readonly Component[], var1: string | null, var2: string | null = null) {
  return components.find(found => found.var1 === var1 && found.var2 === var2)?.vcov ?? null
}

function fitOf(...parameters: Parameters<typeof mixedModel>): MixedFit {
  const fit = mixedModel(...parameters)
  if (fit.kind === 'none') throw new Error(fit.reason)
  return fit
}

function sleep(): MixedData {
  const rows = readRows('panel/lme4_sleepstudy.csv')
  const days = rows.map(row => Number(row.Days))
  return {
    person: rows.map(row => row.Subject),
    outcome: rows.map(row => Number(row.Reaction)),
    fixed: [days.map(() => 1), days],
    slope: days,
  }
}

describe.skipIf(!hasReference(CASES))('lme4 on published data (skipped without ../shared)', () => {
  test.each([
    ['slope', 'correlated', 'REML'],
    ['slope', 'correlated', 'ML'],
    ['uncorr', 'uncorrelated', 'REML'],
    ['uncorr', 'uncorrelated', 'ML'],
    ['intercept', 'intercept', 'REML'],
    ['intercept', 'intercept', 'ML'],
  ] as const)('sleepstudy: %s %s %s', (name, structure, method) => {
    const { result } = caseOf(`sleepstudy/${name}/REML${method === 'REML' ? 'TRUE' : 'FALSE'}`)
    const fit = fitOf(sleep(), structure, method)
    expectClose(fit.beta, Object.values<number>(result.fixef), 1e-9)
    expectClose(fit.se, result.se, 1e-4)
    expectClose(fit.vcov, result.vcov, 1e-4)
    expectClose(fit.varIntercept, component(result.varcomp, '(Intercept)'), 1e-4)
    expectClose(fit.varSlope, component(result.varcomp, 'Days'), 1e-4)
    expectClose(fit.cov, component(result.varcomp, '(Intercept)', 'Days'), 1e-4)
    expectClose(fit.residVar, component(result.varcomp, null), 1e-4)
    expectClose(fit.criterion, result.REMLcrit_or_deviance, 1e-10)
    expect(fit.criterion).toBeLessThan(result.REMLcrit_or_deviance + 1e-9)
    expect(fit.singular).toBe(false)
  })

  test('sleepstudy: share of the variance that lies between people', () => {
    const { icc, icc_days } = caseOf('sleepstudy/icc_null')
    const { person, outcome, fixed } = sleep()
    const share = ({ varIntercept, residVar }: MixedFit) => varIntercept / (varIntercept + residVar)
    expectClose(share(fitOf({ person, outcome, fixed: [fixed[0]], slope: null }, 'intercept')), icc, 1e-4)
    expectClose(share(fitOf({ person, outcome, fixed, slope: null }, 'intercept')), icc_days, 1e-4)
  })

  test('Orthodont: age and sex with their product', () => {
    const { result } = caseOf('orthodont/lmer')
    const rows = readRows('panel/nlme_orthodont.csv')
    const age = rows.map(row => Number(row.age) - 11)
    const male = rows.map(row => (row.Sex === 'Male' ? 1 : 0))
    const product = age.map((value, i) => value * male[i])
    const fixed = [age.map(() => 1), age, male, product]
    const outcome = rows.map(row => Number(row.distance))
    const fit = fitOf({ person: rows.map(row => row.Subject), outcome, fixed, slope: null }, 'intercept')
    expectClose(fit.beta, Object.values<number>(result.fixef), 1e-8)
    expectClose(fit.se, result.se, 1e-4)
    expectClose(fit.varIntercept, component(result.varcomp, '(Intercept)'), 1e-4)
    expectClose(fit.residVar, component(result.varcomp, null), 1e-4)
    expectClose(fit.criterion, result.REMLcrit_or_deviance, 1e-10)
  })
})

/** Invented: 60 people seen four times, from 70 or older, with lines of their own. */
function people(slopes: (person: number) => number, noise: (i: number) => number) {
  const rows = Array.from({ length: 240 }, (_, i) => ({ person: `p${i % 60}`, at: Math.floor(i / 60) }))
  const age = rows.map(({ at }, i) => ((i % 60) % 7) * 0.3 + at * 0.3 - 1)
  const outcome = rows.map((_, i) => 2 + Math.sin(i % 60) + (1 + slopes(i % 60)) * age[i] + noise(i))
  const fixed = [age.map(() => 1), age]
  return { person: rows.map(row => row.person), outcome, fixed, slope: age }
}

const noise = (i: number) => Math.sin(37.7 * i) + Math.cos(11.3 * i * i)

describe('a mixed model', () => {
  const data = people(person => Math.cos(5 * person), noise)

  test('is the same whatever the order of the records and the units of the slope', () => {
    const fit = fitOf(data, 'correlated')
    const turned = fitOf(
      {
        person: data.person.toReversed(),
        outcome: data.outcome.toReversed(),
        fixed: [data.fixed[0], data.fixed[1].toReversed().map(value => 12 * value)],
        slope: data.slope.toReversed().map(value => 12 * value),
      },
      'correlated',
    )
    expectClose(turned.beta[1] * 12, fit.beta[1], 1e-8)
    expectClose((turned.varSlope ?? Number.NaN) * 144, fit.varSlope, 1e-5)
    expectClose(turned.varIntercept, fit.varIntercept, 1e-5)
    expectClose(turned.criterion + 2 * Math.log(1 / 12), fit.criterion, 1e-9)
  })

  test('on the edge is called singular: people whose slopes differ less than by chance', () => {
    const bowl = (i: number) => [1, -1, -1, 1][Math.floor(i / 60)]
    const alike = people(() => 0, bowl)
    expect(fitOf(alike, 'correlated').singular).toBe(true)
    expect(fitOf(data, 'correlated').singular).toBe(false)
  })

  test('of one record per person is refused', () => {
    const person = data.person.map((_, i) => i)
    expect(mixedModel({ ...data, person }, 'intercept')).toEqual({
      kind: 'none',
      reason: 'one_observation_per_person',
    })
    expect(mixedModel({ person: [], outcome: [], fixed: [[]], slope: [] }, 'intercept')).toEqual({
      kind: 'none',
      reason: 'no_records',
    })
  })

  test('has no random slope where nobody was seen three times, or at one age only', () => {
    const twice = (values: readonly number[]) => values.slice(0, 120)
    const two = {
      person: data.person.slice(0, 120),
      outcome: twice(data.outcome),
      fixed: data.fixed.map(twice),
      slope: twice(data.slope),
    }
    expect(mixedModel(two, 'correlated')).toEqual({ kind: 'none', reason: 'not_identified' })
    expect(mixedModel(two, 'intercept').kind).toBe('fit')
    const still = { ...data, slope: data.slope.map(() => 0.5) }
    expect(mixedModel(still, 'correlated')).toEqual({ kind: 'none', reason: 'not_identified' })
  })

  test('needs columns that differ and an outcome that varies within people', () => {
    const [one, age] = data.fixed
    expect(mixedModel({ ...data, fixed: [one, age, age] }, 'intercept')).toEqual({
      kind: 'none',
      reason: 'singular_design',
    })
    const outcome = data.person.map(id => Number(id.slice(1)) % 5)
    expect(mixedModel({ ...data, fixed: [one], outcome }, 'intercept')).toEqual({
      kind: 'none',
      reason: 'no_residual_variance',
    })
  })

  test('of 3,000 people seen ten times takes well under a second', () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => i)
    const age = rows.map(i => ((i % 3000) % 20) / 10 + Math.floor(i / 3000) * 0.3 - 1.5)
    const outcome = rows.map(i => 2 + 2 * Math.sin(i % 3000) + Math.cos(7 * (i % 3000)) * age[i] + noise(i))
    const start = performance.now()
    const fixed = [age.map(() => 1), age, rows.map(i => i % 2)]
    const fit = fitOf({ person: rows.map(i => i % 3000), outcome, fixed, slope: age }, 'correlated')
    expect(performance.now() - start).toBeLessThan(3000)
    expect(fit.nPersons).toBe(3000)
    expect(fit.varSlope).toBeGreaterThan(0.3)
  })
})
