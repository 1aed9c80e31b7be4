import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DataFile } from '../../src/core/data-file.ts'
import { openDataFile } from '../../src/ingest/open.ts'
import type { SavColumn, SavFile } from '../../src/ingest/sav-file.ts'
import { writeSav } from '../../src/ingest/sav-write.ts'
import { type ScoreRequest, score } from '../../src/pipeline/score.ts'
import { studyFromFlags } from '../../src/study/from-flags.ts'
import { collect } from '../ingest/collect.ts'
import { WRITTEN_EXAMPLE } from '../ingest/written-example.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-score-sav-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const ANSWERS = [
  [3, 1, 1, 3, 1, 1, 3, 3, 1, 1, 3],
  [1, null, 3, 1, 3, 3, 1, 1, 3, 3, 1],
  [1, 3, 9, 1, 3, 3, 1, 1, 3, 9, 1],
  [1, 3, 3, 1, 3, 3, 1, 1, 3, 3, 1],
]

/** The example file with eleven answers, or as many as are asked. */
function withAnswers(asked: readonly number[]): SavFile {
  const answers = asked.map(
    (number): SavColumn => ({
      name: `vraag${number}`,
      type: 'number',
      format: 'F1',
      missing: [{ kind: 'value', value: 9 }],
      valueLabels: ['nee', 'min of meer', 'ja'].map((label, i) => ({ value: i + 1, label })),
      values: ANSWERS.map(row => row[number - 1]),
    }),
  )
  return { ...WRITTEN_EXAMPLE, columns: [...WRITTEN_EXAMPLE.columns, ...answers] }
}

const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]

async function scored(
  file: SavFile,
  asked: readonly number[],
  request: Partial<ScoreRequest> = {},
): Promise<{ before: DataFile; after: DataFile }> {
  const path = join(folder, 'in.sav')
  writeSav(path, file)
  const flags = {
    files: [path],
    source: 'proef',
    waves: ['2024'],
    scale: asked.length === 11 ? 'djg11' : 'djg6',
    columns: ['id=nr', ...asked.map(number => `item${number}=vraag${number}`)],
    codes: [],
  }
  const [wave] = studyFromFlags(flags, folder).waves
  const out = join(folder, 'out.sav')
  await score({ wave, out, format: null, strict: false, ...request })
  return { before: await openDataFile(path), after: await openDataFile(out) }
}

function ownOf(file: DataFile, count: number) {
  return file.variables.slice(0, count)
}

