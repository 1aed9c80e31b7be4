/** Files of the Gezondheidsmonitor and of one's own, as they arrive: waves in one file, classes of age, doubles, codes of scores. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EjzError } from '../../src/core/error.ts'
import type { Results } from '../../src/core/results.ts'
import type { Study, WaveSpec } from '../../src/core/study.ts'
import { analyse } from '../../src/pipeline/analyse.ts'
import { check } from '../../src/pipeline/check.ts'
import { numbered, waveOf } from '../sources/file-with.ts'
import { studyOf } from './study-of.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-monitor-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Row = Readonly<Record<string, number | string>>

function write(name: string, rows: readonly Row[]): string {
  const header = Object.keys(rows[0])
  const path = join(folder, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    path,
    `${[header, ...rows.map(row => header.map(key => row[key]))].map(line => line.join(',')).join('\n')}\n`,
  )
  return path
}

/** People of 70 to 99, one in three lonely by total, all answers given. */
function people(n: number, own: (i: number) => Row = () => ({})): Row[] {
  return Array.from({ length: n }, (_, i) => ({
    GGEES203: [0, 2, 5, 1, 9, 2, 11, 0, 1, 2, 4, 1][i % 12],
    LFT0109: 70 + (i % 30),
    geslacht: 1 + (i % 2),
    PrimaireEenheid: 1 + (i % 3),
    ewGGD: 1 + (i % 4),
    ...own(i),
  }))
}

function monitor(
  wave: string,
  files: readonly string[],
  own: Partial<WaveSpec> = {},
  part: Partial<Study> = {},
): Study {
  return studyOf({
    waves: [waveOf('gezondheidsmonitor', wave, { files, ...own })],
    standard: ['first-wave'],
    disclosure: { minN: 0, minEvents: 0, presentation: 'off' },
    ...part,
  })
}

async function resultsOf(study: Study): Promise<Results> {
  return (await analyse(study)).results
}

async function refusal(study: Study): Promise<EjzError> {
  const error = await analyse(study).catch((caught: unknown) => caught)
  if (error instanceof EjzError) return error
  throw new Error(`not refused: ${String(error)}`)
}

const lonelyOf = ({ estimates }: Results, wave: string, target = '75+') =>
  estimates.find(
    entry =>
      entry.wave === wave &&
      entry.measure === 'lonely' &&
      entry.standard === null &&
      JSON.stringify(entry.domain) === JSON.stringify({ target }),
  )
const codesOf = ({ warnings }: Results) => warnings.map(({ code }) => code)
const warningOf = ({ warnings }: Results, code: string) => warnings.find(warning => warning.code === code)

