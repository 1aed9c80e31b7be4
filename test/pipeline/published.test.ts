import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { domainKey } from '../../src/core/domain.ts'
import type { BreakEntry, EstimateEntry, Results } from '../../src/core/results.ts'
import type { PublishedFigure, Study, WaveSpec } from '../../src/core/study.ts'
import { ageBands } from '../../src/pipeline/age-bands.ts'
import { analyse } from '../../src/pipeline/analyse.ts'
import { analyseSource } from '../../src/pipeline/analyse-source.ts'
import { joinCells } from '../../src/pipeline/join-cells.ts'
import { publishedWave } from '../../src/pipeline/read-published.ts'
import { dimensionNames } from '../../src/pipeline/read-wave.ts'
import { sourceOf } from '../../src/pipeline/source.ts'
import { cbsTable, ROWS_OF_2022 } from '../sources/cbs-85766.ts'
import { hasReference, readReference } from '../trend/reference.ts'
import { writeForm } from './statline-forms.ts'
import { studyOf } from './study-of.ts'
import { threeWaves } from './three-waves.ts'

const [example] = threeWaves().waves

function wave(year: string, figures: readonly PublishedFigure[], part: Partial<WaveSpec> = {}): WaveSpec {
  return {
    ...example,
    profile: 'gezondheidsmonitor',
    source: 'gezondheidsmonitor',
    wave: year,
    files: [],
    columns: {},
    codes: {},
    fieldwork: [`${year}-09-01`, `${year}-12-15`],
    figures,
    ...part,
  }
}

function figure(value: number, part: Partial<PublishedFigure> = {}): PublishedFigure {
  return { measure: 'lonely', domain: { target: '75+' }, value, cite: 'VZinfo', ...part }
}

async function resultsOf(waves: readonly WaveSpec[], part: Partial<Study> = {}): Promise<Results> {
  return (await analyse(studyOf({ waves, ...part }))).results
}

function close(actual: number | null | undefined, expected: number, tolerance = 1e-9): void {
  expect(actual).toBeTypeOf('number')
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(
    Math.max(Math.abs(expected) * tolerance, 1e-12),
  )
}

const codesOf = ({ warnings }: Results) => new Set(warnings.map(({ code }) => code))

describe('the published figures of 2016, 2020 and 2022 of people of 75+', () => {
  let results: Results
  beforeAll(async () => {
    results = await resultsOf([
      wave('2016', [figure(0.55, { cite: 'Kamerbrief 29 538 nr. 330' })]),
      wave('2020', [figure(0.56), figure(0.12, { measure: 'severe' })]),
      wave('2022', [figure(0.54)]),
    ])
  })

  test('are a shown series without intervals, each with the place where it stands', () => {
    const shown = results.estimates.filter(({ measure }) => measure === 'lonely')
    expect(
      shown.map(({ wave, value, low, high, se, reason }) => [wave, value, low, high, se, reason]),
    ).toEqual([
      ['2016', 0.55, null, null, null, 'no_variance'],
      ['2020', 0.56, null, null, null, 'no_variance'],
      ['2022', 0.54, null, null, null, 'no_variance'],
    ])
    expect(shown.map(({ cite }) => cite)).toEqual(['Kamerbrief 29 538 nr. 330', 'VZinfo', 'VZinfo'])
    expect(shown.every(entry => entry.shown && entry.flags.includes('rounded'))).toBe(true)
    expect(results.waves.map(({ published }) => published?.cites)).toEqual([
      ['Kamerbrief 29 538 nr. 330'],
      ['VZinfo'],
      ['VZinfo'],
    ])
  })

  test('cannot be judged, and say that they are published and rounded', () => {
    const [entry] = results.breaks
    expect([entry.class, entry.reason]).toEqual(['not_assessable', 'fewer_than_two_pre_waves'])
    expect(entry.flags).toEqual(['published', 'rounded'])
    expect(results.verdict?.overall).toBe('not_yet_determinable')
    expect(codesOf(results)).toContain('rounded_figures')
    expect(codesOf(results)).toContain('no_variance')
  })

  test('have no change and no trend', () => {
    expect(results.changes).toHaveLength(3)
    for (const { diff, ratio, or, p, reason } of results.changes) {
      expect([diff, ratio, or, p, reason]).toEqual([null, null, null, null, 'no_variance'])
    }
    expect(results.trends).toMatchObject([{ wls: null, omnibus: null, reason: 'no_variance' }])
  })

  test('with an earlier wave still lack the variance for a break', async () => {
    const earlier = await resultsOf([
      wave('2012', [figure(0.53)]),
      wave('2016', [figure(0.55)]),
      wave('2020', [figure(0.56)]),
    ])
    expect(earlier.breaks[0]).toMatchObject({ class: 'not_assessable', reason: 'no_variance' })
  })
})

