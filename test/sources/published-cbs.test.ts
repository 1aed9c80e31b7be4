import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PublishedFigure } from '../../src/core/study.ts'
import { readSmallTable } from '../../src/ingest/small-table.ts'
import { publishedTable } from '../../src/sources/published-table.ts'
import type { PublishedRequest, PublishedTable } from '../../src/sources/published-wave.ts'
import { ROOT } from '../source-graph.ts'
import { cbsTable, PERIODS, ROWS_OF_2022 } from './cbs-85766.ts'
import { problemsOf, waveOf } from './file-with.ts'
import { statLineTable, withoutCodes, withoutTitles } from './statline-table.ts'

function requestOf(year: string, own: Partial<PublishedRequest['wave']> = {}): PublishedRequest {
  return { wave: waveOf('cbs', year, { files: [], scale: 'djg6', ...own }), target: [75, null], by: [] }
}

function figure(
  { figures }: PublishedTable,
  measure: string,
  domain: Record<string, string>,
): PublishedFigure {
  const found = figures.filter(
    one => one.measure === measure && JSON.stringify(one.domain) === JSON.stringify(domain),
  )
  expect(found).toHaveLength(1)
  return found[0]
}

const table = cbsTable(ROWS_OF_2022)

describe('the table of CBS', () => {
  it('trap 15: lonely is somewhat and strongly together, severe is strongly', () => {
    const read = publishedTable(table, requestOf('2022'))
    expect(figure(read, 'lonely', { target: '75+' }).value).toBe(0.437)
    expect(figure(read, 'severe', { target: '75+' }).value).toBe(0.094)
    expect(figure(read, 'lonely', { target: 'all' }).value).toBe(0.399)
    expect(read).toMatchObject({ instrument: 'djg6', subscaleCutoff: 1 })
  })

  it('mirrors the interval of "not lonely", and says where the figure stands and how it was rounded', () => {
    const read = publishedTable(table, requestOf('2022'))
    expect(figure(read, 'lonely', { target: '75+' })).toEqual({
      measure: 'lonely',
      domain: { target: '75+' },
      value: 0.437,
      low: 0.417,
      high: 0.447,
      unit: 0.001,
      cite: 'CBS, StatLine 85766NED, 2022',
    })
    expect(figure(read, 'severe', { target: '75+' })).toMatchObject({ value: 0.094, low: 0.084, high: 0.114 })
  })

  it('does not lay invented figures at the door of CBS: a table that calls itself synthetic is cited so', () => {
    const invented = { ...table, title: 'SYNTHETISCH: Eenzaamheid' }
    const cites = publishedTable(invented, requestOf('2022')).figures.map(({ cite }) => cite)
    expect(new Set(cites)).toEqual(new Set(['synthetisch / synthetic: StatLine 85766NED, 2022']))
  })

  it('takes the sub-scales from a score of 1, or from 3 where that is declared', () => {
    const usual = publishedTable(table, requestOf('2022'))
    expect(figure(usual, 'emotional', { target: '75+' }).value).toBe(0.467)
    expect(figure(usual, 'social', { target: '75+' }).value).toBe(0.414)
    const strongly = publishedTable(table, requestOf('2022', { subscaleCutoff: 3 }))
    expect(strongly.subscaleCutoff).toBe(3)
    expect(figure(strongly, 'emotional', { target: '75+' }).value).toBe(0.111)
    expect(figure(strongly, 'social', { target: '75+' }).value).toBe(0.113)
    expect(figure(strongly, 'lonely', { target: '75+' }).value).toBe(0.437)
    expect(problemsOf(() => publishedTable(table, requestOf('2022', { subscaleCutoff: 2 })))[0].code).toBe(
      'cutoff-not-published',
    )
  })

  it('reads a form without codes, and one without titles', () => {
    const coded = publishedTable(table, requestOf('2022')).figures
    const values = (figures: readonly PublishedFigure[]) =>
      figures.map(({ cite: _, unit: __, ...rest }) => rest)
    expect(values(publishedTable(withoutCodes(table), requestOf('2022')).figures)).toEqual(values(coded))
    const untitled = publishedTable(withoutTitles(table), requestOf('2022'))
    expect(values(untitled.figures)).toEqual(values(coded))
    expect(untitled.warnings).toMatchObject([
      {
        code: 'degrees_by_size',
        message:
          '85766NED has codes without titles: A052501 is taken as not lonely and A052502 as somewhat lonely, by their size',
      },
    ])
  })

  it('reads a table without margins as values without an interval', () => {
    const bare = statLineTable({
      id: '85766NED',
      dimensions: {
        Kenmerken: { T009002: 'Totaal personen' },
        MateVanEenzaamheid: { A052501: 'Niet eenzaam' },
        Perioden: PERIODS,
      },
      topics: { Eenzaamheid_1: 'Eenzaamheid' },
      rows: [['T009002', 'A052501', '2022JJ00', [60.1]]],
    })
    expect(publishedTable(bare, requestOf('2022')).figures).toEqual([
      {
        measure: 'lonely',
        domain: { target: 'all' },
        value: 0.399,
        unit: 0.001,
        cite: 'CBS, StatLine 85766NED, 2022',
      },
    ])
  })

  it('adds the two degrees up where "not lonely" is absent, then without an interval', () => {
    const rest = cbsTable(ROWS_OF_2022.filter(([, , degree]) => degree !== 'A052501'))
    expect(figure(publishedTable(rest, requestOf('2022')), 'lonely', { target: '75+' })).toEqual({
      measure: 'lonely',
      domain: { target: '75+' },
      value: 0.437,
      unit: 0.001,
      cite: 'CBS, StatLine 85766NED, 2022',
    })
  })

  it('leaves characteristics other than sex and age aside', () => {
    const more = cbsTable([...ROWS_OF_2022, ['MW00000', '2018710', 'A052501', '2022JJ00', [50, 50, 50]]])
    expect(publishedTable(more, requestOf('2022')).figures).toHaveLength(8)
  })
})

