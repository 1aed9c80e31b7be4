import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { EjzError } from '../../src/core/error.ts'
import type { Study, WaveSpec } from '../../src/core/study.ts'
import { analyse } from '../../src/pipeline/analyse.ts'
import { readFiguresFile } from '../../src/pipeline/figures-file.ts'
import { studyOf } from './study-of.ts'
import { threeWaves } from './three-waves.ts'

const folder = mkdtempSync(join(tmpdir(), 'ejz-figures-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(text: string, name = 'figures.csv'): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const [example] = threeWaves().waves
const wave = (year: string, published: string): WaveSpec => ({
  ...example,
  profile: 'gezondheidsmonitor',
  source: 'gezondheidsmonitor',
  wave: year,
  files: [],
  columns: {},
  codes: {},
  fieldwork: [`${year}-09-01`, `${year}-12-15`],
  published,
})

const read = (text: string, year = '2020', part: Partial<Study> = {}) =>
  readFiguresFile(file(text), wave(year, ''), studyOf(part))

function problemsOf(text: string): string[] {
  try {
    read(text)
  } catch (error) {
    if (error instanceof EjzError) return error.problems.map(({ where, message }) => `${where} ${message}`)
    throw error
  }
  return []
}

describe('a CSV of published figures', () => {
  test('holds percentages as they were published, with their decimals', () => {
    const text = `wave;measure;age;sex;percent;low;high;n;deff;cite
2016;lonely;75+;;55;;;;;Kamerbrief
2020;lonely;75+;;56;54,8;57,2;;;VZinfo
2020;severe;75+;female;11,0;;;65000;1,8;VZinfo
2020;lonely;65-74;;44.5;;;;;VZinfo
`
    expect(read(text)).toEqual([
      {
        measure: 'lonely',
        domain: { target: '75+' },
        value: 0.56,
        low: 0.548,
        high: 0.572,
        unit: 0.01,
        cite: 'VZinfo',
      },
      {
        measure: 'severe',
        domain: { target: '75+', sex: 'female' },
        value: 0.11,
        n: 65000,
        deff: 1.8,
        unit: 0.001,
        cite: 'VZinfo',
      },
      {
        measure: 'lonely',
        domain: { target: 'all', age: '65-74' },
        value: 0.445,
        unit: 0.001,
        cite: 'VZinfo',
      },
    ])
    expect(read(text, '2016')).toHaveLength(1)
  })

  test('or proportions, mean scores and groups that the study asks for', () => {
    const text = `measure,target,education,value,low,high,unit,cite
lonely,75+,low,0.5612,,,0,x
score,75+,,3.20,3.1,3.3,,x
`
    expect(read(text, '2020', { by: [['education']] })).toEqual([
      { measure: 'lonely', domain: { target: '75+', education: 'low' }, value: 0.5612, unit: 0, cite: 'x' },
      { measure: 'score', domain: { target: '75+' }, value: 3.2, low: 3.1, high: 3.3, unit: 0.01, cite: 'x' },
    ])
  })

  test.each([
    ['measure,age,sexe,percent,cite\nlonely,75+,male,56,x', /has columns that are not known: sexe/],
    ['measure,age,percent,cite\neenzaam,75+,56,x', /figures\.csv:2 there is no measure `eenzaam`/],
    ['measure,age,percent,cite\nlonely,75+,56,', /figures\.csv:2 `cite` is empty/],
    ['measure,age,percent,cite\nlonely,75+,,x', /figures\.csv:2 the figure has no value/],
    ['measure,age,value,cite\nlonely,75+,56,x', /figures\.csv:2 `value` must be at most 1, not 56/],
    ['measure,age,percent,cite\nlonely,75 plus,56,x', /figures\.csv:2 `75 plus` is no age group/],
    ['measure,age,percent,n,cite\nlonely,75+,56,65.000,x', /n "65\.000" is no number/],
    ['measure,age,percent,n,cite\nlonely,75+,56,65.000.000,x', /n "65\.000\.000" is no number/],
    ['measure,age,percent,low,high,cite\nlonely,75+,56,57,58,x', /does not lie within its interval/],
    ['wave,measure,age,percent,cite\n2018,lonely,75+,56,x', /no figures of wave 2020; its waves are 2018/],
  ])('is refused where it is wrong: %#', (text, message) => {
    expect(problemsOf(text).join('\n')).toMatch(message)
  })
})

test('the figures of 2016, 2020 and 2022 from one file make a series that cannot be judged', async () => {
  const path = file(`wave,measure,age,percent,cite
2016,lonely,75+,55,Kamerbrief 29 538 nr. 330
2020,lonely,75+,56,VZinfo 2020
2022,lonely,75+,54,VZinfo 2022
`)
  const waves = ['2016', '2020', '2022'].map(year => wave(year, path))
  const { results } = await analyse(studyOf({ waves }))
  expect(results.estimates.map(({ value, shown }) => [value, shown])).toEqual([
    [0.55, true],
    [0.56, true],
    [0.54, true],
  ])
  expect(results.breaks).toMatchObject([
    { class: 'not_assessable', reason: 'fewer_than_two_pre_waves', flags: ['published', 'rounded'] },
  ])
  expect(results.waves.map(({ files }) => files[0].name)).toEqual([
    'figures.csv',
    'figures.csv',
    'figures.csv',
  ])
  expect(results.waves[0].published?.cites).toEqual(['Kamerbrief 29 538 nr. 330'])
})

test('what is neither a StatLine table nor such a CSV is refused', async () => {
  const binary = join(folder, 'figures.xlsx')
  writeFileSync(binary, Buffer.from('504b0304140000000800', 'hex'))
  const latin = join(folder, 'latin.csv')
  writeFileSync(latin, Buffer.from('measure,age,percent,cite\nlonely,75+,56,caf\xe9', 'latin1'))
  const empty = join(folder, 'map')
  mkdirSync(empty)
  for (const path of [binary, latin, empty]) {
    await expect(analyse(studyOf({ waves: [wave('2020', path)] }))).rejects.toBeInstanceOf(EjzError)
  }
  await expect(analyse(studyOf({ waves: [wave('2020', latin)] }))).rejects.toMatchObject({
    code: 'no-published-figures',
  })
})
