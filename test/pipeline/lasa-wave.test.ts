/** What a LASA delivery may have wrong, on small invented folders. */
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { EjzError } from '../../src/core/error.ts'
import type { WaveSpec } from '../../src/core/study.ts'
import type { SavColumn } from '../../src/ingest/sav-file.ts'
import { writeSav } from '../../src/ingest/sav-write.ts'
import { openLasaWave } from '../../src/pipeline/lasa-wave.ts'
import { waveOf } from '../sources/file-with.ts'

const FIXTURE = fileURLToPath(new URL('../fixtures/lasa', import.meta.url))
const PEOPLE = [101, 102, 103, 104]

/** 15 January 2012 and so on, as SPSS counts: seconds from 14 October 1582. */
const spss = (date: string) => Date.parse(date) / 1000 + 141_428 * 86_400
const DATES = ['2012-01-15', '2012-02-01', '2012-03-31', '2012-06-30'].map(spss)

const numbers = (name: string, values: readonly number[], format = 'F8.0'): SavColumn => ({
  name,
  type: 'number',
  values,
  format,
})
const items = (prefix: string, people = PEOPLE) =>
  Array.from({ length: 11 }, (_, i) =>
    numbers(
      `${prefix}lo${i + 1}`,
      people.map(() => 1),
    ),
  )

interface Files {
  readonly [name: string]: readonly SavColumn[] | null
}

const sound: Files = {
  'LASAH073.sav': [numbers('respnr', PEOPLE), ...items('h')],
  'LASAZ004.sav': [
    numbers('respnr', PEOPLE),
    numbers('sex', [1, 2, 1, 2]),
    numbers('byear', [1930, 1931, 1932, 1933]),
  ],
  'LASAZ008.sav': [
    numbers('respnr', PEOPLE),
    numbers('hage', [81, 80, 79, 78]),
    numbers('t8_dat', DATES, 'DATE11'),
  ],
}

function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'ejz-lasa-'))
  for (const [name, columns] of Object.entries({ ...sound, ...files })) {
    if (columns !== null) writeSav(join(folder, name), { columns, created: '2026-01-01' })
  }
  return folder
}

function open(folder: string, own: Partial<WaveSpec> = {}, answersOnly = false) {
  const spec = waveOf('lasa', own.wave ?? 'H', {
    files: [],
    folder,
    fieldwork: ['', ''],
    panel: true,
    ...own,
  })
  return openLasaWave(spec, { by: [], answersOnly })
}

async function refusal(opening: Promise<unknown>) {
  const error = await opening.then(
    () => null,
    (cause: unknown) => cause,
  )
  if (error instanceof EjzError) return error.problems[0]
  throw error ?? new Error('it was not refused')
}

async function column(folder: string, name: string, own: Partial<WaveSpec> = {}) {
  const { file } = await open(folder, own)
  if (file.content.kind !== 'columns') throw new Error('no columns')
  const values: (number | string)[] = []
  for await (const chunk of file.content.chunks([name])) values.push(...chunk.columns[0])
  return { values, warnings: file.warnings }
}