describe('with an interval, or n and a design effect', () => {
  test('they have a variance that is marked as approximate', async () => {
    const results = await resultsOf([
      wave('2012', [figure(0.52, { n: 45_000, deff: 1.8 })]),
      wave('2016', [figure(0.55, { low: 0.544, high: 0.556 })]),
      wave('2020', [figure(0.53, { n: 65_000 })]),
    ])
    const rounding = 0.01 ** 2 / 12
    const variances = [
      (0.52 * 0.48 * 1.8) / 45_000 + rounding,
      (0.006 / 1.959963984540054) ** 2 + rounding,
      (0.53 * 0.47) / 65_000 + rounding,
    ]
    for (const [i, entry] of results.estimates.entries()) {
      close(entry.se, Math.sqrt(variances[i]), 1e-9)
      expect(entry.flags).toContain('approx_variance')
    }
    expect(results.estimates.map(({ interval, low }) => [interval, low])).toMatchObject([
      ['logit', expect.any(Number)],
      ['published', 0.544],
      ['logit', expect.any(Number)],
    ])
    const [entry] = results.breaks
    close(entry.assessed?.delta, -0.05)
    close(entry.assessed?.se, Math.sqrt(variances[0] + 4 * variances[1] + variances[2] + 6 * 0.005 ** 2))
    expect(entry.flags).toEqual(expect.arrayContaining(['published', 'rounded', 'approx_variance']))
    expect([...codesOf(results)]).toEqual(
      expect.arrayContaining(['approx_variance', 'design_effect_unknown']),
    )
    const said = results.warnings.find(({ code }) => code === 'design_effect_unknown')
    expect(said).toMatchObject({ wave: '2020', values: { cites: 'VZinfo' } })
  })
})

