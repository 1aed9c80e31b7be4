import { describe, expect, test } from 'vitest'
import type { Results } from '../../src/core/results.ts'
import { comparableEntries } from '../../src/pipeline/comparability.ts'
import { sourceRegister } from '../../src/pipeline/source-register.ts'
import { contextOf } from '../../src/report/context.ts'
import { comparabilitySection } from '../../src/report/sections/comparability.ts'
import { crudeTable } from '../../src/report/sections/series-tables.ts'
import { studiesSection } from '../../src/report/sections/studies.ts'
import { studyOf } from '../pipeline/study-of.ts'
import { waveOf } from '../pipeline/wave-entry-of.ts'
import { unescaped } from './page-text.ts'
import { resultsFixture } from './results-fixture.ts'

/** The fixture beside published figures of CBS, and a wave of LASA that should have come. */
function withCbs(): Results {
  const results = resultsFixture()
  const cbs = waveOf({
    source: 'cbs',
    wave: '2019',
    instrument: 'djg6',
    subscaleCutoff: 1,
    mode: 'web+paper',
    ageRange: null,
    records: null,
    nTarget: null,
    weight: null,
    published: { cites: ['CBS, StatLine 85766NED, 2019'], model: false },
  })
  const waves = [...results.waves, cbs]
  const estimates = [
    ...results.estimates,
    ...results.estimates
      .filter(({ wave }) => wave === '2016')
      .map(entry => ({ ...entry, source: 'cbs', wave: '2019', instrument: 'djg6' })),
  ]
  const planned = [{ source: 'lasa', wave: 'K', expected: '2020-06-30' }]
  return {
    ...results,
    waves,
    estimates,
    register: sourceRegister(studyOf({ planned }), waves),
    comparability: comparableEntries(waves, estimates),
    warnings: [
      ...results.warnings,
      {
        code: 'wave_overdue',
        message: 'late',
        source: 'lasa',
        wave: 'K',
        values: { expected: '2020-06-30', on: '2020-12-18' },
      },
      { code: 'cutoffs_differ', message: 'differ', values: { definitions: 'djg11, strong' } },
      { code: 'population_differs', message: 'differ', values: { ages: '15, 18' } },
    ],
  }
}

const lines = (html: string) =>
  unescaped(html.replace(/<[^>]+>/g, '\n'))
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

test('a study whose questionnaire changed says with each figure which one it was', () => {
  const results = resultsFixture()
  const waves = results.waves.map((wave, i) => (i === 2 ? { ...wave, instrument: 'djg6' } : wave))
  const table = crudeTable(contextOf({ ...results, waves }, 'nl'))
  expect(String(table).match(/De Jong Gierveld, (11|6) vragen/g)).toEqual([
    'De Jong Gierveld, 11 vragen',
    'De Jong Gierveld, 11 vragen',
    'De Jong Gierveld, 6 vragen',
  ])
  expect(String(crudeTable(contextOf(results, 'nl')))).not.toMatch(/Gierveld/)
})

describe('Tabel 1', () => {
  const { body } = studiesSection(contextOf(withCbs(), 'nl'))
  const text = lines(body.text)

  test('has a row for a wave that should have come, and says against which day it is late', () => {
    expect(text).toEqual(expect.arrayContaining(['LASA K', 'verwacht op 30 juni 2020: te laat']))
    expect(text.at(-1)).toBe(
      'Of een verwachte meting te laat is, is beoordeeld op 18 december 2020, de laatste dag van het veldwerk in dit rapport.',
    )
  })

  test('takes the ages of published figures from what is known of the study', () => {
    expect(text).toContain('15 jaar en ouder')
    expect(text).toContain('online en schriftelijk')
  })
})

describe('Vergelijkbaarheid', () => {
  const { body } = comparabilitySection(contextOf(withCbs(), 'nl'))
  const text = lines(body.text)

  test('has a card for each study that was used, and none for one that is to come', () => {
    const titles = [...body.text.matchAll(/<h4[^>]*>([^<]*)/g)].map(([, title]) => title)
    expect(titles).toEqual(['Gezondheidsmonitor Volwassenen en Ouderen', 'CBS Sociale samenhang en welzijn'])
  })

  test('does not give published figures a cut-off that nobody published', () => {
    expect(text).toContain(
      'De Jong Gierveld, 6 vragen; eenzaam en sterk eenzaam zoals gepubliceerd, grens niet vermeld',
    )
    expect(text).not.toContain(
      'De Jong Gierveld, 6 vragen; eenzaam: score 2 of hoger, ernstig: score 5 of hoger',
    )
  })

  test('says what is kept apart, with the reason and what it holds for', () => {
    const table = body.text.slice(body.text.indexOf('id="kept-apart"'))
    const cells = lines(table.slice(table.indexOf('<tbody>'), table.indexOf('</tbody>')))
    expect(cells).toEqual([
      'Gezondheidsmonitor Volwassenen en Ouderen (2012, 2016, 2020)',
      'CBS Sociale samenhang en welzijn (2019)',
      'andere vragenlijst',
      '75-plussers: alle maten',
      'Gezondheidsmonitor Volwassenen en Ouderen (2012, 2016)',
      'Gezondheidsmonitor Volwassenen en Ouderen (2020)',
      'andere laagste leeftijd',
      'alle leeftijden in het onderzoek: alle maten',
    ])
  })

  test('tells the values of its warnings in words', () => {
    expect(text).toContain('LASA K, verwacht op 30 juni 2020, beoordeeld op 18 december 2020')
    expect(text).toContain('ernstig: 9 of hoger van 11, sterk: zoals gepubliceerd, grens niet vermeld')
    expect(text).toContain('jongste leeftijd 15, 18 jaar')
  })

  test('shows signs, not figures, for a bridge that is hidden', () => {
    const results = withCbs()
    const bridges = results.bridges.map(entry => ({
      ...entry,
      n: null,
      p6: null,
      shown: false,
      reason: 'suppressed_n',
      crosswalks: [],
    }))
    const hidden = comparabilitySection(contextOf({ ...results, bridges }, 'nl')).body.text
    const table = hidden.slice(hidden.indexOf('id="bridge"'))
    const cells = table.slice(table.indexOf('<tbody>'), table.indexOf('</tbody>'))
    expect(cells.match(/aria-hidden="true">x</g)).toHaveLength(27)
    expect(cells).not.toMatch(/\d%/)
  })
})
