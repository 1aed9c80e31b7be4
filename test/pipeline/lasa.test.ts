/** The invented LASA folder against R: see test/reference/lasa.R. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Results } from '../../src/core/results.ts'
import type { Study, WaveSpec } from '../../src/core/study.ts'
import { analyse } from '../../src/pipeline/analyse.ts'
import { run } from '../cli/run.ts'
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

  describe('with its own scores', async () => {
    const own = await results({ scoring: 'delivered' }, {}, ['B', 'H'])

    it.each(['lonely', 'emotional', 'social'])(
      'trap 7: gives R’s %s from them, made by the rule of each wave',
      measure => {
        sees(own, measure, { target: 'all' }, expected.all.delivered[measure].estimates)
        changes(own, measure, expected.target.delivered[measure].change)
      },
    )

    it('trap 7: says that one series mixes two rules', () => {
      expect(own.waves.map(({ missingRule }) => missingRule)).toEqual(['lasa-one', 'lasa-two'])
      expect(warning(own, 'missing_rule_change')).toHaveLength(1)
      expect(warning(found, 'missing_rule_change')).toEqual([])
    })

    it('trap 3: an emotional 6 without a total of 6 or more is no score, nor are 7 to 9', () => {
      const { all, withoutTotal } = expected.emotionalSixes
      expect(warning(own, 'ambiguous_code')).toEqual([
        expect.objectContaining({ wave: 'B', count: all, values: { all, missing: withoutTotal } }),
      ])
    })
  })

  describe('in a CSV', () => {
    const items = Array.from({ length: 11 }, (_, i) => `clo${i + 1}`)
    const people = Array.from({ length: 40 }, (_, i) => i)
    const csv = (name: string, header: readonly string[], row: (i: number) => readonly number[]) => {
      const path = join(mkdtempSync(join(tmpdir(), 'ejz-lasa-')), name)
      writeFileSync(path, [header.join(';'), ...people.map(i => row(i).join(';'))].join('\n'))
      return { folder: null, files: [path], fieldwork: ['1995-10-01', '1996-09-30'] as const }
    }
    const file = csv('items.csv', ['respnr', 'cage', 'sex', ...items], i => [
      i,
      80,
      1 + (i % 2),
      ...items.map(() => 1 + (i % 3)),
    ])

    it('is read with the names and codes of the wave', async () => {
      const { results: own } = await analyse(study([lasa('C', file)]))
      const lonely = own.estimates.find(
        ({ measure, domain }) => measure === 'lonely' && same(domain, { target: '75+' }),
      )
      // all 1: five social items lonely; all 2: eleven; all 3: six emotional items
      expect([lonely?.n, lonely?.events]).toEqual([40, 40])
      expect(
        own.estimates.find(
          ({ measure, domain }) => measure === 'emotional' && same(domain, { target: '75+' }),
        )?.events,
      ).toBe(26)
    })

    it('needs its fieldwork told, and cannot tell an emotional 6 from a code', async () => {
      const timeless = study([lasa('C', { ...file, fieldwork: ['', ''] })])
      await expect(analyse(timeless)).rejects.toMatchObject({ code: 'lasa-fieldwork-unknown' })
      const scores = csv('scores.csv', ['respnr', 'cage', 'sex', 'clo', 'cloemo', 'closoc'], i => [
        i,
        80,
        1,
        6,
        6,
        0,
      ])
      await expect(analyse(study([lasa('C', scores)]))).rejects.toMatchObject({ code: 'ambiguous-code' })
    })
  })

  it('is analysed and checked from the command line, where a folder says enough', async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'ejz-lasa-')), 'out')
    const told = [FOLDER, '--source', 'lasa', '--wave', 'B', '--wave', 'H']
    const analysed = await run(['analyse', ...told, '-o', out])
    expect(analysed.code).toBe(0)
    expect(analysed.stderr).not.toContain('fieldwork taken as')
    const manifest = readFileSync(join(out, 'manifest.json'), 'utf8')
    expect(manifest).toContain('LASAZ008.SAV')
    const checked = await run(['check', ...told, '--format', 'json'])
    expect(JSON.parse(checked.stdout)).toMatchObject([
      { wave: 'B', file: 'LASAB073.SAV and 4 others', records: 380 },
      { wave: 'H', file: 'lasah073.sav and 5 others', records: 172 },
    ])
  })

  it('is scored, one row for each person', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ejz-lasa-'))
    const file = (name: string) => join(FOLDER, name)
    const out = join(folder, 'scores.csv')
    const scored = await run([
      'score',
      file('lasah073.sav'),
      file('LASAH712.sav'),
      '--source',
      'lasa',
      '--wave',
      'H',
      '-o',
      out,
    ])
    expect(scored.code).toBe(0)
    const [header, first, ...rows] = readFileSync(out, 'utf8').trim().split('\n')
    expect(header.startsWith('id,item1,')).toBe(true)
    expect(first).toMatch(/^\d{6},/)
    expect(rows).toHaveLength(171)
  })
})