describe('microdata turned into published figures', () => {
  const invented = { by: [['sex'], ['age'], ['age', 'sex']] as const, standard: ['esp2013', 'first-wave'] }
  const study = (part: Partial<Study> = {}) => threeWaves({ ...invented, ...part })
  let surveyed: Results
  beforeAll(async () => {
    surveyed = (await analyse(study())).results
  })

  /** What a publication of this wave might have held. */
  function publishedWave(name: string): WaveSpec {
    const own = surveyed.estimates.filter(
      ({ wave, standard, measure }) => wave === name && standard === null && measure !== 'score',
    )
    const spec = study().waves.find(({ wave }) => wave === name)!
    const figures = own.flatMap(({ measure, domain, value, n, deff }) =>
      value === null || n === null || deff === null || value === 0
        ? []
        : [{ measure, domain: { ...domain }, value, n, deff, unit: 0, cite: 'verzonnen' }],
    )
    const target = figures.filter(({ domain }) => domain.target !== 'all' || domain.age !== '75-84')
    return { ...spec, files: [], columns: {}, codes: {}, subscaleCutoff: 2, figures: withoutTwice(target) }
  }

  const seriesOf = ({ measure, standard, domain }: Pick<EstimateEntry, 'measure' | 'standard' | 'domain'>) =>
    `${measure} ${standard} ${domainKey(domain)}`

  test.each([
    ['the last wave', ['2020']],
    ['the first two', ['2012', '2016']],
    ['all three', ['2012', '2016', '2020']],
  ])('%s: same values, changes and breaks of the crude series', async (_, names) => {
    const waves = study().waves.map(spec => (names.includes(spec.wave) ? publishedWave(spec.wave) : spec))
    const mixed = (await analyse(study({ waves }))).results
    const changes = mixed.changes.filter(({ standard, measure }) => standard === null && measure !== 'score')
    expect(changes.length).toBeGreaterThan(40)
    for (const change of changes) {
      const same = surveyed.changes.find(
        found => seriesOf(found) === seriesOf(change) && found.from === change.from && found.to === change.to,
      )
      expect(same).toBeDefined()
      // a wave of 0 % or with one respondent has no variance either way
      if (same?.se == null) {
        expect([change.se, change.reason]).toEqual([null, 'no_variance'])
        continue
      }
      close(change.diff, same.diff ?? Number.NaN)
      close(change.se, same.se)
      if (same.or !== null) close(change.or, same.or)
    }
    const crude = (results: Results) => results.breaks.filter(({ standard }) => standard === null)
    expect(crude(mixed)).toHaveLength(2)
    for (const [i, entry] of crude(mixed).entries()) {
      const same: BreakEntry = crude(surveyed)[i]
      expect([entry.class, entry.subclass, entry.breakState]).toEqual([
        same.class,
        same.subclass,
        same.breakState,
      ])
      close(entry.assessed?.delta, same.assessed?.delta ?? Number.NaN)
      close(entry.assessed?.se, same.assessed?.se ?? Number.NaN)
      close(entry.mde80, same.mde80 ?? Number.NaN)
      expect(entry.flags).toContain('approx_variance')
    }
    expect(mixed.waves.map(({ wave }) => wave)).toEqual(['2012', '2016', '2020'])
  })

  test('a wave with every cell of the standard is standardised to the same value', async () => {
    const waves = study().waves.map(spec => (spec.wave === '2020' ? publishedWave('2020') : spec))
    const mixed = (await analyse(study({ waves }))).results
    const standardised = ({ estimates }: Results) =>
      estimates.find(
        entry =>
          entry.wave === '2020' &&
          entry.measure === 'lonely' &&
          entry.standard === 'first-wave' &&
          domainKey(entry.domain) === 'target=75+',
      )
    close(standardised(mixed)?.value, standardised(surveyed)?.value ?? Number.NaN)
    close(standardised(mixed)?.se, standardised(surveyed)?.se ?? Number.NaN, 0.2)
    expect(standardised(mixed)?.flags).toContain('approx_variance')
  })

  test('without one cell it stands in the crude series only, with the reason', async () => {
    const whole = publishedWave('2020')
    const figures = whole.figures?.filter(
      ({ domain }) => domain.age === undefined || domain.sex === undefined,
    )
    const waves = study().waves.map(spec =>
      spec.wave === '2020' ? { ...whole, figures: figures ?? [] } : spec,
    )
    const mixed = (await analyse(study({ waves }))).results
    const standardised = mixed.breaks.find(
      ({ standard, measure }) => standard === 'first-wave' && measure === 'lonely',
    )
    expect(standardised).toMatchObject({ class: 'not_assessable', reason: 'no_post_wave' })
    expect(mixed.warnings).toContainEqual(
      expect.objectContaining({
        code: 'standard_skipped',
        wave: '2020',
        values: expect.objectContaining({ standard: 'first-wave', population: '75+' }),
      }),
    )
  })

  test('what a change is made of is not known with a published wave', async () => {
    const waves = study().waves.map(spec => (spec.wave === '2016' ? publishedWave('2016') : spec))
    const { decompositions } = (await analyse(study({ waves }))).results
    const lonely = decompositions.filter(
      ({ measure, method }) => measure === 'lonely' && method === 'kitagawa',
    )
    expect(lonely.map(({ from, to, total, reason }) => [from, to, total === null, reason])).toEqual([
      ['2012', '2020', false, undefined],
      ['2012', '2016', true, 'published_wave'],
      ['2016', '2020', true, 'published_wave'],
    ])
  })
})