describe('delivered scores', () => {
  it('trap 3: 9 and 99 are missing where they are no score; other codes are counted as unknown, column by column', async () => {
    const odd = new Map([
      [1, { GGEES203: 99, GGEES204: 9 }],
      [2, { GGEES203: 12, GGEES204: 7 }],
      [3, { GGEES203: 9, GGEES204: 6 }],
      [4, { GGEES203: -1, GGEES204: '' }],
      [5, { GGEES203: 2.5, GGEES204: 1 }],
      [6, { GGEES203: 12, GGEES204: 1 }],
    ])
    const rows = people(300, i => ({ GGEES204: i % 7, ...odd.get(i) }))
    const found = await resultsOf(monitor('2016', [write('x.csv', rows)]))
    const unknown = found.warnings.filter(({ code }) => code === 'unknown_code')
    expect(unknown.map(({ count, where, values }) => ({ count, where, values }))).toEqual([
      { count: 3, where: 'x.csv, variable GGEES203', values: { 12: 2, 2.5: 1 } },
      { count: 1, where: 'x.csv, variable GGEES204', values: { 7: 1 } },
    ])
    expect(lonelyOf(found, '2016', 'all')).toMatchObject({ n: 295, nMissing: 5 })
    const emotional = found.estimates.find(
      ({ measure, domain, standard }) =>
        measure === 'emotional' && domain.target === 'all' && standard === null,
    )
    expect(emotional).toMatchObject({ n: 297, nMissing: 3 })
  })

  it('trap 2: GGEES209 code 8 counts as not severely lonely', async () => {
    const severity = [8, 0, 1, 8, 9]
    const rows = people(250, i => ({
      GGEES217: [0, 1, 1, 0, 9][i % 5],
      GGEES209: severity[i % 5],
      ewGGD: 1,
    })).map(({ GGEES203: _, ...row }) => row)
    const found = await resultsOf(monitor('2016', [write('x.csv', rows)]))
    const severe = found.estimates.find(
      ({ measure, domain }) =>
        measure === 'severe' && domain.target === 'all' && Object.keys(domain).length === 1,
    )
    expect(severe).toMatchObject({ n: 200, events: 50, nMissing: 50 })
    expect(severe?.value).toBeCloseTo(0.25, 12)
    expect(lonelyOf(found, '2016', 'all')?.value).toBeCloseTo(0.5, 12)
  })

  it('of categories give lonely, severely and very severely lonely, and no mean', async () => {
    const rows = people(240, i => ({ GGEES208: [0, 1, 2, 3, 0, 9][i % 6], ewGGD: 1 }))
    const named = rows.map(({ GGEES203: _, ...row }) => row)
    const found = await resultsOf(monitor('2016', [write('x.csv', named)]))
    const value = (measure: string) =>
      found.estimates.find(entry => entry.measure === measure && entry.domain.target === 'all')?.value
    expect(value('lonely')).toBeCloseTo(3 / 5, 12)
    expect(value('severe')).toBeCloseTo(2 / 5, 12)
    expect(value('very_severe')).toBeCloseTo(1 / 5, 12)
    expect([value('score'), value('emotional')]).toEqual([undefined, undefined])
  })

  it('of any other survey are named under the canonical columns', async () => {
    const rows = people(200, i => ({ e: i % 7, s: i % 6 }))
    const columns = { score: 'GGEES203', emotional: 'e', social: 's', age: 'LFT0109', weight: 'ewGGD' }
    const wave = waveOf('microdata', '2024', { files: [write('x.csv', rows)], columns })
    const found = await resultsOf(monitor('2024', [], {}, { waves: [wave], by: [['age']] }))
    expect(new Set(found.estimates.map(({ measure }) => measure)).size).toBe(6)
    expect(found.waves[0].missingRule).toBe('delivered')
  })
})

describe('the file of another wave', () => {
  it('is seen by the year of its records and by its name', async () => {
    const rows = people(200, i => ({ AGOJB201: i < 30 ? 2012 : 2016 }))
    const found = await resultsOf(monitor('2016', [write('GEMON2020.csv', rows)]))
    const told = found.warnings.filter(({ code }) => code === 'wave_contradicted')
    expect(told.map(({ message }) => message).sort()).toEqual([
      '30 of 200 records say another year than 2016 in AGOJB201',
      'the name of GEMON2020.csv says 2020, the study file 2016',
    ])
  })

  it('is not suspected where name and records agree, or say nothing', async () => {
    const rows = people(200, () => ({ AGOJB201: 2016 }))
    for (const name of ['GEZOMONITOR2016V1.csv', 'export_2024_gm2016.csv', 'monitor.csv']) {
      expect(codesOf(await resultsOf(monitor('2016', [write(name, rows)])))).not.toContain(
        'wave_contradicted',
      )
    }
  })
})

