import { describe, expect, test } from 'vitest'
import type { WaveEntry } from '../../src/core/results.ts'
import { comparabilityWarnings, shockOf } from '../../src/pipeline/comparability-warnings.ts'
import { studyOf } from './study-of.ts'
import { waveOf } from './wave-entry-of.ts'

const warnings = (waves: WaveEntry[], study = studyOf()) => comparabilityWarnings(study, waves)
const codes = (waves: WaveEntry[], study = studyOf()) => warnings(waves, study).map(({ code }) => code)

const gm = (wave: string, part: Partial<WaveEntry> = {}) =>
  waveOf({ source: 'gezondheidsmonitor', wave, ...part })
const cbs = (wave: string, part: Partial<WaveEntry> = {}) =>
  waveOf({ source: 'cbs', wave, instrument: 'djg6', subscaleCutoff: 1, ageRange: [15, 95], ...part })
const lasa = (wave: string, part: Partial<WaveEntry> = {}) =>
  waveOf({ source: 'lasa', wave, panel: true, ageRange: [64, 100], ...part })
const own = (wave: string, part: Partial<WaveEntry> = {}) => waveOf({ wave, ...part })
const years = (make: (wave: string) => WaveEntry, ...names: string[]) => names.map(name => make(name))
const at = (from: string, to: string): Partial<WaveEntry> => ({ fieldwork: [from, to] })

/** number, code, waves that raise it, waves that do not */
const RULES: readonly (readonly [string, string, WaveEntry[], WaveEntry[]])[] = [
  [
    'V01 another instrument in one study',
    'instrument_change',
    [own('2016'), own('2024', { instrument: 'djg6' })],
    [own('2016'), own('2024')],
  ],
  [
    'V01 another instrument in another study',
    'instruments_differ',
    [gm('2016'), cbs('2019')],
    [gm('2016'), own('2019')],
  ],
  [
    'V02 another cut-off of the sub-scales',
    'cutoff_change',
    [own('2016'), own('2024', { subscaleCutoff: 3 })],
    [own('2016'), own('2024')],
  ],
  [
    'V02 another meaning of severe',
    'cutoffs_differ',
    [cbs('2019', { published: { cites: ['85766NED'], model: false } }), cbs('2021'), gm('2016')],
    [gm('2016'), own('2019')],
  ],
  [
    'V03 19 and over, then 18 and over',
    'population_differs',
    years(gm, '2016', '2020'),
    years(gm, '2012', '2016'),
  ],
  [
    'V03 a study from 15, another from 18',
    'population_differs',
    [gm('2020'), cbs('2019')],
    [gm('2020'), own('2020')],
  ],
  [
    'V03 people of 77 to 100 where 75 and over is asked',
    'population_differs',
    [lasa('J', { ageRange: [77, 100] })],
    [lasa('J', { ageRange: [75, 100] })],
  ],
  [
    'V04 another mode of interview',
    'mode_change',
    [own('2016', { mode: 'schriftelijk' }), own('2024', { mode: 'online' })],
    [own('2016', { mode: 'online' }), own('2024', { mode: 'online' })],
  ],
  [
    'V04 another mode in another study',
    'mode_change',
    [own('2016', { mode: 'online' }), gm('2016', { mode: 'schriftelijk' })],
    [own('2016', { mode: 'online' }), gm('2016')],
  ],
  ['V05 autumn 2022', 'covid_period', years(gm, '2022'), years(gm, '2019')],
  ['V06 the GGD part of 2022', 'ggd_part_only', years(gm, '2022'), [...years(gm, '2020'), own('2022')]],
  [
    'V07 a panel taken as independent samples',
    'panel_as_independent',
    [lasa('H', { panel: false }), lasa('J', { panel: false })],
    [lasa('H'), lasa('J')],
  ],
  ['V08 three regions', 'regional_only', [lasa('H')], [gm('2016')]],
  ['V09 private households', 'private_households_only', [gm('2016')], [lasa('H')]],
  [
    'V13 weights in some waves only',
    'weight_change',
    [own('2016'), own('2024', { weight: null })],
    [own('2016', { weight: 'gew2016' }), own('2024', { weight: 'gew2024' })],
  ],
  [
    'V14 four waves',
    'few_waves',
    years(own, '2012', '2016', '2020', '2024'),
    years(own, '2012', '2014', '2016', '2018', '2024'),
  ],
]

describe.each(RULES)('%s', (_, code, raising, silent) => {
  test(`is said as ${code}`, () => {
    expect(codes(raising)).toContain(code)
  })

  test('is not said where it does not hold', () => {
    expect(codes(silent)).not.toContain(code)
  })
})

describe('comparability', () => {
  test('a wave in a declared shock is named with it, and not a second time as COVID-19', () => {
    const shocked = own('2020', at('2019-12-01', '2020-03-01'))
    expect(shockOf(studyOf(), shocked)).toBe('COVID-19')
    expect(shockOf(studyOf(), own('2020', at('2019-12-01', '2020-02-29')))).toBeNull()
    expect(warnings([shocked])).toMatchObject([
      { code: 'period_shock', wave: '2020', values: { label: 'COVID-19' } },
    ])
    expect(codes([shocked], studyOf({ shocks: [] }))).toEqual(['covid_period'])
  })

  test('the names of a weight that is one scheme are no change of it', () => {
    const waves = [gm('2016', { weight: 'ewGGD' }), gm('2020', { weight: 'ewGGDkern' })]
    expect(codes(waves)).not.toContain('weight_change')
    expect(codes([own('2016', { weight: 'ewGGD' }), own('2020', { weight: 'ewGGDkern' })])).toContain(
      'weight_change',
    )
  })

  test('five waves with a break in the series are too few', () => {
    const five = years(own, '2012', '2014', '2016', '2018', '2024')
    const broken = [...five.slice(0, 4), { ...five[4], instrument: 'djg6' }]
    expect(warnings(broken).find(({ code }) => code === 'few_waves')).toMatchObject({ count: 4 })
  })

  test('the Gezondheidsmonitor brings its own: households, adults from 19 to 18, the GGD part of 2022', () => {
    expect(codes(years(gm, '2012', '2016', '2020', '2022', '2024'))).toEqual([
      'period_shock',
      'covid_period',
      'population_differs',
      'private_households_only',
      'ggd_part_only',
    ])
  })

  test('says that the target is not affected only where it is not', () => {
    const message = (study = studyOf()) =>
      warnings(years(gm, '2016', '2020'), study).find(({ code }) => code === 'population_differs')?.message
    expect(message()).toMatch(/18 and 19 years\); the target is not affected$/)
    expect(message(studyOf({ target: { age: [18, null] } }))).toMatch(
      /18 and 19 years, where 18\+ begins at 18$/,
    )
    expect(message(studyOf({ target: { age: [0, null] } }))).not.toMatch(/not affected/)
  })
})
