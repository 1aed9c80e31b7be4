import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EjzError } from '../../src/core/error.ts'
import { openEngine } from '../../src/engine/engine.ts'
import { register } from '../../src/engine/register.ts'
import { openDataFile } from '../../src/ingest/open.ts'
import { writeSav } from '../../src/ingest/sav-write.ts'
import { type ScoreRequest, type ScoreResult, score } from '../../src/pipeline/score.ts'
import { type Flags, studyFromFlags } from '../../src/study/from-flags.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-score-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const HEADER =
  'id,item1,item2,item3,item4,item5,item6,item7,item8,item9,item10,item11,total11,emotional11,social11,category11,missing11,total6,emotional6,social6,category6,missing6,unknown'
const MANUAL = ['no=1', 'moreOrLess=2', 'yes=3']
const LONG = 'id,item1,item2,item3,item4,item5,item6,item7,item8,item9,item10,item11'
const SHORT = 'id,item3,item4,item7,item8,item9,item10'

/** Writes the lines as a file, scores it, and gives the result with the text of the output. */
async function scoreLines(
  lines: readonly string[],
  flags: Partial<Flags> = {},
  request: Partial<ScoreRequest> = {},
): Promise<ScoreResult & { text: string }> {
  const file = join(folder, 'in.csv')
  writeFileSync(file, `${lines.join('\n')}\n`)
  return scoreFiles([file], flags, request)
}

async function scoreFiles(files: readonly string[], flags: Partial<Flags>, request: Partial<ScoreRequest>) {
  const all = { files, source: 'proef', waves: ['2024'], scale: 'djg11', codes: MANUAL, ...flags }
  const [wave] = studyFromFlags(all, folder).waves
  const out = join(folder, 'out.csv')
  const result = await score({ wave, out, format: null, strict: false, ...request })
  return { ...result, text: readFileSync(result.out, 'utf8') }
}

async function refusal(work: Promise<unknown>): Promise<EjzError> {
  const error = await work.catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(EjzError)
  return error as EjzError
}

const THREE = [LONG, 'a1,3,1,1,3,1,1,3,3,1,1,3', 'a2,1,,3,1,3,3,1,1,3,3,1', 'a3,1,3,9,1,3,3,1,1,3,9,1']

describe('scores', () => {
  it('are one row per respondent with recodes, scores of both scales and what is missing', async () => {
    const { text, rows, valid } = await scoreLines(THREE)
    expect(text.split('\n')).toEqual([
      HEADER,
      'a1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,not,0,0,0,0,not,0,0',
      'a2,1,,1,1,1,1,1,1,1,1,1,10,,5,severely,1,6,3,3,severely,0,0',
      'a3,1,1,,1,1,1,1,1,1,,1,,,5,,2,,,3,,2,2',
      '',
    ])
    expect([rows, valid]).toEqual([3, 2])
  })

  it('of the short scale leave the long one empty', async () => {
    const { text, valid } = await scoreLines([SHORT, '7,3,1,1,1,3,3'], { scale: 'djg6' })
    expect(text.split('\n')[1]).toBe('7,,,1,1,,,1,1,1,1,,,,,,,6,3,3,severely,0,0')
    expect(valid).toBe(1)
  })

  it('follow the missing rule of the wave', async () => {
    const { text } = await scoreLines(THREE, { missingRule: 'lasa-two' })
    expect(text.split('\n')[3]).toBe('a3,1,1,,1,1,1,1,1,1,,1,9,,5,severely,2,4,,3,moderately,2,2')
  })

  it('need nothing but the answers: a weight or an age that cannot be read is no obstacle', async () => {
    const lines = [`${LONG},weight,age`, 'a1,3,1,1,3,1,1,3,3,1,1,3,1.5,80', 'a2,3,1,1,3,1,1,3,3,1,1,3,x,y']
    const { rows, warnings } = await scoreLines(lines)
    expect([rows, warnings]).toEqual([2, []])
  })

  it('without an id column carry the number of the row, over all files', async () => {
    const files = ['een.csv', 'twee.csv'].map(name => join(folder, name))
    for (const file of files) {
      writeFileSync(file, `${SHORT.replace('id,', '')}\n${'1,3,3,3,1,1\n'.repeat(2)}`)
    }
    const { text } = await scoreFiles(files, { scale: 'djg6' }, {})
    const ids = text.split('\n').map(line => line.split(',')[0])
    expect(ids).toEqual(['id', '1', '2', '3', '4', ''])
  })

  it('keep the order of the file, and the same bytes whatever the number of threads', async () => {
    const lines = Array.from({ length: 200_000 }, (_, i) => `${(i * 7919) % 200_003},${answersOf(i)}`)
    const texts: string[] = []
    for (const threads of [1, 2]) {
      const { text } = await scoreLines([LONG, ...lines], {}, { engine: { threads } })
      texts.push(text)
    }
    expect(texts[0] === texts[1]).toBe(true)
    const ids = (text: string) =>
      text
        .trimEnd()
        .split('\n')
        .slice(1)
        .map(line => line.split(',')[0])
    expect(ids(texts[0])).toEqual(lines.map(line => line.split(',')[0]))
  })
})