describe('one file with several waves', () => {
  const both = () => people(400, i => ({ AGOJB201: i % 2 === 0 ? 2016 : 2022 }))
  const waves = (path: string, names = ['2016', '2022'], column = 'AGOJB201') =>
    names.map(wave => waveOf('gezondheidsmonitor', wave, { files: [path], columns: { wave: column } }))

  it('gives each wave its own rows, and the same figures as two files', async () => {
    const rows = both()
    const path = write('trend.csv', rows)
    const one = await resultsOf(monitor('', [], {}, { waves: waves(path) }))
    const apart = [2016, 2022].map(year =>
      waveOf('gezondheidsmonitor', String(year), {
        files: [
          write(
            `gm${year}.csv`,
            rows.filter(row => row.AGOJB201 === year),
          ),
        ],
      }),
    )
    const two = await resultsOf(monitor('', [], {}, { waves: apart }))
    expect(one.waves.map(({ records }) => records)).toEqual([200, 200])
    expect(one.estimates).toEqual(two.estimates)
    expect(codesOf(one)).not.toContain('wave_contradicted')
  })

  it('finds texts as well as numbers, and unknown codes only in the rows of the wave', async () => {
    const rows = both().map((row, i) => ({
      ...row,
      golf: row.AGOJB201 === 2016 ? ' eerste' : 'tweede',
      GGEES203: i === 1 ? 44 : row.GGEES203,
    }))
    const path = write('trend.csv', rows)
    const named = ['eerste', 'tweede'].map((wave, i) =>
      waveOf('gezondheidsmonitor', wave, {
        files: [path],
        columns: { wave: 'golf', weight: 'ewGGD' },
        fieldwork: [`${2016 + 6 * i}-09-01`, `${2016 + 6 * i}-12-01`],
      }),
    )
    const found = await resultsOf(monitor('', [], {}, { waves: named }))
    expect(found.waves.map(({ records }) => records)).toEqual([200, 200])
    const unknown = found.warnings.filter(({ code }) => code === 'unknown_code')
    expect(unknown.map(({ wave, count }) => [wave, count])).toEqual([['tweede', 1]])
  })

  it('is refused where no row is of the wave, or the column is not there', async () => {
    const path = write('trend.csv', both())
    const error = await refusal(
      monitor(
        '',
        [],
        {},
        {
          waves: waves(path, ['2016', '2020']).map(wave => ({
            ...wave,
            columns: { ...wave.columns, weight: 'ewGGD' },
          })),
        },
      ),
    )
    expect(error).toMatchObject({ code: 'no-rows-of-wave', message: 'no row says 2020 in AGOJB201' })
    expect(await refusal(monitor('', [], {}, { waves: waves(path, ['2016'], 'jaar') }))).toMatchObject({
      code: 'columns-missing',
    })
  })

  it('is judged by ejz check in the same way', async () => {
    const path = write('trend.csv', both())
    const { problems, files } = await check(monitor('', [], {}, { waves: waves(path, ['2016', '2024']) }))
    expect(problems.map(({ code }) => code)).toEqual(['no-rows-of-wave'])
    expect(files.map(({ records }) => records)).toEqual([200, 0])
  })
})

