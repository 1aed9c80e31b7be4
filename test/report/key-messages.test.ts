import { describe, expect, test } from 'vitest'
import type { ChangeEntry, Results } from '../../src/core/results.ts'
import type { Language } from '../../src/core/study.ts'
import { contextOf } from '../../src/report/context.ts'
import { type KeyMessage, keyMessages } from '../../src/report/key-messages.ts'
import { resultsFixture, VARIANTS } from './results-fixture.ts'

function said(results: Results, about: KeyMessage['about'], language: Language = 'nl'): string | undefined {
  return keyMessages(contextOf(results, language)).find(message => message.about === about)?.text
}

function withChange(changes: Partial<ChangeEntry>): Results {
  const results = resultsFixture()
  return {
    ...results,
    changes: results.changes.map(entry =>
      entry.measure === 'lonely' && entry.standard === null && entry.from === '2016'
        ? { ...entry, ...changes }
        : entry,
    ),
  }
}

describe('the key messages', () => {
  test.each(VARIANTS)('are three to six, the answer first: %s', variant => {
    const messages = keyMessages(contextOf(resultsFixture(variant), 'nl'))
    expect(messages.length).toBeGreaterThanOrEqual(3)
    expect(messages.length).toBeLessThanOrEqual(6)
    expect(messages[0].about).toBe('answer')
    expect(messages[0].lead).not.toBe('')
  })

  test('give the percentage with its interval, and how many people that is', () => {
    expect(said(resultsFixture(), 'prevalence')).toBe(
      'In 2020 was 56,4 procent van de 75-plussers eenzaam (tussen 55,9 en 56,9 procent). Dat zijn naar schatting 823.000 mensen (tussen 816.000 en 831.000).',
    )
    expect(said(resultsFixture(), 'prevalence', 'en')).toBe(
      'In 2020, 56.4% of people aged 75 and over were lonely (between 55.9% and 56.9%). That is an estimated 823,000 people (between 816,000 and 831,000).',
    )
  })

  test('give no number of people where no register knows them', () => {
    const results = resultsFixture()
    const waves = results.waves.map(wave => ({ ...wave, targetPopulation: null }))
    expect(said({ ...results, waves }, 'prevalence')).not.toContain('mensen')
  })

  test('say of a suppressed figure that it is not shown', () => {
    const results = resultsFixture('suppressed-target')
    expect(said(results, 'prevalence')).toMatch(/is niet getoond: te weinig mensen/)
    expect(said(results, 'change')).toBe('De verandering sinds 2016 is niet getoond.')
  })

  test('use whole percentages where the interval is wide', () => {
    const results = resultsFixture()
    const estimates = results.estimates.map(entry => ({ ...entry, low: 0.54, high: 0.57, value: 0.5549 }))
    expect(said({ ...results, estimates }, 'prevalence')).toMatch(
      /was 55 procent .* \(tussen 54 en 57 procent\)/,
    )
  })
})

describe('the change since the wave before', () => {
  test('is a rise or a fall only where the interval and the corrected p agree', () => {
    expect(said(withChange({ diff: 0.031, ci95: [0.012, 0.05], pHolm: 0.004 }), 'change')).toBe(
      'Sinds 2016 is het percentage gestegen met 3,1 procentpunt (tussen 1,2 en 5,0 procentpunt hoger).',
    )
    expect(said(withChange({ diff: -0.031, ci95: [-0.05, -0.012], pHolm: 0.004 }), 'change')).toBe(
      'Sinds 2016 is het percentage gedaald met 3,1 procentpunt (tussen 1,2 en 5,0 procentpunt lager).',
    )
  })

  test('is a hint where only the single interval excludes zero', () => {
    expect(said(withChange({ diff: -0.021, ci95: [-0.04, -0.002], pHolm: 0.09 }), 'change')).toMatch(
      /lijkt het percentage gedaald met 2,1 procentpunt .* toeval/,
    )
  })

  test('cannot be determined where the interval holds zero, and is never called none', () => {
    const text = said(withChange({ diff: 0.003, ci95: [-0.005, 0.01], pHolm: 1 }), 'change')
    expect(text).toBe(
      'Of het percentage sinds 2016 is veranderd, is niet vast te stellen. Het verschil ligt tussen 0,5 procentpunt lager en 1,0 procentpunt hoger.',
    )
  })
})

describe('what ageing and growth did', () => {
  test('stands with interval and direction', () => {
    expect(said(resultsFixture(), 'ageing')).toMatch(
      /^Sinds 2012 .* verlaagde het percentage met 0,5 procentpunt \(tussen 0,4 en 0,5 procentpunt lager\)\.$/,
    )
    expect(said(resultsFixture(), 'people')).toMatch(
      /^In 2020 waren naar schatting 211\.000 méér .* \(tussen 198\.000 en 224\.000\)\. Door de groei .* 165\.000 bij\.$/,
    )
  })

  test('cannot be determined where the interval holds zero', () => {
    const results = resultsFixture()
    const decompositions = results.decompositions.map(entry =>
      entry.method === 'kitagawa' ? { ...entry, seComposition: 0.01 } : { ...entry, seTotal: 500_000 },
    )
    expect(said({ ...results, decompositions }, 'ageing')).toMatch(/niet vast te stellen/)
    expect(said({ ...results, decompositions }, 'people')).toMatch(
      /niet vast te stellen\. Het verschil ligt tussen 769\.000 minder en 1\.191\.000 meer/,
    )
  })
})