describe('are never put together', () => {
  const published = (year: string, part: Partial<WaveSpec> = {}) =>
    wave(year, [figure(0.5, { n: 5000, deff: 1, unit: 0 })], {
      profile: 'microdata',
      source: 'proef',
      ...part,
    })

  test('eleven published items with six of microdata', async () => {
    const study = threeWaves()
    const six: Partial<WaveSpec> = {
      scale: 'djg6',
      columns: { ...example.columns, item1: 'dj1' },
    }
    const items = [3, 4, 7, 8, 9, 10]
    const { item1, item2, item5, item6, item11, ...columns } = example.columns
    expect([item1, item2, item5, item6, item11].every(column => column !== undefined)).toBe(true)
    expect(items.every(item => columns[`item${item}`] !== undefined)).toBe(true)
    const [first, second] = study.waves.map(spec => ({ ...spec, ...six, columns }))
    const { results } = await analyse(studyOf({ waves: [first, second, published('2020')], by: [['sex']] }))
    const target = results.changes.filter(
      ({ measure, domain, standard }) =>
        measure === 'lonely' && standard === null && domainKey(domain) === 'target=75+',
    )
    expect(target.map(({ from, to }) => [from, to])).toEqual([['2012', '2016']])
    const ofTarget = ({ measure, standard, domain }: Results['trends'][number]) =>
      measure === 'lonely' && standard === null && domainKey(domain) === 'target=75+'
    expect(results.trends.find(ofTarget)).toMatchObject({ wls: null, reason: 'instrument_change' })
    expect(
      results.breaks.find(({ measure, standard }) => measure === 'lonely' && standard === null),
    ).toMatchObject({
      class: 'not_assessable',
      reason: 'instrument_or_mode_break',
    })
  })

  test('a panel with figures of the same people', async () => {
    const panel = ['2012', '2016', '2020'].map(year => published(year, { panel: true }))
    const results = await resultsOf(panel)
    expect(results.changes).toEqual([])
    expect(results.trends[0]).toMatchObject({ wls: null, reason: 'panel_covariance_missing' })
    expect(results.breaks[0]).toMatchObject({ class: 'not_assessable', reason: 'panel_covariance_missing' })
    expect(codesOf(results)).toContain('panel_covariance_missing')
    const others = await resultsOf(panel.map(spec => ({ ...spec, panel: false })))
    expect(others.breaks[0].assessed).not.toBeNull()
  })

  test('figures of all respondents from an age that nobody said', async () => {
    const all = (year: string, source: WaveSpec['profile']) =>
      wave(year, [figure(0.5, { domain: { target: 'all' }, n: 5000, deff: 1 })], { profile: source, source })
    const unknown = await resultsOf([all('2012', 'microdata'), all('2016', 'microdata')])
    expect(unknown.trends[0]).toMatchObject({ wls: null, reason: 'age_floor_unknown' })
    expect(unknown.changes).toEqual([])
    const known = await resultsOf([all('2012', 'gezondheidsmonitor'), all('2016', 'gezondheidsmonitor')])
    expect(known.trends[0].wls).not.toBeNull()
  })
})

describe('estimates of a model', () => {
  const rivm = (year: string) =>
    wave(year, [figure(0.492, { low: 0.48, high: 0.5 })], { profile: 'rivm', source: 'rivm' })

  test('are shown and marked, and no change, trend, break or verdict rests on them', async () => {
    const results = await resultsOf(['2012', '2016', '2020'].map(rivm))
    expect(results.estimates.every(({ shown, flags }) => shown && flags.includes('model_estimate'))).toBe(
      true,
    )
    expect(results.waves.every(({ published }) => published?.model === true)).toBe(true)
    expect([results.changes, results.breaks, results.verdict]).toEqual([[], [], null])
    expect(results.trends).toMatchObject([{ wls: null, omnibus: null, reason: 'model_estimate' }])
    expect(codesOf(results)).toContain('model_estimate')
  })

  test('do not enter the series of a survey', async () => {
    const model = wave('2020', [figure(0.492, { n: 5000, deff: 1, model: true })])
    const results = await resultsOf([
      wave('2012', [figure(0.52, { n: 5000, deff: 1 })]),
      wave('2016', [figure(0.55, { n: 5000, deff: 1 })]),
      model,
    ])
    expect(results.breaks[0]).toMatchObject({ class: 'not_assessable', reason: 'no_post_wave' })
    expect(results.changes.map(({ from, to }) => [from, to])).toEqual([['2012', '2016']])
  })
})