describe('a wave of LASA', () => {
  it('is one file with the days of its interviews', async () => {
    const { file, spec } = await open(folderOf({}))
    expect(spec).toMatchObject({
      fieldwork: ['2012-01-15', '2012-06-30'],
      mode: 'face-to-face',
      scoring: 'items',
    })
    expect(file.rows).toBe(4)
    expect(file.joinedFrom?.map(({ path }) => path.split('/').at(-1))).toEqual([
      'LASAZ004.sav',
      'LASAZ008.sav',
      'LASAH073.sav',
    ])
    expect(file.warnings).toEqual([])
  })

  it('keeps the fieldwork that the study file declares', async () => {
    const { spec } = await open(folderOf({}), { fieldwork: ['2011-10-01', '2012-09-30'] })
    expect(spec.fieldwork).toEqual(['2011-10-01', '2012-09-30'])
  })

  it('joins a number with a text, with or without leading zeros', async () => {
    const texts: SavColumn = { name: 'RespNr', type: 'text', values: ['000101', '102 ', '103', ' 104'] }
    const folder = folderOf({ 'LASAZ004.sav': [texts, numbers('sex', [1, 2, 1, 2])] })
    expect(await column(folder, 'sex')).toEqual({ values: [1, 2, 1, 2], warnings: [] })
  })

  it('reads an age of −2 and a date of 3 October 1582 as no interview', async () => {
    const none = { 'LASAZ004.sav': [numbers('respnr', PEOPLE), numbers('sex', [1, 2, 1, 2])] }
    const ages = [
      numbers('respnr', PEOPLE),
      numbers('hage', [-2, 80, 79, 78]),
      numbers('t8_dat', [-2, ...DATES.slice(1)], 'EDATE10'),
    ]
    const folder = folderOf({ ...none, 'LASAZ008.sav': ages })
    expect((await column(folder, 'hage')).values).toEqual([Number.NaN, 80, 79, 78])
    expect((await open(folder)).spec.fieldwork).toEqual(['2012-02-01', '2012-06-30'])
  })

  it('leaves out a date that lies years from the others', async () => {
    const dates = [DATES[0], DATES[1], DATES[2], spss('1992-06-30')]
    const folder = folderOf({
      'LASAZ008.sav': [
        numbers('respnr', PEOPLE),
        numbers('hage', [81, 80, 79, 78]),
        numbers('t8_dat', dates, 'DATE11'),
      ],
    })
    const { spec, file } = await open(folder)
    expect(spec.fieldwork).toEqual(['2012-01-15', '2012-03-31'])
    expect(file.warnings).toEqual([expect.objectContaining({ code: 'implausible_date', count: 1 })])
  })

  it('takes the only date in the file with the answers, and says so', async () => {
    const answers = [numbers('respnr', PEOPLE), ...items('h'), numbers('hdatint', DATES, 'DATE11')]
    const folder = folderOf({ 'LASAH073.sav': answers, 'LASAZ008.sav': null })
    const { spec, file } = await open(folder)
    expect(spec.fieldwork).toEqual(['2012-01-15', '2012-06-30'])
    expect(file.warnings.map(({ code }) => code)).toEqual(['date_assumed', 'age_computed'])
  })

  it('computes ages at the middle of a declared fieldwork where no file holds a date', async () => {
    const folder = folderOf({ 'LASAZ008.sav': null })
    const { values } = await column(folder, 'hage', { fieldwork: ['2012-01-01', '2012-12-31'] })
    expect(values).toEqual([81, 80, 79, 78])
  })

  it('takes the present residence of the five in LASAZ052, and no province or country', async () => {
    const rows = PEOPLE.flatMap(person => [person, person])
    const home = [
      numbers('respnr', rows),
      numbers(
        'b052record',
        rows.map((_, i) => (i % 2 === 0 ? 1 : 5)),
      ),
      numbers('bMunicipality', [3, 363, 3, 193, 3, 7001, 3, -1]),
    ]
    const folder = folderOf({ 'LASAZ052.sav': home })
    expect((await column(folder, 'bmunicipality')).values).toEqual([363, 193, 7001, -1])
    const variable = (await open(folder)).file.variables.find(({ name }) => name === 'bmunicipality')
    expect(variable?.missing).toEqual([{ kind: 'range', from: 2000, to: Number.POSITIVE_INFINITY }])
  })

  it('says that no open list covers the codes of wave K', async () => {
    const folder = folderOf({ 'LASAK073.sav': [numbers('respnr', PEOPLE), ...items('k')] })
    const { file } = await open(folder, { wave: 'K', fieldwork: ['2021-10-01', '2022-09-30'] })
    expect(file.warnings.map(({ code }) => code)).toEqual(['codes_not_documented', 'age_computed'])
  })
})

const sixItems = (values: number) =>
  [3, 4, 7, 8, 9, 10].map(item => numbers(`htrlo${item}`, [values, values]))

describe('interviews by telephone', () => {
  it('fill the six items of people without other answers, and of no one else', async () => {
    const answered = items('h').map(
      (one): SavColumn => (one.type === 'number' ? { ...one, values: [1, 1, 1, -3] } : one),
    )
    const folder = folderOf({
      'LASAH073.sav': [numbers('respnr', PEOPLE), ...answered],
      'LASAH712.sav': [numbers('respnr', [103, 104]), ...sixItems(3)],
    })
    expect((await column(folder, 'hlo3', { scale: 'djg6' })).values).toEqual([1, 1, 1, 3])
    expect((await column(folder, 'hlo1', { scale: 'djg6' })).values).toEqual([1, 1, 1, -3])
    expect((await column(folder, 'mode', { scale: 'djg6' })).values.at(-1)).toBe('telephone')
  })

  it('are enough for the short scale where the eleven items are not there', async () => {
    const folder = folderOf({
      'LASAH073.sav': null,
      'LASAH712.sav': [numbers('respnr', [103, 104]), ...sixItems(2)],
    })
    expect((await column(folder, 'hlo10', { scale: 'djg6' })).values).toEqual([2, 2])
    expect(await refusal(open(folder))).toMatchObject({ code: 'lasa-file-missing' })
  })

  it('stop where the labels say the reverse, or an item lacks', async () => {
    const labels = [
      { value: 1, label: 'ja' },
      { value: 3, label: 'nee' },
    ]
    const reversed = sixItems(1).map((one): SavColumn => ({ ...one, valueLabels: labels }))
    const telephone = (columns: readonly SavColumn[]) =>
      folderOf({ 'LASAH712.sav': [numbers('respnr', [103, 104]), ...columns] })
    expect(await refusal(open(telephone(reversed)))).toMatchObject({ code: 'labels-reversed' })
    expect(await refusal(open(telephone(sixItems(1).slice(1))))).toMatchObject({
      code: 'columns-missing',
      message: 'LASAH712.sav lacks 1 of the six items: htrlo3',
    })
  })
})

