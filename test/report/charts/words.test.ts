import { describe, expect, it } from 'vitest'
import type { BreakEntry, Results } from '../../../src/core/results.ts'
import type { FigureKind } from '../../../src/report/charts/figure-spec.ts'
import { figures } from '../../../src/report/charts/figures.ts'
import { chartFixture } from './fixtures.ts'

function title(results: Results, kind: FigureKind, language: 'nl' | 'en' = 'nl'): string {
  return figures(results, language).find(figure => figure.kind === kind)!.title
}

function withBreak(change: Partial<BreakEntry>): Results {
  const results = chartFixture()
  return { ...results, breaks: results.breaks.map(entry => ({ ...entry, ...change })) }
}

describe('the title of the trend', () => {
  it('never calls an open outcome a continuation', () => {
    expect(title(chartFixture(), 'trend')).toBe(
      '56 procent van de 75-plussers is eenzaam; trendbreuk niet vast te stellen',
    )
    expect(title(chartFixture(), 'trend', 'en')).toBe(
      '56% of people aged 75 and over are lonely; a trend break cannot be determined',
    )
  })

  it.each([
    [{ class: 'turnaround', strength: 'strong' }, 'omkering van de trend'],
    [{ class: 'turnaround', strength: 'moderate' }, 'aanwijzing voor omkering van de trend'],
    [{ class: 'flattening', strength: 'moderate' }, 'aanwijzing voor afvlakking van de trend'],
    [{ class: 'acceleration', strength: 'strong' }, 'versnelling van de stijging'],
    [{ class: 'continuation', subclass: 'of_rise' }, 'de stijging zet door'],
    [{ class: 'continuation', subclass: 'of_decline' }, 'de daling zet door'],
    [{ class: 'not_assessable', reason: 'no_post_wave' }, 'trendbreuk nog niet te bepalen'],
    [{ class: 'not_assessable', reason: 'fewer_than_two_pre_waves' }, 'trendbreuk niet te bepalen'],
  ] as const)('words %o as "%s"', (change, words) => {
    expect(title(withBreak(change), 'trend')).toBe(`56 procent van de 75-plussers is eenzaam; ${words}`)
  })
})

describe('the title of the break', () => {
  it('gives the interval where the outcome is open, the difference where it is not', () => {
    expect(title(chartFixture(), 'break')).toBe(
      'Of de trend in 2020 is gebroken, is niet vast te stellen: het verschil met de verwachting ligt tussen −5,1 en +0,3 procentpunt',
    )
    expect(title(chartFixture('turnaround'), 'break')).toBe(
      'Percentage eenzaam in 2020 8,0 procentpunt lager dan de eerdere trend liet verwachten: omkering',
    )
  })
})

describe('the other titles', () => {
  it('say only what the intervals carry', () => {
    const results = chartFixture()
    expect(title(results, 'severity')).toMatch(/sociale eenzaamheid komt vaker voor dan emotionele$/)
    expect(title(results, 'age')).toMatch(/^Eenzaamheid het hoogst bij 90-plussers/)
    expect(title(results, 'age-sex')).toBe(
      'In 2 van de 4 leeftijdsgroepen zijn vrouwen duidelijk vaker eenzaam dan mannen',
    )
    expect(title(results, 'change')).toMatch(/^Of het percentage .* is veranderd, is niet vast te stellen/)
    expect(title(chartFixture('turnaround'), 'change')).toMatch(/^Percentage .* met 5,3 procentpunt gedaald/)
    expect(title(results, 'municipalities')).toBe('In de 8 getoonde gemeenten is 55 tot 60 procent eenzaam')
  })

  it('do not name a highest age where intervals overlap', () => {
    const results = chartFixture()
    const estimates = results.estimates.map(entry =>
      entry.domain.age === undefined ? entry : { ...entry, low: 0.3, high: 0.8 },
    )
    expect(title({ ...results, estimates }, 'age')).toBe(
      'Geen duidelijk verschil in eenzaamheid tussen leeftijdsgroepen',
    )
  })

  it('do not say more or fewer people where the interval holds 0', () => {
    const results = chartFixture()
    const decompositions = results.decompositions.map(entry => ({ ...entry, seTotal: 1e6 }))
    expect(title({ ...results, decompositions }, 'number')).toBe(
      'Of er meer of minder 75-plussers eenzaam zijn dan in 2012, is niet vast te stellen',
    )
  })
})

describe('waves without a year in their name', () => {
  it('get the year of their fieldwork', () => {
    const [trend] = figures(chartFixture('long'), 'nl')
    expect(trend.alt.short).toContain('34% in 1992 (meting B) en 35% in 2024 (meting O)')
  })
})