describe('an SPSS file', () => {
  it('says by its labels which code is which, and by its missing values which answers are none', async () => {
    const file = join(folder, 'in.sav')
    const labels = ['ja', 'min of meer', 'nee'].map((label, i) => ({ value: i + 1, label }))
    const answers = [3, 4, 7, 8, 9, 10].map(item => ({
      name: `item${item}`,
      type: 'number' as const,
      values: item === 7 ? [3, 8, 7, null] : [2, 2, 2, 2],
      valueLabels: labels,
      missing: [{ kind: 'range', from: 8, to: 99 } as const],
    }))
    const id = { name: 'id', type: 'text' as const, values: ['a', 'b', 'c', 'd'] }
    writeSav(file, { columns: [id, ...answers], created: '2024-01-01' })
    const { text, warnings } = await scoreFiles([file], { scale: 'djg6', codes: [] }, {})
    const scores = text
      .trimEnd()
      .split('\n')
      .slice(1)
      .map(line => line.split(',').slice(17))
    expect(scores.map(row => row.join())).toEqual([
      '6,3,3,severely,0,0',
      '5,3,,severely,1,0',
      '5,3,,severely,1,1',
      '5,3,,severely,1,0',
    ])
    expect(warnings.map(({ code, where, values }) => [code, where, values])).toEqual([
      ['unknown_code', 'in.sav, variable item7', { 7: 1 }],
    ])
  })
})

describe('codes that nobody declared', () => {
  it('are warned about per column, with each code and its count', async () => {
    const { warnings } = await scoreLines([...THREE, 'a4,1,3,0,1,3,3,1,1,3,1,1'])
    expect(warnings).toEqual([
      {
        source: 'proef',
        wave: '2024',
        code: 'unknown_code',
        message: '2 answers have a code that nobody declared and are taken as missing: 0 (1×), 9 (1×)',
        hint: 'declare the code under codes: as yes, moreOrLess, no or missing',
        where: 'in.csv, variable item3',
        count: 2,
        values: { 0: 1, 9: 1 },
      },
      expect.objectContaining({ where: 'in.csv, variable item10', count: 1, values: { 9: 1 } }),
    ])
  })

  it('are refused under strict before anything is written', async () => {
    const error = await refusal(scoreLines(THREE, {}, { strict: true }))
    expect(error.fault).toBe('strict')
    expect(error.problems.map(problem => problem.where)).toEqual([
      'proef 2024 in.csv, variable item3',
      'proef 2024 in.csv, variable item10',
    ])
    expect(readdirSync(folder)).toEqual(['in.csv'])
  })

  it('are no warning once they are declared', async () => {
    const declared = [...MANUAL, 'missing=9']
    const { warnings, text } = await scoreLines(THREE, { codes: declared }, { strict: true })
    expect(warnings).toEqual([])
    expect(text.split('\n')[3]).toBe('a3,1,1,,1,1,1,1,1,1,,1,,,5,,2,,,3,,2,0')
  })
})

