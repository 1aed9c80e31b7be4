import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EstimateEntry, Results } from '../../src/core/results.ts'
import type { StatLineTable } from '../../src/core/statline.ts'
import type { Study, WaveSpec } from '../../src/core/study.ts'
import { analyse } from '../../src/pipeline/analyse.ts'
import { cbsTable, PERIODS, ROWS_OF_2022 } from '../sources/cbs-85766.ts'
import { waveOf } from '../sources/file-with.ts'
import { statLineTable } from '../sources/statline-table.ts'
import { FORMS, writeForm } from './statline-forms.ts'
import { studyOf } from './study-of.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-published-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function resultsOf(waves: readonly WaveSpec[], part: Partial<Study> = {}): Promise<Results> {
  return (await analyse(studyOf({ waves, standard: [], ...part }))).results
}

const published = (profile: 'cbs' | 'rivm', year: string, path: string, own: Partial<WaveSpec> = {}) =>
  waveOf(profile, year, { files: [], scale: profile === 'cbs' ? 'djg6' : 'djg11', published: path, ...own })

const short = ({ measure, domain, value, low, high, interval, shown }: EstimateEntry) => ({
  measure,
  domain,
  value,
  low,
  high,
  interval,
  shown,
})

/** Title and rows say that they are invented; only the values of 2022 are those of CBS. */
const CBS: StatLineTable = {
  ...cbsTable(ROWS_OF_2022),
  title: 'Eenzaamheid; persoonskenmerken (verzonnen marges)',
}

describe('85766NED as it was downloaded', () => {
  it.each(FORMS)('is the same wave in every form: %s', async form => {
    const path = writeForm(join(folder, form), form, CBS)
    const { estimates, waves } = await resultsOf([published('cbs', '2022', path)])
    expect(estimates.map(short)).toContainEqual({
      measure: 'lonely',
      domain: { target: '75+' },
      value: 0.437,
      low: 0.417,
      high: 0.447,
      interval: 'published',
      shown: true,
    })
    expect(estimates.map(({ measure, domain, value }) => [measure, domain.target, value])).toEqual(
      expect.arrayContaining([
        ['severe', '75+', 0.094],
        ['emotional', '75+', 0.467],
        ['social', '75+', 0.414],
        ['lonely', 'all', 0.399],
      ]),
    )
    expect(waves[0]).toMatchObject({ instrument: 'djg6', subscaleCutoff: 1, records: null })
    expect(waves[0].published).toEqual({
      cites: ['CBS, StatLine 85766NED, 2022'],
      model: false,
    })
  })

  it('is read without its code tables, as JSON always is', async () => {
    const path = writeForm(join(folder, 'bare'), 'typed', CBS, { described: false })
    const { estimates } = await resultsOf([published('cbs', '2022', path)])
    const lonely = estimates.filter(({ measure, domain }) => measure === 'lonely' && domain.target === '75+')
    expect(lonely.map(({ value }) => value)).toEqual([0.437])
  })
})

const RIVM: StatLineTable = statLineTable({
  id: '50120NED',
  dimensions: {
    Leeftijd: { 20300: '18 jaar of ouder', 80200: '65 jaar of ouder' },
    Marges: { MW00000: 'Waarde', MOG0095: 'Ondergrens 95%-interval', MBG0095: 'Bovengrens 95%-interval' },
    WijkenEnBuurten: { NL01: 'Nederland', GM0228: 'Ede', BU02280301: 'De Horsten' },
    Perioden: { '2020JJ00': '2020', '2022JJ00': '2022' },
  },
  topics: {
    Roker_11: 'Roker',
    Eenzaam_27: 'Eenzaam',
    ErnstigZeerErnstigEenzaam_28: 'Ernstig/zeer ernstig eenzaam',
  },
  rows: ['2020JJ00', '2022JJ00'].flatMap((period, i) =>
    ['20300', '80200'].flatMap(age =>
      ['NL01', 'GM0228', 'BU02280301'].flatMap(region => [
        [age, 'MW00000', region, period, [20, 47 + i, 12]] as const,
        [age, 'MOG0095', region, period, [19, 45 + i, 11]] as const,
        [age, 'MBG0095', region, period, [21, 49 + i, 13]] as const,
      ]),
    ),
  ),
})

describe('50120NED as it was downloaded', () => {
  let results: Results
  beforeAll(async () => {
    const path = writeForm(join(folder, 'rivm'), 'untyped', RIVM)
    results = await resultsOf([published('rivm', '2020', path), published('rivm', '2022', path)], {
      by: [['sex'], ['municipality'], ['neighbourhood']],
    })
  })

  it('trap 11: is marked as a model everywhere, and no change, trend or break is made of it', () => {
    expect(results.estimates.length).toBeGreaterThan(0)
    expect(results.estimates.every(({ flags }) => flags.includes('model_estimate'))).toBe(true)
    expect(results.waves.every(wave => wave.published?.model === true)).toBe(true)
    expect(results.warnings.map(({ code }) => code)).toContain('model_estimate')
    expect(results.changes.filter(({ diff }) => diff !== null)).toEqual([])
    expect(results.trends.filter(({ wls }) => wls !== null)).toEqual([])
    expect(results.breaks.every(entry => entry.class === 'not_assessable')).toBe(true)
  })

  it('gives the country, the municipalities and the neighbourhoods that are asked for, of 65 and older at most', () => {
    const domains = results.estimates
      .filter(({ measure, wave }) => measure === 'lonely' && wave === '2022')
      .map(({ domain }) => domain)
    expect(domains).toEqual(
      expect.arrayContaining([
        { target: 'all' },
        { target: 'all', municipality: 'GM0228' },
        { target: 'all', neighbourhood: 'BU02280301' },
      ]),
    )
    expect(domains.some(({ target }) => target === '75+')).toBe(false)
    expect(results.warnings.map(({ code }) => code)).toContain('empty_domain')
  })
})

describe('what is refused', () => {
  it.each([
    ['a year of the earlier scale', '2015', 'another-instrument'],
    ['a year that is not in the table', '2018', 'period-absent'],
  ])('%s', async (_, year, code) => {
    const path = writeForm(
      join(folder, `refused-${year}`),
      'typed',
      cbsTable(ROWS_OF_2022, { '2015JJ00': '2015', ...PERIODS }),
    )
    await expect(resultsOf([published('cbs', year, path)])).rejects.toThrow(expect.objectContaining({ code }))
  })

  it('typed figures of CBS from before 2017', async () => {
    const wave = waveOf('cbs', '2015', {
      files: [],
      scale: 'djg6',
      figures: [{ measure: 'lonely', domain: { target: 'all' }, value: 0.04, cite: 'CBS 2015/39' }],
    })
    await expect(resultsOf([wave])).rejects.toThrow(expect.objectContaining({ code: 'another-instrument' }))
  })
})
