import { describe, expect, test } from 'vitest'
import { contextOf } from '../../src/report/context.ts'
import { peopleEstimate } from '../../src/report/people-estimate.ts'
import { betweenPercent, betweenPersons, betweenPoints } from '../../src/report/phrases.ts'
import { resultsFixture } from './results-fixture.ts'

const [nl, en] = [contextOf(resultsFixture(), 'nl'), contextOf(resultsFixture(), 'en')]
const [estimate] = nl.results.estimates

describe('an interval in words', () => {
  test('of a percentage says between', () => {
    expect(betweenPercent(nl, { ...estimate, low: 0.544, high: 0.571 })).toBe('tussen 54 en 57 procent')
    expect(betweenPercent(en, { ...estimate, low: 0.5512, high: 0.561 })).toBe('between 55.1% and 56.1%')
  })

  test('never says between twice the same number', () => {
    expect(betweenPercent(nl, { ...estimate, low: 0.026, high: 0.034, neff: 900 })).toBe('afgerond 3 procent')
  })

  test('of a difference names the nearest bound first and the direction once', () => {
    expect(betweenPoints(nl, [-0.067, -0.033])).toBe('tussen 3,3 en 6,7 procentpunt lager')
    expect(betweenPoints(nl, [0.012, 0.05])).toBe('tussen 1,2 en 5,0 procentpunt hoger')
    expect(betweenPoints(en, [-0.004, 0.053])).toBe(
      'between 0.4 percentage points lower and 5.3 percentage points higher',
    )
  })

  test('of people does the same', () => {
    expect(betweenPersons(nl, [198_100, 224_000])).toBe('tussen 198.000 en 224.000')
    expect(betweenPersons(nl, [-30_000, -12_000])).toBe('tussen 12.000 en 30.000')
    expect(betweenPersons(en, [-12_000, 3000])).toBe('between 12,000 fewer and 3,000 more')
  })
})

describe('a number of people', () => {
  test('is the percentage of the register, not of the weights', () => {
    const entry = { ...estimate, value: 0.5, low: 0.4, high: 0.6, population: 10 }
    expect(peopleEstimate(nl, entry)).toEqual({
      number: '576.000',
      interval: '460.000 tot 691.000',
      bounds: [0.4 * 1_151_000, 0.6 * 1_151_000],
    })
  })

  test('is not given for a wave without register, or a percentage without interval', () => {
    expect(peopleEstimate(nl, { ...estimate, wave: '1992' })).toBeNull()
    expect(peopleEstimate(nl, { ...estimate, low: null })).toBeNull()
  })
})