test('the wave that was named in advance is not replaced by another where it lacks the figure', async () => {
  const some = (year: string) => wave(year, [figure(0.5 + Number(year) / 1e5, { n: 5000, deff: 1 })])
  const waves = [some('2012'), some('2016'), wave('2020', [figure(0.1, { measure: 'severe' })]), some('2022')]
  const primary = { source: 'gezondheidsmonitor', measure: 'lonely', wave: '2020' }
  const { breaks } = await resultsOf(waves, { primary })
  expect(breaks.find(({ measure }) => measure === 'lonely')).toMatchObject({
    class: 'not_assessable',
    reason: 'assessed_wave_absent',
  })
})

describe('a figure', () => {
  test('stands under each domain of the study that is about its people', async () => {
    const domain = { target: 'all', age: '75+' }
    const results = await resultsOf([wave('2020', [figure(0.56, { domain })])], {
      bands: { target: [75, 80, 85, 90], all: [18, 65, 75] },
    })
    expect(results.estimates.map(entry => domainKey(entry.domain)).sort()).toEqual([
      'age=75+|target=all',
      'target=75+',
    ])
    expect(results.breaks).toHaveLength(1)
  })

  test('given twice is refused', async () => {
    const twice = [figure(0.56), figure(0.57, { domain: { target: 'all', age: '75+' } })]
    await expect(resultsOf([wave('2020', twice)])).rejects.toMatchObject({ code: 'figure-twice' })
  })

  test('of a sub-scale of eleven items needs its cut-off', async () => {
    const social = [figure(0.43, { measure: 'social' })]
    await expect(resultsOf([wave('2016', social)])).rejects.toMatchObject({ code: 'cutoff-unsaid' })
    const { waves } = await resultsOf([wave('2016', social, { subscaleCutoff: 3 })])
    expect(waves[0].subscaleCutoff).toBe(3)
  })
})

test('a synthetic publication makes a synthetic report', async () => {
  expect((await resultsOf([wave('2020', [figure(0.56)])])).synthetic).toBe(false)
  expect((await resultsOf([wave('2020', [figure(0.56, { cite: 'Synthetic' })])])).synthetic).toBe(true)
})

describe('a table of CBS as it was downloaded', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ejz-published-'))
    return () => rmSync(folder, { recursive: true })
  })

  const table = cbsTable(ROWS_OF_2022)
  const cbs = (published: string): WaveSpec => {
    const { figures: _, ...spec } = wave('2022', [], { profile: 'cbs', source: 'cbs', scale: 'djg6' })
    return { ...spec, published }
  }

  test('stands beside typed figures of another year, with its file and its place', async () => {
    const path = writeForm(folder, 'typed', table)
    const typed = wave('2019', [figure(0.417, { low: 0.39, high: 0.445 })], {
      profile: 'cbs',
      source: 'cbs',
      scale: 'djg6',
    })
    const results = await resultsOf([cbs(path), typed])
    const lonely = results.estimates.filter(
      ({ measure, domain }) => measure === 'lonely' && domainKey(domain) === 'target=75+',
    )
    expect(lonely.map(({ wave, value }) => [wave, value])).toEqual([
      ['2019', 0.417],
      ['2022', 0.437],
    ])
    expect(lonely[1]).toMatchObject({ interval: 'published', cite: 'CBS, StatLine 85766NED, 2022' })
    expect(results.waves[1].files[0]).toMatchObject({
      name: basename(path),
      sha256: expect.stringMatching(/^\w{64}$/),
    })
    const change = results.changes.find(
      ({ measure, domain }) => measure === 'lonely' && domainKey(domain) === 'target=75+',
    )
    close(change?.diff, 0.02)
    expect(change?.ci95).not.toBeNull()
    expect(results.breaks.find(({ measure }) => measure === 'lonely')).toMatchObject({
      class: 'not_assessable',
      reason: 'fewer_than_two_pre_waves',
    })
  })

  test('with a title that says so makes a synthetic report', async () => {
    const called = { ...table, title: 'SYNTHETISCHE tabel' }
    const path = writeForm(join(folder, 'synthetic'), 'v4', called)
    expect((await resultsOf([cbs(path)])).synthetic).toBe(true)
  })

  test('of another scale than the wave says is refused', async () => {
    const path = writeForm(join(folder, 'eleven'), 'typed', table)
    await expect(resultsOf([{ ...cbs(path), scale: 'djg11' }])).rejects.toMatchObject({
      code: 'table-of-other-scale',
    })
  })
})