describe('what cannot be read from it', () => {
  const refused = (made: () => unknown) => problemsOf(made)[0]

  it('names the periods when that of the wave is absent', () => {
    expect(refused(() => publishedTable(table, requestOf('2021')))).toMatchObject({
      code: 'period-absent',
      message: '85766NED has no figures of 2021; its periods are 2019, 2022, 2024',
      where: '/data/ejz.yaml:3:5',
    })
  })

  it('names the topics when loneliness itself is not among them', () => {
    const social = { ...table, measures: table.measures.slice(1), measure: table.measure.map(() => 0) }
    expect(refused(() => publishedTable(social, requestOf('2022')))).toMatchObject({
      code: 'topics-absent',
      message: '85766NED lacks Eenzaamheid; its topics are SocialeEenzaamheid, EmotioneleEenzaamheid',
    })
  })

  it('refuses the years of the earlier scale, as another instrument', () => {
    const early = cbsTable(ROWS_OF_2022, { '2015JJ00': '2015', ...PERIODS })
    expect(refused(() => publishedTable(early, requestOf('2015')))).toMatchObject({
      code: 'another-instrument',
      message:
        'CBS asked six other statements in 2015 (score 0 to 12, lonely from 7): that is not the scale of De Jong Gierveld, and its figures do not belong in this series',
    })
    expect(publishedTable(early, requestOf('2022')).warnings).toEqual([
      expect.objectContaining({
        code: 'instrument_change',
        message: '85766NED also holds 2015, when CBS used another scale: those figures are left aside',
      }),
    ])
  })

  it.each([
    ['no majority', 45, 35, 20],
    ['a second share not far behind', 51, 41, 8],
  ])('refuses degrees that are bare codes and whose sizes do not tell them apart: %s', (_, ...shares) => {
    const rows = ['A052501', 'A052502', 'A052503'].map(
      (degree, i) => ['MW00000', 'T009002', degree, '2022JJ00', [shares[i], shares[i], shares[i]]] as const,
    )
    const unclear = withoutTitles(cbsTable(rows))
    expect(refused(() => publishedTable(unclear, requestOf('2022')))).toMatchObject({
      code: 'degrees-unknown',
      message:
        'nothing says which degree of MateVanEenzaamheid is not, somewhat and strongly lonely: A052501, A052502',
    })
  })

  it('refuses degrees that do not add up, and what is no percentage', () => {
    const wrong = cbsTable(
      ROWS_OF_2022.map(([margin, group, degree, period, [total, ...rest]]) => [
        margin,
        group,
        degree,
        period,
        [group === '21600' && degree === 'A052503' ? 19.4 : total, ...rest],
      ]),
    )
    expect(refused(() => publishedTable(wrong, requestOf('2022')))).toMatchObject({
      code: 'degrees-do-not-add-up',
      message: 'the degrees of total, 75+ in 85766NED add up to 110 %, not to 100 %',
    })
    const persons = cbsTable([['MW00000', 'T009002', 'A052501', '2022JJ00', [1_234_000, 1, 1]]])
    expect(refused(() => publishedTable(persons, requestOf('2022'))).code).toBe('no-percentage')
  })

  it('refuses a table of something else, with what it has and the tables that are known', () => {
    const other = statLineTable({
      id: '83674NED',
      dimensions: { Leeftijd: { 20300: '18 jaar of ouder' }, Perioden: PERIODS },
      topics: { ErvarenGezondheid_1: 'Ervaren gezondheid', Rokers_2: 'Rokers' },
      rows: [],
    })
    expect(refused(() => publishedTable(other, requestOf('2022')))).toMatchObject({
      code: 'table-unknown',
      message:
        '83674NED holds no figures on loneliness: CBS publishes the Gezondheidsmonitor without loneliness',
      hint: expect.stringContaining('CBS 85766NED (source: cbs); RIVM 50052NED, 50120NED, 50150NED'),
    })
    expect(refused(() => publishedTable({ ...other, id: null }, requestOf('2022'))).message).toBe(
      'verzonnen.csv holds no figures on loneliness: its topics are ErvarenGezondheid, Rokers, by Leeftijd, Perioden',
    )
  })

  it('refuses the table under the name of another source', () => {
    const wave = waveOf('rivm', '2022', { files: [] })
    expect(refused(() => publishedTable(table, { wave, target: [75, null], by: [] }))).toMatchObject({
      code: 'table-of-other-source',
      message: '85766NED holds figures of CBS Sociale samenhang & Welzijn, not of rivm',
      hint: 'write `source: cbs`',
    })
  })
})

