import { describe, expect, test } from 'vitest'
import type { WaveEntry } from '../../src/core/results.ts'
import {
  comparableEntries,
  floorOf,
  refusalReasons,
  refusalsAmong,
  sameInstrument,
  severeDefinition,
} from '../../src/pipeline/comparability.ts'
import { waveOf } from './wave-entry-of.ts'

const TARGET = { target: '75+' }
const ALL = { target: 'all' }
const gm = (wave: string, part: Partial<WaveEntry> = {}) =>
  waveOf({ source: 'gezondheidsmonitor', wave, ageRange: [18, 103], ...part })
const cbs = (wave: string) =>
  waveOf({ source: 'cbs', wave, instrument: 'djg6', subscaleCutoff: 1, ageRange: [15, 98] })

describe('two waves of one study', () => {
  test('with another instrument are no series, for any measure', () => {
    const waves = [waveOf(), waveOf({ wave: '2024', instrument: 'djg6' })]
    for (const measure of ['lonely', 'severe', 'social', 'score']) {
      expect(refusalsAmong(waves, measure, TARGET)).toContain('instrument')
    }
  })

  test('with another cut-off of the sub-scales are one series of the total and none of the sub-scales', () => {
    const waves = [waveOf(), waveOf({ subscaleCutoff: 3 })]
    expect(sameInstrument(waves, 'lonely', TARGET)).toBe(true)
    expect(refusalsAmong(waves, 'social', TARGET)).toEqual(['cutoff'])
    expect(refusalsAmong(waves, 'emotional', TARGET)).toEqual(['cutoff'])
  })

  test('19 and over against 18 and over: refused for all, not for a target inside both', () => {
    const waves = [gm('2016'), gm('2020')]
    expect(waves.map(wave => floorOf(wave)?.age)).toEqual([19, 18])
    expect(refusalsAmong(waves, 'lonely', ALL)).toEqual(['age_floor'])
    expect(refusalsAmong(waves, 'lonely', { target: 'all', age: '18-34' })).toEqual(['age_floor'])
    expect(refusalsAmong(waves, 'lonely', { target: 'all', age: '35-49' })).toEqual([])
    expect(refusalsAmong(waves, 'lonely', TARGET)).toEqual([])
    expect(refusalsAmong([gm('2012'), gm('2016')], 'lonely', ALL)).toEqual([])
  })

  test('people of 77 and over in one of them are not all of 75 and over', () => {
    const waves = [waveOf({ ageRange: [64, 100] }), waveOf({ ageRange: [77, 100] })]
    expect(refusalsAmong(waves, 'lonely', TARGET)).toEqual(['age_floor'])
    expect(refusalsAmong(waves, 'lonely', { ...TARGET, age: '80-84' })).toEqual([])
  })

  test('a youngest that a small sample may have missed by chance is no other population', () => {
    const waves = [waveOf({ ageRange: [18, 99] }), waveOf({ ageRange: [19, 99] })]
    expect(refusalsAmong(waves, 'lonely', ALL)).toEqual([])
    expect(refusalsAmong([waves[0], waveOf({ ageRange: null })], 'lonely', ALL)).toEqual([])
  })

  test('a file that begins later than the study is taken at its own youngest', () => {
    expect(floorOf(gm('2020', { ageRange: [65, 103] }))).toEqual({ age: 65, known: false })
    expect(floorOf(gm('2020', { ageRange: null }))).toEqual({ age: 18, known: true })
  })

  test('estimates of a model never stand in one series with those of a sample', () => {
    const model = waveOf({ published: { cites: ['RIVM'], model: true } })
    expect(refusalReasons(waveOf(), model, 'lonely', TARGET)).toEqual(['estimates'])
  })

  test('"strongly lonely" as published is not the severely lonely of the manual', () => {
    const published = { ...cbs('2019'), published: { cites: ['85766NED'], model: false } }
    expect([severeDefinition(published), severeDefinition(cbs('2021'))]).toEqual(['strong', 'djg6'])
    expect(refusalReasons(published, cbs('2021'), 'severe', TARGET)).toEqual(['cutoff'])
    expect(refusalReasons(published, cbs('2021'), 'lonely', TARGET)).toEqual([])
  })
})

describe('two studies', () => {
  test('with eleven and six items, national and regional, are kept apart with every reason', () => {
    expect(refusalReasons(gm('2020'), cbs('2020'), 'lonely', ALL)).toEqual(['instrument', 'age_floor'])
    const lasa = waveOf({ source: 'lasa', ageRange: [64, 100] })
    expect(refusalReasons(gm('2016'), lasa, 'lonely', TARGET)).toEqual(['area', 'population'])
  })

  test('of one’s own with the same questions are kept apart: nothing tells that their people are alike', () => {
    const reasons = refusalReasons(waveOf(), waveOf({ source: 'andere' }), 'lonely', TARGET)
    expect(reasons).toEqual(['area', 'population'])
  })
})

describe('the sets of a study', () => {
  const waves = [gm('2016'), gm('2020'), cbs('2019')]
  const estimates = waves.flatMap(({ source, wave }) =>
    [TARGET, ALL].map(domain => ({ source, wave, measure: 'lonely', domain, standard: null })),
  )

  test('go together within a study and are refused between them, with reasons', () => {
    const [target, all] = comparableEntries(waves, estimates)
    expect(target).toEqual({
      measure: 'lonely',
      domain: TARGET,
      comparableSets: [
        [{ source: 'gezondheidsmonitor', waves: ['2016', '2020'] }],
        [{ source: 'cbs', waves: ['2019'] }],
      ],
      refusals: [
        {
          a: { source: 'gezondheidsmonitor', waves: ['2016', '2020'] },
          b: { source: 'cbs', waves: ['2019'] },
          reasons: ['instrument'],
        },
      ],
    })
    expect(all.comparableSets).toHaveLength(3)
    expect(all.refusals.map(({ reasons }) => reasons)).toEqual([
      ['age_floor'],
      ['instrument', 'age_floor'],
      ['instrument', 'age_floor'],
    ])
  })

  test('hold only waves that have the measure', () => {
    const [entry] = comparableEntries(waves, estimates.slice(0, 1))
    expect(entry.comparableSets).toEqual([[{ source: 'gezondheidsmonitor', waves: ['2016'] }]])
    expect(entry.refusals).toEqual([])
  })
})
