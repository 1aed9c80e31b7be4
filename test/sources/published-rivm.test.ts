import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AgeRange, WaveSpec } from '../../src/core/study.ts'
import { publishedTable } from '../../src/sources/published-table.ts'
import { ROOT } from '../source-graph.ts'
import { problemsOf, waveOf } from './file-with.ts'
import { statLineTable, type Written, withoutCodes, withoutTitles } from './statline-table.ts'

const AGES = { 20300: '18 jaar of ouder', 53115: '18 tot 65 jaar', 80200: '65 jaar of ouder' }
const REGIONS = {
  NL01: 'Nederland',
  GG0111: 'GGD Groningen',
  GM0228: 'Ede',
  WK022803: 'Wijk 03 Veldhuizen',
  BU02280301: 'De Horsten',
}
const PERIODS = { '2016JJ00': '2016', '2022JJ00': '2022' }
const MARGINS = { MW00000: 'Waarde', MOG0095: 'Ondergrens', MBG0095: 'Bovengrens' }
const NAMES = {
  Eenzaam_27: 'Eenzaam',
  ErnstigZeerErnstigEenzaam_28: 'Ernstig/zeer ernstig eenzaam',
  EmotioneelEenzaam_29: 'Emotioneel eenzaam',
  SociaalEenzaam_30: 'Sociaal eenzaam',
  Roker_11: 'Roker',
}
const RENAMED = {
  Roker_9: 'Roker',
  Eenzaam_25: 'Eenzaam',
  SterkEenzaam_26: 'Sterk eenzaam',
  EmotioneelEenzaam_27: 'Emotioneel eenzaam',
  SociaalEenzaam_28: 'Sociaal eenzaam',
}

/** The Netherlands as published; the rest is invented. */
const ROWS: Written['rows'] = [
  ['20300', 'MW00000', 'NL01', '2022JJ00', [49.2, 14.4, 30.1, 35.3, 99]],
  ['80200', 'MW00000', 'NL01', '2022JJ00', [50, 13, 31, 36, 99]],
  ['53115', 'MW00000', 'GM0228', '2022JJ00', [45, 12, 29, 33, 99]],
  ['80200', 'MW00000', 'GM0228', '2022JJ00', [48, 11, 28, 32, 99]],
  ['80200', 'MOG0095', 'GM0228', '2022JJ00', [46, 9, 26, 30, 99]],
  ['80200', 'MBG0095', 'GM0228', '2022JJ00', [50.5, 13, 30, 34, 99]],
  ['80200', 'MW00000', 'GG0111', '2022JJ00', [47, 10, 27, 31, 99]],
  ['80200', 'MW00000', 'WK022803', '2022JJ00', [49, 12, 29, 33, 99]],
  ['80200', 'MW00000', 'BU02280301', '2022JJ00', [51, 13, 30, null, 99]],
  ['20300', 'MW00000', 'NL01', '2016JJ00', [43, 10, 31, 43, 99]],
]

function tableOf(id: string | null = '50120NED', topics: Written['topics'] = NAMES, rows = ROWS) {
  return statLineTable({
    id,
    dimensions: { Leeftijd: AGES, Marges: MARGINS, WijkenEnBuurten: REGIONS, Perioden: PERIODS },
    topics,
    rows,
  })
}

const read = (
  table: ReturnType<typeof tableOf>,
  by: readonly string[] = [],
  {
    target = [75, null],
    year = '2022',
    own = {},
  }: { target?: AgeRange; year?: string; own?: Partial<WaveSpec> } = {},
) => publishedTable(table, { wave: waveOf('rivm', year, { files: [], ...own }), target, by })