describe('a delivery that is not right is refused', () => {
  it('with the count of the people who occur twice, never their numbers', async () => {
    const twice = folderOf({ 'LASAH073.sav': [numbers('respnr', [101, 101, 102, 102]), ...items('h')] })
    const problem = await refusal(open(twice))
    expect(problem).toMatchObject({
      code: 'duplicate-respnr',
      message: '2 respondent numbers occur more than once in LASAH073.sav',
    })
    expect(JSON.stringify(problem)).not.toContain('101')
  })

  it('when a person has no number', async () => {
    const blank = folderOf({
      'LASAH073.sav': [numbers('respnr', [101, Number.NaN, 103, 104]), ...items('h')],
    })
    expect(await refusal(open(blank))).toMatchObject({ code: 'respnr-missing' })
  })

  it('naming what is there and what looks like the file that is not', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ejz-lasa-'))
    for (const name of readdirSync(FIXTURE)) copyFileSync(join(FIXTURE, name), join(folder, name))
    const problem = await refusal(open(folder, { wave: 'I' }))
    expect(problem.message).toBe(
      'the folder has no LASAI073.sav; it has files of B (LASAB073.SAV, LASAB273.sav); H (LASAH273.sav, LASAH712.sav, lasah073.sav); 3B (LAS3B073.sav); MB (LasMB073.Sav); all waves (LASAZ004.sav, LASAZ008.SAV, LASAZ052.sav)',
    )
    expect(problem.hint).toBe('if LASAI073.csv is that file, save it from SPSS as LASAI073.sav')
    rmSync(folder, { recursive: true })
  })

  it('when its name says another wave than the study file (trap 6)', async () => {
    const folder = folderOf({ 'LAS3B073.sav': [numbers('respnr', PEOPLE), ...items('b')] })
    const files = [join(folder, 'LAS3B073.sav')]
    const problem = await refusal(open(folder, { wave: 'B', folder: null, files }))
    expect(problem).toMatchObject({
      code: 'lasa-other-wave',
      hint: 'write `wave: 3B`, or name the file of B',
    })
  })

  it('when the wave is none', async () => {
    expect(await refusal(open(FIXTURE, { wave: '2011' }))).toMatchObject({ code: 'lasa-wave-unknown' })
  })

  it('when two files differ in capitals only', async () => {
    const folder = folderOf({ 'lasah073.SAV': [numbers('respnr', PEOPLE), ...items('h')] })
    expect(await refusal(open(folder))).toMatchObject({ code: 'lasa-file-twice' })
  })

  it.each([
    ['LASAZ004.sav', 'sex and year of birth'],
    ['LASAZ008.sav', 'no file holds an interview date of the people of wave H (t8_dat of LASAZ008.sav)'],
    ['LASAH073.sav', 'the folder has no LASAH073.sav'],
  ])('when %s is not there', async (name, message) => {
    expect((await refusal(open(folderOf({ [name]: null })))).message).toContain(message)
  })

  it('but not for a score of the answers alone', async () => {
    const { file, spec } = await open(folderOf({ 'LASAZ004.sav': null, 'LASAZ008.sav': null }), {}, true)
    expect([file.rows, spec.fieldwork[0]]).toEqual([4, '2000-01-01'])
  })

  it('when it is not a folder, or not of SPSS', async () => {
    const folder = folderOf({})
    expect(await refusal(open(join(folder, 'LASAH073.sav')))).toMatchObject({ code: 'not-a-folder' })
    writeFileSync(join(folder, 'LASAH073.sav'), 'respnr;hlo1\n1;1\n')
    expect(await refusal(open(folder))).toMatchObject({ code: 'lasa-not-sav' })
  })

  it('when scores of six items are asked of LASA', async () => {
    expect(await refusal(open(FIXTURE, { scoring: 'delivered', scale: 'djg6' }))).toMatchObject({
      code: 'no-such-score',
    })
  })
})