describe('the output', () => {
  it('in CSV holds no text that a spreadsheet would run, and leaves numbers alone', async () => {
    const ids = ['=1+1', '@SUM(A1)', '+31 6', '-5', 'a=b', '"a,b"', "'=x"]
    const { text } = await scoreLines([LONG, ...ids.map(id => `${id},3,1,1,3,1,1,3,3,1,1,3`)])
    const written = text
      .trimEnd()
      .split('\n')
      .slice(1)
      .map(line => line.split(',0,0,0')[0])
    expect(written).toEqual(["'=1+1", "'@SUM(A1)", "'+31 6", '-5', 'a=b', '"a,b"', "'=x"])
  })

  it('in Parquet has the id as the number it was, and the same rows', async () => {
    const { out } = await scoreLines(
      [SHORT, '12,3,1,1,1,3,3', '7,,1,1,,1,1'],
      { scale: 'djg6' },
      { out: join(folder, 'out.parquet') },
    )
    const engine = await openEngine()
    const rows = await engine.rows(`SELECT id, item3, item1, total6, category6, missing6 FROM '${out}'`)
    engine.close()
    expect(rows).toEqual([
      { id: 12, item3: 1, item1: null, total6: 6, category6: 'severely', missing6: 0 },
      { id: 7, item3: null, item1: null, total6: null, category6: null, missing6: 2 },
    ])
  })

  it('in Excel has texts as texts', async () => {
    const { out } = await scoreLines(
      THREE.with(1, `=1+1${THREE[1].slice(2)}`),
      {},
      { out: join(folder, 'out.xlsx') },
    )
    const { sheets } = await readXlsx(readFileSync(out))
    expect(sheets[0].rows[0]).toEqual(HEADER.split(','))
    expect(sheets[0].rows[1].slice(0, 2)).toEqual(['=1+1', 0])
    expect(sheets[0].rows[2].slice(0, 4)).toEqual(['a2', 1, null, 1])
    expect(sheets[0].rows).toHaveLength(4)
  })

  it('in SPSS marks an invalid score −1 and missing, as the manual does, and labels everything', async () => {
    const { out } = await scoreLines(THREE, {}, { out: join(folder, 'out.sav') })
    const file = await openDataFile(out)
    const variable = (name: string) => file.variables.find(known => known.name === name)
    expect(file.variables.map(({ name }) => name)).toEqual(HEADER.split(','))
    expect(variable('total11')).toMatchObject({
      label: 'Eenzaamheidsscore, 11 uitspraken',
      missing: [{ kind: 'value', value: -1 }],
      valueLabels: [{ value: -1, label: 'te veel antwoorden ontbreken' }],
    })
    expect(variable('category11')?.valueLabels).toContainEqual({ value: 1, label: 'niet eenzaam' })
    const engine = await openEngine()
    const names = ['id', 'item2', 'total11', 'emotional11', 'category11', 'missing11', 'unknown']
    const relation = await register(engine, file, 'scores', names)
    const rows = await engine.rows(`SELECT * FROM ${relation.name}`)
    engine.close()
    expect(rows.map(row => Object.values(row))).toEqual([
      ['a1', 0, 0, 0, 1, 0, 0],
      ['a2', null, 10, -1, 3, 1, 0],
      ['a3', 1, -1, -1, null, 2, 2],
    ])
  })

  it('in SPSS leaves what was not asked system-missing, and a numeric id a number', async () => {
    const { out } = await scoreLines(
      [SHORT, '7,3,1,1,1,3,3'],
      { scale: 'djg6' },
      { out: join(folder, 'out.sav') },
    )
    const engine = await openEngine()
    const relation = await register(engine, await openDataFile(out), 'scores', [
      'id',
      'item1',
      'total11',
      'total6',
    ])
    const rows = await engine.rows(`SELECT * FROM ${relation.name}`)
    engine.close()
    expect(rows).toEqual([{ id: 7, item1: null, total11: null, total6: 6 }])
  })

  it.each(['csv', 'parquet', 'sav', 'xlsx'])('is the same bytes twice (%s)', async format => {
    const bytes = async () => {
      const { out } = await scoreLines(THREE, {}, { out: join(folder, `out.${format}`) })
      return readFileSync(out)
    }
    expect((await bytes()).equals(await bytes())).toBe(true)
  })

  it('replaces an older one and leaves nothing else behind', async () => {
    writeFileSync(join(folder, 'out.csv'), 'old')
    const { text } = await scoreLines(THREE)
    expect(text).toContain('a1')
    expect(readdirSync(folder).sort()).toEqual(['in.csv', 'out.csv'])
  })

  it('is left alone when the data are rejected', async () => {
    writeFileSync(join(folder, 'out.csv'), 'old')
    const error = await refusal(scoreLines([SHORT, '7,3,1,1,1,3,3']))
    expect(error.fault).toBe('data')
    expect(error.message).toContain('lacks 5 of the items')
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe('old')
    expect(readdirSync(folder).sort()).toEqual(['in.csv', 'out.csv'])
  })

  it('is never the data themselves, a folder, or of an unknown format', async () => {
    const own = await refusal(scoreLines(THREE, {}, { out: join(folder, 'in.csv') }))
    expect(own.message).toBe('the scores would overwrite the data')
    const directory = await refusal(scoreLines(THREE, {}, { out: folder, format: 'csv' }))
    expect(directory.code).toBe('out-not-writable')
    const unknown = await refusal(scoreLines(THREE, {}, { out: join(folder, 'out.docx') }))
    expect(unknown.message).toBe('scores cannot be written as docx')
    expect(existsSync(join(folder, 'out.docx'))).toBe(false)
    expect(readFileSync(join(folder, 'in.csv'), 'utf8')).toContain('a1,3,1')
  })
})

/** Eleven answers that differ from row to row. */
function answersOf(row: number): string {
  return Array.from({ length: 11 }, (_, item) => ((row + item * item) % 7) % 4 || '').join(',')
}
