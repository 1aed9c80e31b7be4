import { describe, expect, test } from 'vitest'
import { type AgeInterval, ageMatchedChange } from '../../src/panel/age-matched.ts'
import { lasaPanel, type Visit } from './lasa-panel.ts'
import { expectClose, hasReference, readReference } from './reference.ts'

const CASES = 'method/03_individual_a.json'

function matched(intervals: readonly AgeInterval[]) {
  const found = ageMatchedChange(intervals)
  if (found.reason !== null) throw new Error(found.reason)
  return found
}

describe.skipIf(!hasReference(CASES))('change at equal ages (skipped without ../shared)', () => {
  test('equals svyglm with the person as cluster', () => {
    const { age_matched_change: expected } = JSON.parse(readReference(CASES))
    const found = matched([...intervals(2, false), ...intervals(3, true)])
    expect([found.nIntervals, found.nPersons]).toEqual([expected.n_rows, expected.n_persons])
    expect(found.names).toEqual(['intercept', 'post', '80-84', '85-89', 'female'])
    expectClose(found.beta, expected.beta)
    expectClose(found.se, expected.se)
    expect(found.df).toBe(expected.df)
    expectClose(found.postEffect, expected.post_effect)
    expectClose(found.ci95, expected.post_ci, 1e-7)
    expectClose(found.crude.pre, expected.crude.pre)
    expectClose(found.crude.post, expected.crude.post)
  })
})

function intervals(wave: number, post: boolean): AgeInterval[] {
  const visits = lasaPanel().filter(({ fate }) => fate === 'observed')
  const later = new Map(visits.filter(visit => visit.wave === wave + 1).map(visit => [visit.person, visit]))
  const between = (first: Visit) => {
    const second = later.get(first.person)
    if (second === undefined) return []
    const { person, age, female } = first
    return [
      { person, age, female, change: second.score - first.score, years: second.time - first.time, post },
    ]
  }
  return visits.filter(visit => visit.wave === wave).flatMap(between)
}

/** Invented: thirty people with an interval before and one during the programme. */
const invented: AgeInterval[] = Array.from({ length: 60 }, (_, i) => {
  const [person, post] = [i % 30, i >= 30]
  const age = 75 + (person % 10) + (post ? 3 : 0)
  const change = 0.4 * (age >= 80 ? 1 : 0) + (post ? 0.9 : 0) + Math.sin(9 * i)
  return { person, age, female: person % 2 === 0, change, years: 3, post }
})

describe('change at equal ages', () => {
  test('does not see a person who is in twice as two', () => {
    const apart = invented.map((interval, i) => ({ ...interval, person: i }))
    const shifted = invented.map(interval => ({
      ...interval,
      change: interval.change + 3 * (Number(interval.person) % 3),
    }))
    expect(matched(shifted).postEffect).toBeCloseTo(
      matched(shifted.map((interval, i) => ({ ...interval, person: i }))).postEffect,
      12,
    )
    const shiftedApart = shifted.map((interval, i) => ({ ...interval, person: i }))
    expect(matched(shifted).postSe).toBeLessThan(0.8 * matched(shiftedApart).postSe)
    expect(matched(apart).nPersons).toBe(60)
  })

  test('leaves out ages outside the bands, columns of empty bands and of one sex', () => {
    const older = { ...invented[0], person: 'old', age: 90, change: 11 }
    expect(matched([...invented, older])).toEqual(matched(invented))
    expect(matched(invented).names).toEqual(['intercept', 'post', '80-84', '85-89', 'female'])
    const young = invented.map(interval => ({ ...interval, age: 77, female: true }))
    expect(matched(young).names).toEqual(['intercept', 'post'])
    expect(matched(young).postEffect).toBeCloseTo(matched(young).crude.post - matched(young).crude.pre, 12)
  })

  test('needs intervals before and during the programme that differ in more than that', () => {
    expect(ageMatchedChange(invented.filter(({ post }) => post)).reason).toBe('no_intervals_before')
    expect(ageMatchedChange([]).reason).toBe('no_intervals_before')
    expect(ageMatchedChange(invented.filter(({ post }) => !post)).reason).toBe('no_intervals_after')
    const oneBandEach = invented.map(interval => ({ ...interval, age: interval.post ? 82 : 77 }))
    expect(ageMatchedChange(oneBandEach).reason).toBe('singular_design')
    expect(ageMatchedChange([invented[0], invented[30]]).reason).toBe('no_df')
    const alike = invented.map(interval => ({ ...interval, change: 0 }))
    expect(ageMatchedChange(alike).reason).toBe('no_variance')
  })

  test('refuses an interval that takes no time', () => {
    expect(() => ageMatchedChange([...invented, { ...invented[0], years: 0 }])).toThrow(/takes 0 years/)
  })
})
