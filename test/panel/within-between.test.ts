import { describe, expect, test } from 'vitest'
import type { GrowthRecord } from '../../src/panel/growth.ts'
import { fixedEffects, withinBetween } from '../../src/panel/within-between.ts'
import { lasaPanel } from './lasa-panel.ts'
import { lme4Case } from './lme4-cases.ts'
import { expectClose, hasReference, readReference, readRows } from './reference.ts'

const CASES = 'method/03_individual_a.json'

function splitOf(records: readonly GrowthRecord[]) {
  const split = withinBetween(records)
  if (split.reason !== null) throw new Error(split.reason)
  return split
}

describe.skipIf(!hasReference(CASES))('within and between people (skipped without ../shared)', () => {
  test('equals lme4', () => {
    const { growth_within_between: expected } = JSON.parse(readReference(CASES))
    const found = splitOf(lasaPanel().filter(({ fate, wave }) => fate === 'observed' && wave <= 3))
    expect(found.names).toEqual(['intercept', 'within', 'between', 'female'])
    expectClose(found.beta, expected.beta, 1e-6)
    expectClose(found.se, expected.se, 1e-5)
    expectClose(found.fixedEffects.value, expected.beta[1], 1e-6)
  })

  test('fixed effects of sleepstudy equal lm with a dummy per person', () => {
    const rows = readRows('panel/lme4_sleepstudy.csv')
    const found = fixedEffects(
      rows.map(row => row.Subject),
      rows.map(row => Number(row.Days)),
      rows.map(row => Number(row.Reaction)),
    )
    expectClose(found?.value, 10.467285959595964, 1e-10)
    expectClose(found?.se, 0.8042214290994326, 1e-10)
    expect(found?.df).toBe(161)
  })
})

test.each(['slope', 'edge', 'twice'])('the split of an invented panel equals lme4 and lm: %s', id => {
  const { records, withinBetween: expected } = lme4Case(id)
  const found = splitOf(records)
  expectClose(found.beta, expected.beta, 1e-6)
  expectClose(found.se, expected.se, 1e-5)
  expectClose(found.difference.value, expected.difference, 1e-6)
  expectClose(found.difference.se, expected.seDifference, 1e-5)
  expectClose(found.fixedEffects.value, expected.fixedEffects)
  expectClose(found.fixedEffects.se, expected.seFixedEffects)
  expect(found.fixedEffects.df).toBe(expected.dfFixedEffects)
})

/** Invented: people of later cohorts score lower, everybody rises with age. */
const visits: GrowthRecord[] = Array.from({ length: 200 }, (_, i) => {
  const [person, visit] = [i % 50, Math.floor(i / 50)]
  const born = (person % 10) - 5
  const age = 78 - born + 3 * visit
  const score = 4 + 0.1 * (age - 80) - 0.3 * born + Math.sin(person) + 0.3 * Math.cos(13 * i)
  return { person, age, female: person % 3 === 0, score }
})

describe('the split', () => {
  test('parts ageing from cohorts', () => {
    const { within, between, difference, fixedEffects: fixed } = splitOf(visits)
    expect(within.value).toBeCloseTo(1, 0)
    expect(between.value).toBeCloseTo(4, 0)
    expect(difference.value).toBeCloseTo(between.value - within.value, 12)
    expect(difference.p).toBeLessThan(0.001)
    expect(within.value).toBeCloseTo(fixed.value, 6)
    expect(within.ci95[0]).toBeLessThan(within.value)
  })

  test('is refused with one record per person, or where nobody grows older', () => {
    expect(withinBetween(visits.slice(0, 50)).reason).toBe('one_observation_per_person')
    expect(
      withinBetween(visits.map(record => ({ ...record, age: 80 + (Number(record.person) % 7) }))).reason,
    ).toBe('singular_design')
  })
})
