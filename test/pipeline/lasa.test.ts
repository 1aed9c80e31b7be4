/** The invented LASA folder against R: see test/reference/lasa.R. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Results } from '../../src/core/results.ts'
import type { Study, WaveSpec } from '../../src/core/study.ts'
import { analyse } from '../../src/pipeline/analyse.ts'
import { waveOf } from '../sources/file-with.ts'
import { studyOf } from './study-of.ts'

const FOLDER = fileURLToPath(new URL('../fixtures/lasa', import.meta.url))

const expected = JSON.parse(
  readFileSync(fileURLToPath(new URL('../reference/lasa.json', import.meta.url)), 'utf8'),
)

const WAVES = ['B', 'H', '3B', 'MB']

function lasa(wave: string, own: Partial<WaveSpec> = {}): WaveSpec {
  return waveOf('lasa', wave, { files: [], folder: FOLDER, fieldwork: ['', ''], panel: true, ...own })
}

function study(waves: readonly WaveSpec[], part: Partial<Study> = {}): Study {
  return studyOf({
    waves,
    target: { age: [75, null] },
    standard: [],
    disclosure: { minN: 0, minEvents: 0, presentation: 'off' },
    ...part,
  })
}

async function results(own: Partial<WaveSpec> = {}, part: Partial<Study> = {}, waves = WAVES) {
  return (
    await analyse(
      study(
        waves.map(wave => lasa(wave, own)),
        part,
      ),
    )
  ).results
}

type Figure = { wave: string; value: number; se: number; n: number; events: number }

function sees(
  found: Results,
  measure: string,
  domain: Readonly<Record<string, string>>,
  figures: readonly Figure[],
) {
  for (const { wave, value, se, n, events } of figures) {
    const own = found.estimates.find(
      one =>
        one.wave === wave && one.measure === measure && one.standard === null && same(one.domain, domain),
    )
    expect(own?.n, `n of ${measure} in ${wave}`).toBe(n)
    if (measure !== 'score') expect(own?.events).toBe(events)
    expect(own?.value).toBeCloseTo(value, 12)
    expect(own?.se).toBeCloseTo(se, 11)
  }
}

/** From B to H, in which 154 people take part twice. */
function changes(found: Results, measure: string, { diff, se }: { diff: number; se: number }) {
  const own = found.changes.find(
    one =>
      one.from === 'B' && one.to === 'H' && one.measure === measure && same(one.domain, { target: '75+' }),
  )
  expect(own?.diff).toBeCloseTo(diff, 12)
  expect(own?.se).toBeCloseTo(se, 11)
}

function same(one: object, other: object): boolean {
  const text = (of: object) => JSON.stringify(Object.entries(of).sort())
  return text(one) === text(other)
}

function warning(found: Results, code: string, wave?: string) {
  return found.warnings.filter(one => one.code === code && (wave === undefined || one.wave === wave))
}