it('says that figures are provisional, and that the table has no figures of the target', () => {
  const rows = [['MW00000', '53925', 'A052501', '2024JJ00', [66, 58.3, 67.4]]] as const
  const read = publishedTable(cbsTable(rows), requestOf('2024'))
  expect(read.warnings.map(({ code, message }) => [code, message])).toEqual([
    ['provisional', 'the figures of 2024 in 85766NED are provisional'],
    ['empty_domain', '85766NED has no figures of 75+, only of 65-74: none of them is taken for it'],
  ])
})

const PUBLISHED = join(ROOT, '../shared/data/published_figures.csv')

describe.skipIf(!existsSync(PUBLISHED))('the 90 cells that CBS published of 2022', () => {
  const rows = readSmallTable(PUBLISHED, {
    numbers: ['percent'],
    texts: ['study', 'year', 'age_group', 'sex', 'measure', 'source_url'],
  }).filter(({ texts }) => texts.source_url.endsWith('85766NED'))
  const GROUP: Record<string, string> = {
    '15+ T': 'T009002',
    '15+ M': '3000',
    '15+ V': '4000',
    '15-24 T': '53050',
    '25-34 T': '53500',
    '35-44 T': '53700',
    '45-54 T': '53800',
    '55-64 T': '53900',
    '65-74 T': '53925',
    '75+ T': '21600',
  }
  const percentOf = (group: string, measure: string) =>
    rows.find(({ texts }) => GROUP[`${texts.age_group} ${texts.sex}`] === group && texts.measure === measure)!
      .numbers.percent
  const cells = Object.values(GROUP).flatMap(group =>
    (['not', 'somewhat', 'strongly'] as const).map((degree, i) => {
      const values = ['', 'social ', 'emotional '].map(kind => percentOf(group, `${kind}${degree}`))
      return ['MW00000', group, `A05250${i + 1}`, '2022JJ00', values] as const
    }),
  )

  it('are 90, and come back as proportions of ten groups', () => {
    expect(rows).toHaveLength(90)
    const read = publishedTable(cbsTable(cells), requestOf('2022'))
    expect(read.figures).toHaveLength(40)
    const domains: Record<string, Record<string, string>> = {
      T009002: { target: 'all' },
      3000: { target: 'all', sex: 'male' },
      4000: { target: 'all', sex: 'female' },
      53050: { target: 'all', age: '15-24' },
      53925: { target: 'all', age: '65-74' },
      21600: { target: '75+' },
    }
    for (const [group, domain] of Object.entries(domains)) {
      const sum = percentOf(group, 'somewhat') + percentOf(group, 'strongly')
      expect(figure(read, 'lonely', domain).value * 100).toBeCloseTo(sum, 0)
      expect(figure(read, 'lonely', domain).value * 100).toBeCloseTo(100 - percentOf(group, 'not'), 9)
      expect(figure(read, 'severe', domain).value * 100).toBeCloseTo(percentOf(group, 'strongly'), 9)
      expect(figure(read, 'emotional', domain).value * 100).toBeCloseTo(
        100 - percentOf(group, 'emotional not'),
        9,
      )
      expect(figure(read, 'social', domain).value * 100).toBeCloseTo(100 - percentOf(group, 'social not'), 9)
    }
  })
})
