import { expect, test } from 'vitest'
import type { EstimateEntry, Results } from '../../src/core/results.ts'
import { renderReport } from '../../src/report/page.ts'
import { pageText } from './page-text.ts'
import { resultsFixture } from './results-fixture.ts'

/** The last wave as if it had been published. */
function published(part: Partial<EstimateEntry>, flags: readonly string[]): Results {
  const results = resultsFixture()
  const last = results.waves.at(-1)!.wave
  const unknown = { events: null, nMissing: null, population: null, df: null, reporting: null }
  return {
    ...results,
    synthetic: false,
    warnings: [],
    waves: results.waves.map(wave =>
      wave.wave === last
        ? { ...wave, missingRule: null, records: null, published: { cites: ['Nota 1 <b>'], model: false } }
        : wave,
    ),
    estimates: results.estimates.map(entry =>
      entry.wave === last && entry.standard === null && entry.domain.target === '75+'
        ? { ...entry, ...unknown, ...part, flags: [...flags], cite: 'Nota 1 <b>' }
        : entry,
    ),
  }
}

const APPROXIMATE = ['published', 'rounded', 'approx_variance']

test('a published figure is marked, and its place stands below the table, escaped', async () => {
  const page = await renderReport(published({ interval: 'published' }, APPROXIMATE), { language: 'nl' })
  expect(page).toContain('Nota 1 &lt;b&gt;')
  expect(page).not.toContain('Nota 1 <b>')
  const text = pageText(page)
  expect(text).toMatch(/Eenzaam \| 2020 \| \d+(?:,\d)?% † \( gepubliceerd cijfer\)/)
  expect(text).toMatch(/% ≈ \( benaderde onzekerheid\)/)
  expect(text).toMatch(
    /† Gepubliceerd cijfer\. De antwoorden zelf zijn niet gebruikt\. Bron: .*2020.*: Nota 1/,
  )
  expect(text).toContain('≈ Benaderde onzekerheid')
  expect(text).toContain('Sommige gepubliceerde cijfers zijn afgerond.')
})

test('a value alone has no interval, no number of people and no change', async () => {
  const alone = {
    low: null,
    high: null,
    se: null,
    interval: null,
    neff: null,
    n: null,
    reason: 'no_variance',
  }
  const results = published(alone, ['published', 'rounded', 'no_variance'])
  const last = results.waves.at(-1)!.wave
  const changes = results.changes.map(entry =>
    entry.to === last && entry.standard === null
      ? {
          ...entry,
          diff: null,
          se: null,
          ci95: null,
          ci90: null,
          p: null,
          pHolm: null,
          reason: 'no_variance',
        }
      : entry,
  )
  const page = await renderReport({ ...results, changes }, { language: 'nl' })
  const text = pageText(page)
  expect(text).toContain('aantal mensen niet te schatten: de onzekerheid is niet bekend')
  expect(text).toContain('De onzekerheid van de cijfers is niet bekend.')
  expect(text).toContain('Van sommige gepubliceerde cijfers is de onzekerheid niet bekend.')
  expect(page).toContain('Bij punten zonder lijn is de onzekerheid niet bekend.')
  expect(page).not.toContain(' ()')
})

test('whole percents stay whole, however narrow their interval', async () => {
  const narrow = { value: 0.56, low: 0.558, high: 0.562, neff: 60_000, interval: 'published' as const }
  const text = pageText(await renderReport(published(narrow, APPROXIMATE), { language: 'nl' }))
  expect(text).toContain('56% †')
  expect(text).not.toContain('56,0% †')
})

test('estimates of a model stand in a table of their own and in no figure', async () => {
  const results = resultsFixture()
  const [wave] = results.waves
  const [entry] = results.estimates
  const model: EstimateEntry = {
    ...entry,
    source: 'rivm',
    value: 0.4321,
    domain: { target: '75+' },
    standard: null,
    measure: 'lonely',
    flags: ['published', 'model_estimate'],
    cite: 'RIVM, StatLine 50120NED',
  }
  const area = { ...model, value: 0.2468, domain: { target: 'all', municipality: 'GM0228' } }
  const page = await renderReport(
    {
      ...results,
      waves: [...results.waves, { ...wave, source: 'rivm', published: { cites: ['RIVM'], model: true } }],
      estimates: [...results.estimates, model, area],
    },
    { language: 'nl' },
  )
  const text = pageText(page)
  expect(text).toContain('Schattingen van een model (SMAP): geen meting')
  expect(text.match(/43(?:,2)?% ‡ \( schatting van een model\)/g)).toHaveLength(1)
  expect(text).toContain('Aantal gebieden met een schatting in het bestand estimates.csv: 1.')
  expect(page).not.toMatch(/trend-rivm|severity-rivm/)
})

test('a study of model estimates alone says that nothing was measured', async () => {
  const results = resultsFixture()
  const page = await renderReport(
    {
      ...results,
      waves: results.waves.map(wave => ({ ...wave, published: { cites: ['RIVM'], model: true } })),
      estimates: results.estimates
        .filter(({ standard }) => standard === null)
        .map(entry => ({ ...entry, flags: ['published', 'model_estimate'], cite: 'RIVM' })),
      changes: [],
      trends: [],
      decompositions: [],
      breaks: [],
      verdict: null,
    },
    { language: 'nl' },
  )
  const text = pageText(page)
  expect(text).toMatch(/Een model schat dat in 2020 .* eenzaam was\. Dat is geen meting\./)
  expect(page).not.toContain('<figure')
})
