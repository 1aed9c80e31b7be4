import { describe, expect, test } from 'vitest'
import { type Growth, type GrowthRecord, growthModel } from '../../src/panel/growth.ts'
import { mixedModel } from '../../src/panel/mixed-model.ts'
import { lasaPanel } from './lasa-panel.ts'
import { lme4Case } from './lme4-cases.ts'
import { expectClose, hasReference, readReference } from './reference.ts'

const CASES = 'method/03_individual_a.json'

function growthOf(records: readonly GrowthRecord[]): Growth {
  const growth = growthModel(records)
  if (growth.reason !== null) throw new Error(growth.reason)
  return growth
}

describe.skipIf(!hasReference(CASES))(
  'the growth model of the reference panel (skipped without ../shared)',
  () => {
    const before = () => lasaPanel().filter(({ fate, wave }) => fate === 'observed' && wave <= 3)

    test('equals lme4: random intercept and slope', () => {
      const { growth } = JSON.parse(readReference(CASES))
      const found = growthOf(before())
      expect([found.nRecords, found.nPersons]).toEqual([growth.n_obs, growth.n_id])
      expect(found.names).toEqual(['intercept', 'age', 'female'])
      expectClose(found.beta, growth.beta, 1e-6)
      expectClose(found.se, growth.se, 1e-5)
      expectClose(found.vcov, growth.vcov, 1e-4)
      expectClose(found.varIntercept, growth.var_intercept, 1e-4)
      expectClose(found.varSlope, growth.var_slope, 1e-4)
      expectClose(found.cov, growth.cov, 1e-4)
      expectClose(found.residVar, growth.resid_var, 1e-4)
      expectClose(found.remlCrit, growth.reml_crit, 1e-9)
      expectClose(found.logLik, growth.logLik_REML, 1e-9)
      expect(found.remlCrit).toBeLessThan(growth.reml_crit + 1e-8)
      expect(found.flags).toEqual([])
    })

    test('equals lme4 with a random intercept alone', () => {
      const { growth_random_intercept: expected } = JSON.parse(readReference(CASES))
      const records = before()
      const a = records.map(({ age }) => (age - 80) / 10)
      const fit = mixedModel(
        {
          person: records.map(({ person }) => person),
          outcome: records.map(({ score }) => score),
          fixed: [a.map(() => 1), a, records.map(({ female }) => Number(female))],
          slope: null,
        },
        'intercept',
      )
      if (fit.kind === 'none') throw new Error(fit.reason)
      expectClose(fit.beta, expected.beta, 1e-6)
      expectClose(fit.se, expected.se, 1e-5)
      expectClose(fit.varIntercept, expected.var_intercept, 1e-4)
      expectClose(fit.residVar, expected.resid_var, 1e-4)
      expectClose(fit.criterion, expected.reml_crit, 1e-9)
    })
  },
)

describe('the growth model of invented panels equals lme4', () => {
  test.each([
    ['slope', []],
    ['edge', ['singular_fit']],
    ['twice', ['slope_not_identified']],
  ])('%s', (id, flags) => {
    const { records, correlated, intercept } = lme4Case(id)
    const found = growthOf(records)
    const expected = flags.length === 0 ? correlated! : intercept
    expect(found.flags).toEqual(flags)
    expectClose(found.beta, expected.beta, 1e-6)
    expectClose(found.se, expected.se, 1e-5)
    expectClose(found.varIntercept, expected.varIntercept, 1e-4)
    expectClose(found.varSlope, expected.varSlope, 1e-4)
    expectClose(found.cov, expected.cov, 1e-4)
    expectClose(found.residVar, expected.residVar, 1e-4)
    expectClose(found.remlCrit, expected.remlCrit, 1e-9)
    for (const [j, [low, high]] of found.ci95.entries()) {
      expectClose(high - low, 2 * 1.959963984540054 * found.se[j], 1e-9)
      expectClose((high + low) / 2, found.beta[j], 1e-9)
    }
  })
})

/** Invented: 40 people seen at four ages. */
function visits(score: (person: number, visit: number) => number): GrowthRecord[] {
  return Array.from({ length: 160 }, (_, i) => {
    const [person, visit] = [i % 40, Math.floor(i / 40)]
    const age = 75 + (person % 9) + 3 * visit
    return { person, age, female: person % 2 === 0, score: score(person, visit) }
  })
}

describe('a growth model', () => {
  const bowl = (visit: number) => [1, -1, -1, 1][visit]

  test('drops a slope on the edge and says so', () => {
    const found = growthOf(visits((person, visit) => 5 + 2 * Math.sin(person) + bowl(visit)))
    expect(found.flags).toEqual(['singular_fit'])
    expect(found.varSlope).toBeNull()
    expect(found.varIntercept).toBeGreaterThan(1)
  })

  test('says where people do not differ at all: the intervals are those of least squares', () => {
    const found = growthOf(visits((person, visit) => 5 + Math.cos(11 * person + 40 * visit)))
    expect(found.flags).toEqual(['singular_fit', 'no_person_variance'])
    expect(found.icc).toBeLessThan(1e-6)
  })

  test('of one sex has no column for it', () => {
    const women = visits((person, visit) => 5 + 2 * Math.sin(person) + Math.cos(7 * person * visit))
    const found = growthOf(women.filter(({ female }) => female))
    expect(found.names).toEqual(['intercept', 'age'])
  })

  test('is refused with one observation per person, or with scores that never change', () => {
    const once = visits(person => person).slice(0, 40)
    expect(growthModel(once)).toEqual({
      nRecords: 40,
      nPersons: 40,
      reason: 'one_observation_per_person',
    })
    expect(growthModel([]).reason).toBe('no_records')
    expect(growthModel(visits(person => person % 5)).reason).toBe('no_residual_variance')
  })
})