describe('classes of age', () => {
  const classes = (n: number, name: string, last: number) =>
    people(n, i => ({ [name]: 1 + (i % last) })).map(({ LFT0109: _, ...row }) => row)
  const fitting = (target: number[], all: number[]): Partial<Study> => ({
    bands: { target, all },
    by: [['sex'], ['age']],
  })

  it('that the bands do not cut serve as they are', async () => {
    const path = write('x.csv', classes(300, 'Lftcat5', 5))
    const found = await resultsOf(monitor('2022', [path], {}, fitting([75], [18, 35, 50, 65, 75])))
    expect(lonelyOf(found, '2022')).toMatchObject({ n: 60 })
    expect(lonelyOf(found, '2022', 'all')).toMatchObject({ n: 300 })
    expect(found.waves[0].ageRange).toBeNull()
    expect(warningOf(found, 'age_classes')?.message).toContain('Lftcat5 holds classes of age (18-34, 35-49')
    expect(codesOf(found)).not.toContain('missing_age')
  })

  it('give the same figures as the ages themselves', async () => {
    const rows = people(300)
    const cut = rows.map(({ LFT0109: age, ...row }) => ({
      ...row,
      leeftijdsub: Number(age) >= 85 ? 7 : Number(age) >= 75 ? 6 : 5,
    }))
    const bands = fitting([75, 85], [18, 25, 40, 55, 65, 75, 85])
    const [years, sub] = await Promise.all(
      [rows, cut].map((data, i) => resultsOf(monitor('2022', [write(`x${i}.csv`, data)], {}, bands))),
    )
    expect(sub.estimates).toEqual(years.estimates)
  })

  it('that a band cuts are refused, with the bands that fit', async () => {
    const error = await refusal(monitor('2022', [write('x.csv', classes(60, 'Lftcat5', 5))]))
    expect(error).toMatchObject({ code: 'age-classes-uncut', fault: 'data' })
    expect(error.message).toBe(
      'the age classes of Lftcat5 (18-34, 35-49, 50-64, 65-74, 75+) cannot be cut at 80, 85, 90',
    )
    expect(error.hint).toContain('bands: { target: [75], all: [18, 35, 50, 65, 75] }')
  })

  it('that cannot be cut where the target begins say so', async () => {
    const path = write('x.csv', classes(60, 'LeeftijdSub', 7))
    const error = await refusal(
      monitor('2022', [path], {}, { target: { age: [80, null] }, bands: { target: [80], all: [18] } }),
    )
    expect(error.hint).toContain('a target that begins at 80 cannot be made of them')
  })

  it('of which nothing tells the ages are refused', async () => {
    const error = await refusal(monitor('2016', [write('x.csv', classes(60, 'Lftklassen', 14))]))
    expect(error).toMatchObject({ code: 'age-classes-unknown' })
  })
})

describe('people who are in a file of one’s own twice', () => {
  const columns = { id: 'id', age: 'LFT0109', weight: 'ewGGD', score: 'GGEES203' }
  const rows = () => people(200, i => ({ id: i < 10 ? 100 + i : i }))
  const own = (path: string, part: Partial<WaveSpec>) =>
    monitor(
      '',
      [],
      {},
      { waves: [waveOf('microdata', '2024', { files: [path], columns, ...part })], by: [['age']] },
    )

  it('are not looked for unless the study file asks', async () => {
    const found = await resultsOf(own(write('x.csv', rows()), {}))
    expect(codesOf(found)).not.toContain('duplicate_records')
    expect(lonelyOf(found, '2024', 'all')).toMatchObject({ n: 200 })
  })

  it('keep their most complete record; of equals the first in the order of the files', async () => {
    const path = write('x.csv', rows())
    const found = await resultsOf(own(path, { duplicates: 'keep-most-complete' }))
    expect(lonelyOf(found, '2024', 'all')).toMatchObject({ n: 190 })
    const first = await resultsOf(
      own(
        write(
          'first.csv',
          rows().filter((_, i) => i < 100 || i >= 110),
        ),
        {},
      ),
    )
    expect(found.estimates).toEqual(first.estimates)
  })

  it('lose nobody to a record that cannot be used: such a record is nobody’s double', async () => {
    const twice = people(200, i => ({ id: i < 10 ? 100 + i : i }))
    const useless = twice.map((row, i) =>
      i < 10 ? { ...row, ewGGD: 0 } : { ...row, GGEES203: i < 110 ? 99 : 5 },
    )
    const found = await resultsOf(own(write('x.csv', useless), { duplicates: 'keep-most-complete' }))
    expect(codesOf(found)).not.toContain('duplicate_records')
    expect(found.waves[0]).toMatchObject({ records: 200, unusableWeights: 10 })
    expect(lonelyOf(found, '2024', 'all')).toMatchObject({ n: 90, nMissing: 100 })
  })

  it('are the same person with any number of threads, in a file that is read in parts', async () => {
    const many = people(120_000, i => ({ id: (i * 7919) % 100_003, ewGGD: 1 + (i % 97) }))
    const study = own(write('x.csv', many), { duplicates: 'keep-most-complete' })
    const [one, four] = await Promise.all(
      [1, 4].map(async threads => (await analyse(study, { threads })).results),
    )
    expect(warningOf(one, 'duplicate_records')).toMatchObject({ count: 120_000 - 100_003 })
    expect(four.estimates).toEqual(one.estimates)
  })

  it('in a panel are counted, and all used', async () => {
    const found = await resultsOf(own(write('x.csv', rows()), { panel: true }))
    expect(warningOf(found, 'duplicate_records')).toMatchObject({
      count: 10,
      values: { people: 10, records: 10, rule: 'count' },
    })
    expect(lonelyOf(found, '2024', 'all')).toMatchObject({ n: 200 })
  })

  it('over two files of one wave are found too', async () => {
    const all = rows()
    const paths = [write('a.csv', all.slice(0, 50)), write('b.csv', all.slice(50))]
    const wave = waveOf('microdata', '2024', { files: paths, columns, duplicates: 'reject' })
    expect(await refusal(monitor('', [], {}, { waves: [wave], by: [['age']] }))).toMatchObject({
      code: 'duplicate-records',
    })
  })

  it('cannot be looked for without an id', async () => {
    const { id: _, ...others } = columns
    const data = rows().map(({ id: __, ...row }) => row)
    const wave = waveOf('microdata', '2024', {
      files: [write('x.csv', data)],
      columns: others,
      duplicates: 'reject',
    })
    expect(await refusal(monitor('', [], {}, { waves: [wave], by: [['age']] }))).toMatchObject({
      code: 'columns-missing',
    })
  })
})