describe('the tables of RIVM', () => {
  it('trap 10: topics are found by their stem, whatever the number, and under their later name', () => {
    const renamed = tableOf(
      '50150NED',
      RENAMED,
      ROWS.map(row => [...row.slice(0, 4).map(String), [99, ...(row[4] as number[]).slice(0, 4)]] as never),
    )
    const wanted = [
      ['lonely', 0.492],
      ['lonely', 0.5],
      ['severe', 0.144],
      ['severe', 0.13],
      ['emotional', 0.301],
      ['emotional', 0.31],
      ['social', 0.353],
      ['social', 0.36],
    ]
    for (const table of [tableOf(), renamed, withoutTitles(tableOf()), withoutCodes(tableOf())]) {
      expect(read(table).figures.map(({ measure, value }) => [measure, value])).toEqual(wanted)
    }
  })

  it('trap 11: every figure is an estimate of a model, and no standard error is invented', () => {
    const { figures, instrument } = read(tableOf(), ['municipality'])
    expect(figures.every(({ model }) => model === true)).toBe(true)
    expect(figures.every(({ n, deff }) => n === undefined && deff === undefined)).toBe(true)
    expect(figures[0]).toEqual({
      measure: 'lonely',
      domain: { target: 'all' },
      value: 0.492,
      unit: 0.001,
      model: true,
      cite: 'RIVM, StatLine 50120NED, 2022',
    })
    expect(instrument).toBe('djg11')
  })

  it('keeps the interval that RIVM published', () => {
    const elderly = read(tableOf(), ['municipality']).figures.find(
      ({ measure, domain }) =>
        measure === 'severe' && domain.age === '65+' && domain.municipality === 'GM0228',
    )
    expect(elderly).toMatchObject({ value: 0.11, low: 0.09, high: 0.13 })
  })

  it('gives the regions that are asked for, by their codes', () => {
    const domains = (by: readonly string[]) =>
      read(tableOf(), by)
        .figures.filter(({ measure }) => measure === 'lonely')
        .map(({ domain }) => domain)
    expect(domains([])).toEqual([{ target: 'all' }, { target: 'all', age: '65+' }])
    expect(domains(['sex', 'municipality'])).toEqual([
      { target: 'all' },
      { target: 'all', age: '18-64', municipality: 'GM0228' },
      { target: 'all', age: '65+' },
      { target: 'all', age: '65+', municipality: 'GM0228' },
    ])
    expect(domains(['ggd', 'district', 'neighbourhood'])).toEqual([
      { target: 'all' },
      { target: 'all', age: '65+' },
      { target: 'all', age: '65+', ggd: 'GG0111' },
      { target: 'all', age: '65+', district: 'WK022803' },
      { target: 'all', age: '65+', neighbourhood: 'BU02280301' },
    ])
  })

  it('says when a level that is asked for is not there, or has names without codes', () => {
    const messages = (by: string[], table = tableOf()) =>
      read(table, by).warnings.map(({ message }) => message)
    expect(messages(['municipality'])).not.toContain('50120NED has no codes of regions by municipality')
    expect(messages(['province'])).toContain('50120NED has no codes of regions by province')
    expect(messages(['municipality'], withoutCodes(tableOf()))).toContain(
      'verzonnen.csv has no codes of regions by municipality',
    )
  })

  it('never takes 65 and older for 75 and older, unless 65 and older is the target', () => {
    expect(read(tableOf()).warnings).toContainEqual(
      expect.objectContaining({
        code: 'empty_domain',
        message: '50120NED has no figures of 75+, only of all, 65+: none of them is taken for it',
      }),
    )
    const elderly = read(tableOf(), [], { target: [65, null] })
    expect(elderly.figures.map(({ domain }) => domain)).toContainEqual({ target: '65+' })
    expect(elderly.warnings.map(({ code }) => code)).not.toContain('empty_domain')
  })

  it('knows the sub-scale cut-off of 2016, and says that it does not know the later ones', () => {
    const cutoff = (id: string, own: Partial<WaveSpec> = {}) => {
      const { subscaleCutoff, warnings } = read(tableOf(id), [], { own })
      return [subscaleCutoff, warnings.some(({ code }) => code === 'sub_scale_cutoff')]
    }
    expect(cutoff('50052NED')).toEqual([2, false])
    expect(cutoff('50120NED')).toEqual([null, true])
    expect(cutoff('50120NED', { subscaleCutoff: 3 })).toEqual([3, false])
  })
})

