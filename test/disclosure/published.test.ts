import { expect, test } from 'vitest'
import type { EstimateEntry } from '../../src/core/results.ts'
import type { DisclosureRules } from '../../src/disclosure/own-reason.ts'
import { publishedMarks } from '../../src/disclosure/published.ts'
import { disclose } from '../../src/disclosure/suppress.ts'
import { entry, resultsOf } from './entries.ts'

const RULES: DisclosureRules = { minN: 100, minEvents: 10, presentation: 'nchs' }

function figure(part: Partial<EstimateEntry>): EstimateEntry {
  const made = entry({ domain: { target: '75+' }, n: 800, events: 400 })
  const unknown = { events: null, nMissing: null, population: null, df: null, reporting: null }
  return { ...made, ...unknown, low: 0.48, high: 0.52, cite: 'verzonnen', flags: ['published'], ...part }
}

test('a published figure of few respondents is shown, with a mark', () => {
  const few = figure({ n: 40, neff: 40, low: 0.34, high: 0.66 })
  const [found] = disclose(resultsOf([few]), RULES).estimates
  expect(found).toEqual({ ...few, flags: ['published', 'small_n', 'unreliable'] })
  const surveyed = entry({ domain: { target: '75+' }, n: 40, events: 20 })
  expect(disclose(resultsOf([surveyed]), RULES).estimates[0].shown).toBe(false)
})

test('the presentation standard speaks only where the number of respondents is known', () => {
  expect(publishedMarks(figure({}), RULES)).toEqual([])
  expect(publishedMarks(figure({ neff: 25 }), RULES)).toEqual(['unreliable'])
  expect(publishedMarks(figure({ low: 0.3, high: 0.7 }), RULES)).toEqual(['unreliable'])
  expect(publishedMarks(figure({ n: null, neff: 25, low: 0.3, high: 0.7 }), RULES)).toEqual([])
  expect(publishedMarks(figure({ neff: 25 }), { ...RULES, presentation: 'off' })).toEqual([])
})

test('a published figure hides nothing of a survey, nor the other way round', () => {
  const men = figure({ domain: { target: '75+', sex: 'male' }, n: 30 })
  const all = figure({ domain: { target: '75+' } })
  const { estimates } = disclose(resultsOf([men, all]), RULES)
  expect(estimates.every(({ shown }) => shown)).toBe(true)
})