describe('an SPSS file that is scored to SPSS', () => {
  it('comes back as it was: variables, labels, missing codes, weight, sets and cases', async () => {
    const { before, after } = await scored(withAnswers(ALL), ALL)
    const count = before.variables.length
    expect(ownOf(after, count)).toEqual(before.variables)
    const { documents: notes, ...facts } = before.spss ?? { documents: [] }
    expect(after.spss).toMatchObject(facts)
    expect(after.spss?.documents).toEqual([
      ...notes,
      'ejz_...: eenzaamheidsschaal van De Jong Gierveld, gescoord door ejz',
    ])
    expect(await collect(after)).toMatchObject(await collect(before))
  })

  it('has the scores behind its own variables, with −1 for what is invalid and blank categories', async () => {
    const { before, after } = await scored(withAnswers(ALL), ALL)
    const names = after.variables.slice(before.variables.length).map(({ name }) => name)
    expect(names).toEqual([
      ...ALL.map(number => `ejz_item${number}`),
      ...['11', '6'].flatMap(suffix =>
        ['total', 'emotional', 'social', 'category', 'missing'].map(name => `ejz_${name}${suffix}`),
      ),
      'ejz_unknown',
    ])
    const columns = await collect(after)
    expect(columns.ejz_item2).toEqual([0, null, 1, 1])
    expect(columns.ejz_total11).toEqual([0, 10, -1, 11])
    expect(columns.ejz_emotional11).toEqual([0, -1, -1, 6])
    expect(columns.ejz_category11).toEqual([1, 3, null, 4])
    expect(columns.ejz_missing6).toEqual([0, 0, 2, 0])
  })

  it('labels scores in Dutch and declares −1 missing', async () => {
    const { after } = await scored(withAnswers(ALL), ALL)
    const variable = (name: string) => after.variables.find(known => known.name === name)
    expect(variable('ejz_social6')).toMatchObject({
      label: 'Score sociale eenzaamheid, 6 uitspraken',
      format: 'F2',
      measure: 'scale',
      missing: [{ kind: 'value', value: -1 }],
      valueLabels: [{ value: -1, label: 'te veel antwoorden ontbreken' }],
    })
    expect(variable('ejz_category11')).toMatchObject({
      label: 'Mate van eenzaamheid, 11 uitspraken',
      measure: 'ordinal',
      missing: [],
      valueLabels: [
        { value: 1, label: 'niet eenzaam' },
        { value: 2, label: 'matig eenzaam' },
        { value: 3, label: 'ernstig eenzaam' },
        { value: 4, label: 'zeer ernstig eenzaam' },
      ],
    })
    expect(variable('ejz_item3')?.label).toBe('Eenzaam op uitspraak 3: voelt leegte')
  })

  it('of six items gets only what can be scored of six', async () => {
    const short = [3, 4, 7, 8, 9, 10]
    const { before, after } = await scored(withAnswers(short), short)
    const added = after.variables.slice(before.variables.length).map(({ name }) => name)
    expect(added).toEqual([
      ...short.map(number => `ejz_item${number}`),
      ...['total', 'emotional', 'social', 'category', 'missing'].map(name => `ejz_${name}6`),
      'ejz_unknown',
    ])
  })

  it('gives the scores alone when they are asked for', async () => {
    const { after } = await scored(withAnswers(ALL), ALL, { scoresOnly: true })
    expect(after.variables.slice(0, 3).map(({ name, label }) => [name, label])).toEqual([
      ['id', 'Respondent'],
      ['item1', 'Eenzaam op uitspraak 1: heeft iemand voor alledaagse zorgen'],
      ['item2', 'Eenzaam op uitspraak 2: mist een goede vriend(in)'],
    ])
    expect((await collect(after)).category11).toEqual([1, 3, null, 4])
  })

  it('is refused where it was scored before, and nothing is written', async () => {
    const file = withAnswers(ALL)
    const scoredBefore: SavColumn = { name: 'EJZ_total11', type: 'number', values: [1, 2, 3, 4] }
    const again = scored({ ...file, columns: [...file.columns, scoredBefore] }, ALL)
    await expect(again).rejects.toMatchObject({
      code: 'scored-before',
      message: expect.stringContaining('ejz_total11'),
      hint: expect.stringContaining('--scores-only'),
    })
    expect(readdirSync(folder)).toEqual(['in.sav'])
  })

  it('keeps the order and number of its cases over more than one chunk', async () => {
    const n = 5000
    const numbers = Float64Array.from({ length: n }, (_, i) => i)
    const columns: SavColumn[] = [
      { name: 'nr', type: 'number', values: numbers },
      ...ALL.map(
        (item): SavColumn => ({
          name: `vraag${item}`,
          type: 'number',
          valueLabels: ['nee', 'min of meer', 'ja'].map((label, i) => ({ value: i + 1, label })),
          values: Float64Array.from(numbers, i => ((i * item) % 3) + 1),
        }),
      ),
    ]
    const { after } = await scored({ columns, created: '2024-01-01' }, ALL)
    const read = await collect(after)
    expect(read.nr).toEqual([...numbers])
    const lonely = (code: number, item: number) => ([1, 4, 7, 8, 11].includes(item) ? code < 3 : code > 1)
    const total = (i: number) => ALL.filter(item => lonely(((i * item) % 3) + 1, item)).length
    expect(read.ejz_total11).toEqual([...numbers].map(total))
  })
})
