import { beforeAll, describe, expect, test } from 'vitest'
import type { Results } from '../../src/core/results.ts'
import type { WaveSpec } from '../../src/core/study.ts'
import { analyse } from '../../src/pipeline/analyse.ts'
import { figures } from '../../src/report/charts/figures.ts'
import { threeWaves } from './three-waves.ts'

const SHORT = [3, 4, 7, 8, 9, 10]

/** The same file read as if only the six items had been asked. */
function shortOf(spec: WaveSpec): WaveSpec {
  const columns = Object.entries(spec.columns).filter(([name]) => {
    const item = /^item(\d+)$/.exec(name)
    return item === null || SHORT.includes(Number(item[1]))
  })
  return { ...spec, scale: 'djg6', columns: Object.fromEntries(columns) }
}

describe('a study whose last wave asked six items, beside one that asks eleven', () => {
  let results: Results
  beforeAll(async () => {
    const { waves } = threeWaves()
    const changed = waves.map((spec, i) => (i === 2 ? shortOf(spec) : spec))
    const other = waves.map(spec => ({ ...spec, source: 'andere' }))
    results = (await analyse(threeWaves({ waves: [...changed, ...other] }))).results
  })

  test('has no change, trend or break over the waves that differ', () => {
    const own = results.changes.filter(({ source }) => source === 'proef')
    expect(new Set(own.map(({ from, to }) => `${from}-${to}`))).toEqual(new Set(['2012-2016']))
    const trends = results.trends.filter(({ source, measure }) => source === 'proef' && measure === 'lonely')
    expect(trends.length).toBeGreaterThan(3)
    expect(new Set(trends.map(({ wls, reason }) => `${wls} ${reason}`))).toEqual(
      new Set(['null instrument_change']),
    )
    const breaks = results.breaks.filter(({ source }) => source === 'proef')
    expect(new Set(breaks.map(entry => `${entry.class} ${entry.reason}`))).toEqual(
      new Set(['not_assessable instrument_or_mode_break']),
    )
    expect(results.decompositions.some(({ source, to }) => source === 'proef' && to === '2020')).toBe(false)
  })

  test('has no estimate of a measure that the six items do not have', () => {
    const measures = (wave: string) => [
      ...new Set(
        results.estimates
          .filter(entry => entry.source === 'proef' && entry.wave === wave)
          .map(({ measure }) => measure),
      ),
    ]
    expect(measures('2016')).toContain('very_severe')
    expect(measures('2020')).toEqual(['lonely', 'severe', 'emotional', 'social', 'score'])
  })

  test('is drawn on axes of its own: no figure holds two instruments or two studies', () => {
    const drawn = figures(results, 'nl')
    const instrumentOf = new Map(
      results.waves.map(({ source, wave, instrument }) => [`${source} ${wave}`, instrument]),
    )
    for (const { id, source, data } of drawn) {
      const wave = data.columns.indexOf('wave')
      if (wave === -1) continue
      const drawnWaves = [...new Set(data.rows.map(row => `${source} ${row[wave]}`))]
      expect(new Set(drawnWaves.map(name => instrumentOf.get(name))).size, id).toBe(1)
    }
    const trends = drawn.filter(({ kind }) => kind === 'trend')
    expect(trends.map(({ id }) => id)).toEqual(['trend-proef-djg11', 'trend-proef-djg6', 'trend-andere'])
  })

  test('says why its waves are kept apart', () => {
    const entry = results.comparability.find(
      ({ measure, domain }) => measure === 'lonely' && domain.target === '75+',
    )
    expect(entry?.comparableSets).toEqual([
      [{ source: 'proef', waves: ['2012', '2016'] }],
      [{ source: 'proef', waves: ['2020'] }],
      [{ source: 'andere', waves: ['2012', '2016', '2020'] }],
    ])
    expect(entry?.refusals.map(({ reasons }) => reasons)).toEqual([
      ['instrument'],
      ['area', 'population'],
      ['instrument', 'area', 'population'],
    ])
    const codes = results.warnings.map(({ code }) => code)
    expect(codes).toEqual(
      expect.arrayContaining(['instrument_change', 'instruments_differ', 'cutoffs_differ']),
    )
  })

  test('has a crosswalk to its six items from the bridge of its first wave', () => {
    const [first] = results.bridges
    expect(first).toMatchObject({ source: 'proef', wave: '2012' })
    expect(first.crosswalks.map(({ wave, observed }) => [wave, observed !== null])).toEqual([
      ['2016', true],
      ['2020', false],
    ])
  })
})