describe('a folder of LASA', async () => {
  const found = await results()

  it.each(['lonely', 'severe', 'emotional', 'social', 'score'])(
    'gives R’s %s of everyone and of people of 75+, and its change in the same people',
    measure => {
      sees(found, measure, { target: 'all' }, expected.all[measure].estimates)
      sees(found, measure, { target: '75+' }, expected.target[measure].estimates)
      changes(found, measure, expected.target[measure].change)
    },
  )

  it('takes the covariance of the same people into the change', () => {
    expect(expected.personsInBoth).toBe(154)
    const [b, h] = expected.target.lonely.estimates.map(({ se }: Figure) => se)
    const { diff, covariance } = expected.target.lonely.change
    expect(covariance).toBeGreaterThan(1e-4)
    changes(found, 'lonely', { diff, se: Math.sqrt(b ** 2 + h ** 2 - 2 * covariance) })
  })

  it('orders the waves by the interview dates in the files', () => {
    expect(found.waves.map(({ wave }) => wave)).toEqual(['B', 'H', '3B', 'MB'])
    for (const { wave, fieldwork, records, ageRange } of found.waves) {
      const { fieldwork: days, records: people, ageRange: ages } = expected.waves[wave]
      expect({ wave, fieldwork, records, ageRange }).toEqual({
        wave,
        fieldwork: days,
        records: people,
        ageRange: ages,
      })
    }
  })

  it('is unweighted and says so; the person is the PSU', () => {
    expect(warning(found, 'unweighted').map(({ wave }) => wave)).toEqual(WAVES)
    expect(found.waves.map(({ weight, psu, panel }) => ({ weight, psu, panel }))).toEqual(
      WAVES.map(() => ({ weight: null, psu: 'respnr', panel: true })),
    )
  })

  it('lists every file it was joined from', () => {
    const wave = found.waves.find(({ wave }) => wave === 'H')
    expect(wave?.files.map(({ name, rows }) => [name, rows])).toEqual([
      ['LASAZ004.sav', 570],
      ['LASAZ008.SAV', 570],
      ['LASAZ052.sav', 1140],
      ['lasah073.sav', 132],
      ['LASAH712.sav', 45],
      ['LASAH273.sav', 132],
    ])
    expect(found.synthetic).toBe(true)
  })

  it('keeps people whom the background files do not know, and counts them', () => {
    expect(warning(found, 'person_not_found', 'H').map(({ where, count }) => [where, count])).toEqual([
      ['LASAZ004.sav', 2],
      ['LASAZ008.SAV', 2],
    ])
    expect(warning(found, 'missing_sex', 'H')[0].count).toBe(2)
    expect(warning(found, 'missing_age', 'H')[0].count).toBe(expected.waves.H.missingAge)
  })

  it('computes an age that LASAZ008 lacks from the year of birth, and says how many', () => {
    expect(warning(found, 'age_computed').map(({ wave, count }) => [wave, count])).toEqual([
      ['H', 1],
      ['MB', 60],
    ])
  })

  it('takes a code that nobody declared as missing', () => {
    expect(warning(found, 'unknown_code', 'H')).toEqual([
      expect.objectContaining({ count: 1, values: { 9: 1 } }),
    ])
  })

  it('trap 16: people interviewed by telephone have six items only, so no score of eleven', async () => {
    expect(warning(found, 'telephone_six_items', 'H')).toEqual([expect.objectContaining({ count: 40 })])
    const six = await results({ scale: 'djg6' }, { by: [['sex'], ['age'], ['mode']] })
    sees(six, 'lonely', { target: 'all' }, expected.all.lonely6.estimates)
    changes(six, 'lonely', expected.target.lonely6.change)
    sees(six, 'lonely', { target: 'all', mode: 'telephone' }, expected.telephone6.estimates)
    sees(six, 'lonely', { target: 'all', mode: 'face-to-face' }, expected.faceToFace6.estimates)
    expect(warning(six, 'telephone_included', 'H')).toEqual([expect.objectContaining({ count: 40 })])
    expect(six.waves.map(({ mode }) => mode)).toEqual([
      'face-to-face',
      'face-to-face+telephone',
      'face-to-face',
      'face-to-face',
    ])
  })

  it('trap 6: B, 3B and MB have the same variables; the file name says the wave', () => {
    const records = Object.fromEntries(found.waves.map(({ wave, records }) => [wave, records]))
    expect(records).toEqual({ B: 380, H: 172, '3B': 90, MB: 60 })
    const names = found.waves.map(({ files }) => files.find(({ name }) => /073/.test(name))?.name)
    expect(names).toEqual(['LASAB073.SAV', 'lasah073.sav', 'LAS3B073.sav', 'LasMB073.Sav'])
  })

  it('takes files that are named, and finds the same', async () => {
    const files = ['lasah073.sav', 'LASAH712.sav', 'LASAZ004.sav', 'LASAZ008.SAV'].map(name =>
      join(FOLDER, name),
    )
    const named = (await analyse(study([lasa('h', { folder: null, files })]))).results
    const own = (from: Results, wave: string) => {
      const { value, n } =
        from.estimates.find(e => e.wave === wave && e.measure === 'lonely' && e.domain.target === '75+') ?? {}
      return { value, n }
    }
    expect(own(named, 'h')).toEqual(own(found, 'H'))
  })
})