describe('what cannot be read from them', () => {
  const refused = (made: () => unknown) => problemsOf(made)[0]

  it('names the periods, the topics, the regions there are', () => {
    expect(refused(() => read(tableOf(), [], { year: '2020' })).message).toBe(
      '50120NED has no figures of 2020; its periods are 2016, 2022',
    )
    const part = tableOf('50120NED', { SociaalEenzaam_30: 'Sociaal eenzaam', Roker_11: 'Roker' })
    expect(refused(() => read(part)).message).toBe(
      '50120NED lacks Eenzaam; its topics are SociaalEenzaam, Roker',
    )
    const local = statLineTable({
      id: '50120NED',
      dimensions: { Leeftijd: AGES, WijkenEnBuurten: { GM0228: 'Ede' }, Perioden: PERIODS },
      topics: NAMES,
      rows: [],
    })
    expect(refused(() => read(local))).toMatchObject({
      code: 'region-absent',
      message: '50120NED has neither the Netherlands nor a region that is asked for under `by`: Ede',
    })
  })

  it('refuses them as a wave of the Gezondheidsmonitor, which is a sample', () => {
    const wave = waveOf('gezondheidsmonitor', '2022', { files: [] })
    expect(refused(() => publishedTable(tableOf(), { wave, target: [75, null], by: [] }))).toMatchObject({
      code: 'table-of-other-source',
      message: '50120NED holds model estimates of RIVM, which are not a wave of gezondheidsmonitor',
      hint: 'write `source: rivm`',
    })
  })

  it('refuses two values for one region', () => {
    const twice = tableOf('50120NED', NAMES, [
      ...ROWS,
      ['20300', 'MW00000', 'NL01', '2022JJ00', [48, 14, 30, 35, 99]],
    ])
    expect(refused(() => read(twice))).toMatchObject({
      code: 'statline-twice',
      message: '50120NED gives two values for lonely, 18+, NL, value: 49.2 and 48',
    })
  })
})

const EDE = join(ROOT, '../shared/data/rivm/neighbourhoods_veld_50120NED_2022.geojson')

describe.skipIf(!existsSync(EDE))('six neighbourhoods of Ede, as RIVM published them', () => {
  const { features }: { features: { properties: Record<string, string | number> }[] } = JSON.parse(
    readFileSync(EDE, 'utf8'),
  )

  it('come back as proportions of 65 and older', () => {
    const people = features.map(({ properties }) => properties)
    const table = statLineTable({
      id: '50120NED',
      dimensions: {
        Leeftijd: AGES,
        Marges: MARGINS,
        WijkenEnBuurten: Object.fromEntries(people.map(one => [one.buurtcode, String(one.buurtnaam)])),
        Perioden: PERIODS,
      },
      topics: NAMES,
      rows: people.map(one => [
        String(one.health_Leeftijd),
        String(one.health_Marges),
        String(one.health_WijkenEnBuurten),
        String(one.health_Perioden),
        [Number(one.health_lonely), Number(one.health_severe_very_severe_loneliness), null, null, null],
      ]),
    })
    const { figures } = read(table, ['neighbourhood'])
    expect(figures).toHaveLength(12)
    const lonely = figures.filter(({ measure }) => measure === 'lonely').map(({ value }) => value)
    expect([Math.min(...lonely), Math.max(...lonely)]).toEqual([0.444, 0.588])
    const severe = figures.filter(({ measure }) => measure === 'severe').map(({ value }) => value)
    expect([Math.min(...severe), Math.max(...severe)]).toEqual([0.091, 0.172])
    expect(figures.every(({ domain }) => domain.age === '65+')).toBe(true)
  })
})
