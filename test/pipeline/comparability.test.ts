import { expect, test } from 'vitest'
import type { WaveEntry } from '../../src/core/results.ts'
import { comparability, sameInstrument, shockOf } from '../../src/pipeline/comparability.ts'
import { studyOf } from './study-of.ts'

function wave(part: Partial<WaveEntry>): WaveEntry {
  return {
    source: 'proef',
    wave: '2016',
    time: 2016.8,
    fieldwork: ['2016-09-01', '2016-12-15'],
    instrument: 'djg11',
    role: 'pre',
    mode: null,
    panel: false,
    missingRule: 'manual',
    subscaleCutoff: 2,
    weight: 'w',
    stratum: 's',
    psu: null,
    files: [],
    ageRange: [18, 99],
    targetPopulation: null,
    records: 100,
    nTarget: 50,
    unusableWeights: 0,
    missingItems: [],
    ...part,
  }
}

const codes = (waves: WaveEntry[]) => comparability(studyOf(), waves).map(({ code }) => code)

test('another instrument, cut-off or mode within a source is said', () => {
  const later = wave({
    wave: '2024',
    fieldwork: ['2024-09-01', '2024-12-15'],
    instrument: 'djg6',
    subscaleCutoff: 1,
  })
  expect(codes([wave({ mode: 'written' }), { ...later, mode: 'online' }])).toEqual([
    'instrument_change',
    'cutoff_change',
    'mode_change',
    'few_waves',
  ])
})

test('two sources with different instruments are not one series, and no warning about it', () => {
  expect(codes([wave({}), wave({ source: 'andere', instrument: 'djg6' })])).toEqual([])
})

test('a wave whose fieldwork overlaps a shock is named', () => {
  const shocked = wave({ wave: '2020', fieldwork: ['2019-12-01', '2020-03-01'] })
  expect(shockOf(studyOf(), shocked)).toBe('COVID-19')
  expect(shockOf(studyOf(), wave({ fieldwork: ['2019-12-01', '2020-02-29'] }))).toBeNull()
  expect(comparability(studyOf(), [shocked])).toMatchObject([{ code: 'period_shock', wave: '2020' }])
})

test('the Gezondheidsmonitor brings its own: households, adults from 19 to 18, the GGD part of 2022', () => {
  const gm = (year: string) =>
    wave({ source: 'gezondheidsmonitor', wave: year, fieldwork: [`${year}-09-01`, `${year}-10-01`] })
  const five = ['2012', '2016', '2020', '2022', '2024'].map(gm)
  expect(codes(five)).toEqual([
    'period_shock',
    'private_households_only',
    'population_differs',
    'ggd_part_only',
  ])
})

test('sub-scales need the same cut-off besides the same instrument', () => {
  const waves = [wave({}), wave({ subscaleCutoff: 3 })]
  expect(sameInstrument(waves, 'lonely')).toBe(true)
  expect(sameInstrument(waves, 'social')).toBe(false)
  expect(sameInstrument([wave({}), wave({ instrument: 'djg6' })], 'lonely')).toBe(false)
})
