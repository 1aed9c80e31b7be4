import { expect, test } from 'vitest'
import type { ProjectionEntry } from '../../src/core/results.ts'
import { contextOf } from '../../src/report/context.ts'
import { render } from '../../src/report/html.ts'
import { outlookSection } from '../../src/report/sections/outlook.ts'
import { allProjections, projectionOf } from './fixture/projections.ts'
import { resultsFixture } from './results-fixture.ts'

function page(projections: ProjectionEntry[], lang: 'nl' | 'en' = 'nl'): string {
  const section = outlookSection(contextOf({ ...resultsFixture(), projections }, lang))
  return section === null ? '' : render(section.body)
}

test('number, interval, share and chance stand in a row, with what a million would be', () => {
  const text = page([projectionOf({ scenario: 'constant', pOver1m: 0.634 })])
  expect(text).toContain('2030: de percentages blijven gelijk')
  expect(text).toContain('>1.280.000<')
  expect(text).toContain('>1.196.000 tot 1.366.000<')
  expect(text).toContain('>61%<')
  expect(text).toContain('>63%<')
  expect(text).toContain('Een miljoen eenzame mensen is dan 47,7% van hen.')
  expect(text).toContain('+467.000 (9.000)')
})

test('no scenario passes for a forecast, an effect or a certainty', () => {
  const text = page(allProjections())
  expect(text).toContain('Een scenario is geen voorspelling.')
  expect(text).toContain('Geen van de scenario’s is het effect van het programma.')
  expect(text).toContain('>meer dan 99%<')
  expect(text).not.toContain('100%')
  expect(text).toContain('De trend is een lijn door twee metingen.')
  expect(text).toContain('De prognose telt ook mensen in instellingen mee.')
})

test('rates that stay have no share in the change', () => {
  const split = { ...projectionOf().split!, rate: 0, seRate: 0 }
  expect(page([projectionOf({ scenario: 'constant', split })])).toContain('>0<')
})

test('without a number there is a reason and no table', () => {
  const refused = projectionOf({ L: null, reason: 'fewer_than_two_pre_waves' })
  expect(page([refused])).toBe(
    '<p>Er is geen vooruitblik. Er zijn minder dan twee metingen van vóór het programma.</p>',
  )
  expect(page([{ ...refused, reason: 'no_cells' }], 'en')).toContain(
    'The reason stands in the results: no_cells.',
  )
})

test('a year without a forecast is named beside one that has it', () => {
  const later = {
    year: 2040,
    scenario: 'constant',
    L: null,
    N: null,
    reason: 'forecast_year_missing',
  } as const
  const text = page([projectionOf(), projectionOf(later)])
  expect(text).toContain('Voor 2040 is er geen vooruitblik. De bevolkingsprognose gaat niet over dat jaar.')
})

test('nothing stands where nothing was asked', () => {
  expect(page([])).toBe('')
})
