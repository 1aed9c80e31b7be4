import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Results } from '../../src/core/results.ts'
import type { Study, WaveSpec } from '../../src/core/study.ts'
import { analyse } from '../../src/pipeline/analyse.ts'
import { waveOf } from '../sources/file-with.ts'
import { studyOf } from './study-of.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-cbs-nivel-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\r\n')}\r\n`)
  return path
}

async function resultsOf(waves: readonly WaveSpec[], part: Partial<Study> = {}): Promise<Results> {
  const disclosure = { minN: 0, minEvents: 0, presentation: 'off' } as const
  return (await analyse(studyOf({ waves, standard: [], by: [], disclosure, ...part }))).results
}

const SEX = { male: [1], female: [2] }

describe('Nivel: two panels in a CSV of a Dutch Excel', () => {
  const COLUMNS = {
    id: 'resp',
    weight: 'weging',
    age: 'lft',
    sex: 'gesl',
    panel: 'bron',
    ...Object.fromEntries([3, 4, 7, 8, 9, 10].map(number => [`item${number}`, `v${number}`])),
  }
  const HEADER = 'resp;weging;lft;gesl;bron;v3;v4;v7;v8;v9;v10'
  const LONELY = 'ja;nee;ja;ja;nee;nee'
  const NOT = 'nee;ja;ja;ja;nee;nee'
  /** Sixty people of 80: the first so many lonely (two items), the weight of every other 1,5. */
  const wave = (year: string, lonely: number) => {
    const people = Array.from({ length: 60 }, (_, i) => {
      const panel = i < 30 ? 'NPCG' : 'Consumentenpanel'
      return `${i};${i % 2 === 0 ? '1,5' : '0,5'};80;${1 + (i % 2)};${panel};${i < lonely ? LONELY : NOT}`
    })
    return waveOf('nivel', year, {
      scale: 'djg6',
      panel: true,
      files: [file(`verzonnen-nivel${year}.csv`, [HEADER, ...people])],
      columns: COLUMNS,
      codes: { yes: ['ja'], moreOrLess: ['min of meer'], no: ['nee'], sex: SEX },
    })
  }

  let results: Results
  beforeAll(async () => {
    results = await resultsOf([wave('2015', 20), wave('2019', 30)], { by: [['panel']] })
  })
  const lonely = (domain: Record<string, string>) =>
    results.estimates
      .filter(entry => entry.measure === 'lonely' && JSON.stringify(entry.domain) === JSON.stringify(domain))
      .map(({ value, n }) => [value, n])

  it('scores six items, two of them lonely, and divides by panel', () => {
    expect(lonely({ target: '75+' })).toEqual([
      [20 / 60, 60],
      [0.5, 60],
    ])
    expect(lonely({ target: '75+', panel: 'NPCG' })).toEqual([
      [20 / 30, 30],
      [1, 30],
    ])
    expect(results.waves.map(({ instrument, panel, psu }) => [instrument, panel, psu])).toEqual([
      ['djg6', true, 'resp'],
      ['djg6', true, 'resp'],
    ])
  })

  it('follows the same people: a change is far more certain than between two samples', () => {
    const [first, second] = results.estimates.filter(
      ({ measure, domain }) =>
        measure === 'lonely' && Object.keys(domain).length === 1 && domain.target === '75+',
    )
    const [change] = results.changes.filter(
      ({ measure, domain }) =>
        measure === 'lonely' && Object.keys(domain).length === 1 && domain.target === '75+',
    )
    const apart = Math.hypot(first.se ?? Number.NaN, second.se ?? Number.NaN)
    expect(change.diff).toBeCloseTo(1 / 6, 9)
    expect(change.se ?? Number.NaN).toBeLessThan(0.75 * apart)
  })

  it('says that its rule for missing answers is not verified', () => {
    const marked = results.warnings.filter(({ code }) => code === 'rule_not_verified')
    expect(marked.map(({ source, wave: name }) => [source, name])).toEqual([
      ['nivel', '2015'],
      ['nivel', '2019'],
    ])
  })
})

describe('CBS: microdata with the score as CBS made it', () => {
  const cbs = (name: string, scores: readonly number[], codes: WaveSpec['codes'] = {}) =>
    waveOf('cbs', '2019', {
      scale: 'djg6',
      files: [
        file(name, ['id;w;lft;gesl;eenz', ...scores.map((score, i) => `${i};1;80;${1 + (i % 2)};${score}`)]),
      ],
      columns: { id: 'id', weight: 'w', age: 'lft', sex: 'gesl', score: 'eenz' },
      codes: { sex: SEX, ...codes },
    })
  const SIX = Array.from({ length: 70 }, (_, i) => i % 7)

  it('counts 2 and more as lonely, 5 and more as severe', async () => {
    const { estimates } = await resultsOf([cbs('verzonnen-zes.csv', SIX)])
    const share = (measure: string) =>
      estimates
        .filter(entry => entry.measure === measure && entry.domain.target === '75+')
        .map(({ value }) => value)
    expect([share('lonely'), share('severe')]).toEqual([[5 / 7], [2 / 7]])
  })

  it('is refused as another instrument where scores exceed 6', async () => {
    const twelve = cbs('verzonnen-twaalf.csv', [...SIX, 7, 9, 12])
    await expect(resultsOf([twelve])).rejects.toThrow(
      expect.objectContaining({
        code: 'another-instrument',
        message:
          'the score holds 7, 9, 12, and six items give 6 at most: that is not the scale of De Jong Gierveld, and its figures do not belong in this series',
        hint: expect.stringContaining('declare them: codes: { missing: [7, 9, 12] }'),
      }),
    )
  })

  it('may use 7, 8 and 9 for no answer, once that is declared', async () => {
    const declared = cbs('verzonnen-missend.csv', [...SIX, 7, 8, 9], { missing: [7, 8, 9] })
    const { estimates } = await resultsOf([declared])
    const all = estimates.filter(({ measure, domain }) => measure === 'lonely' && domain.target === '75+')
    expect(all.map(({ n, nMissing }) => [n, nMissing])).toEqual([[70, 3]])
  })
})