describe('the files of one wave', () => {
  it('that differ in what they hold are refused', async () => {
    const items = Object.fromEntries(numbered('GGEEB', 201, 11).map(name => [name, 1]))
    const a = write('a.csv', people(50))
    const b = write(
      'b.csv',
      people(50, () => items),
    )
    expect(await refusal(monitor('2016', [a, b]))).toMatchObject({ code: 'files-differ' })
    const c = write(
      'c.csv',
      people(50).map(({ geslacht: _, ...row }) => row),
    )
    const wave = { columns: { sex: 'geslacht' } }
    expect(await refusal(monitor('2016', [a, c], wave))).toMatchObject({ code: 'columns-missing' })
  })
})

describe('trap 8: adults are 19 and older until 2016 and 18 and older from 2020', () => {
  it('all adults of those years are never compared, people of 75 and older are', async () => {
    const path = write(
      'trend.csv',
      people(600, i => ({ jaar: i % 2 === 0 ? 2016 : 2020, LFT0109: 18 + (i % 80), ewGGDkern: 1 })),
    )
    const waves = ['2016', '2020'].map(wave =>
      waveOf('gezondheidsmonitor', wave, { files: [path], columns: { wave: 'jaar' } }),
    )
    const found = await resultsOf(monitor('', [], {}, { waves }))
    const changes = found.changes.filter(({ measure }) => measure === 'lonely')
    expect(changes.some(({ domain }) => domain.target === 'all' && Object.keys(domain).length === 1)).toBe(
      false,
    )
    expect(changes.some(({ domain }) => domain.target === '75+')).toBe(true)
    expect(codesOf(found)).toContain('population_differs')
  })
})

describe('region and municipality', () => {
  it('are asked for by name: MIREB201, and GEMEENTECODE in any capitals as GM0014', async () => {
    const rows = people(300, i => ({ MIREB201: 1 + (i % 25), GEMEENTECODE: i % 2 === 0 ? 14 : 363 }))
    const study = monitor('2016', [write('x.csv', rows)], {}, { by: [['region'], ['municipality']] })
    const found = await resultsOf(study)
    const levels = (name: string) =>
      new Set(found.estimates.flatMap(({ domain }) => domain[name as 'municipality'] ?? []))
    expect(levels('municipality')).toEqual(new Set(['GM0014', 'GM0363']))
    expect(levels('region').size).toBe(25)
  })
})