interface Case {
  input: {
    t: number[]
    p: number[]
    V: number[] | number[][]
    margin?: number
    tau?: number
    M?: number
    scale?: 'identity' | 'logit'
    comparable?: boolean
  }
  result: { class: string; subclass?: string; assessed?: { delta: number; ci95: [number, number] } }
}

const CASES = 'method/05_trendbreak.json'

describe.skipIf(!hasReference(CASES))('the named cases of the method paper as published series', () => {
  const reference: { cases: Record<string, Case>; T0: number } = hasReference(CASES)
    ? JSON.parse(readReference(CASES))
    : { cases: {}, T0: 0 }
  const { cases, T0 } = reference
  const z = 1.959963984540054
  const usable = Object.entries(cases).filter(
    ([, { input }]) => input.comparable !== false && input.V.every(v => typeof v === 'number'),
  )

  test('there are enough of them', () => expect(usable.length).toBeGreaterThan(12))

  test.each(usable)('%s', (_, { input, result }) => {
    const { t, p, V, margin = 0.01, tau = 0, M = 0, scale = 'identity' } = input
    const study = studyOf({
      decision: { ...studyOf().decision, margin, tau, maxDrift: M, scale },
      standard: [],
      programme: { name: 'proef', start: '2018-03-08', exposureFrom: '2018-03-08' },
      shocks: [],
    })
    const waves = p.map((value, i) => {
      const half = z * Math.sqrt(Number(V[i]))
      const figures = [figure(value, { low: value - half, high: value + half, unit: 0 })]
      const spec = wave(String(i), figures, { fieldwork: ['2016-01-01', '2016-01-01'] })
      const input = {
        figures,
        instrument: 'djg11' as const,
        subscaleCutoff: null,
        files: [],
        notes: [],
        warnings: [],
      }
      const read = publishedWave(spec, input, { study, population: [] })
      const role = t[i] < T0 ? ('pre' as const) : ('post' as const)
      return { ...read, role, entry: { ...read.entry, time: t[i], role } }
    })
    const names = dimensionNames(study)
    const cells = joinCells([], { panel: false, names, levels: new Map() })
    const survey = { name: 'proef', waves: [], entries: [], cells, bands: ageBands(study, []) }
    const [{ entry }] = analyseSource(study, sourceOf(survey, waves)).breaks
    expect([entry.class, entry.subclass ?? undefined]).toEqual([result.class, result.subclass])
    if (result.assessed === undefined) return
    close(entry.assessed?.delta, result.assessed.delta)
    close(entry.assessed?.ci95[0], result.assessed.ci95[0], 1e-7)
    close(entry.assessed?.ci95[1], result.assessed.ci95[1], 1e-7)
  })
})

/** One figure for each group of people: 85+ of the target and of all are the same. */
function withoutTwice(figures: readonly PublishedFigure[]): PublishedFigure[] {
  const seen = new Set<string>()
  return figures.filter(({ measure, domain }) => {
    const { target, age, ...others } = domain
    const key = `${measure} ${age ?? target} ${JSON.stringify(others)}`
    return !seen.has(key) && seen.add(key)
  })
}
