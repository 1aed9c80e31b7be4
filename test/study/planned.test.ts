import { expect, test } from 'vitest'
import { parseStudy } from '../../src/study/read.ts'
import { FILE, problemsOf, studyWith } from './parsed.ts'

const planned = (...waves: string[]) => studyWith(`planned:\n${waves.map(wave => `  - ${wave}\n`).join('')}`)

test('planned waves are read, of any study, also one that has no wave yet', () => {
  const text = planned('{ source: lasa, wave: L, expected: 2028-06-30 }')
  expect(problemsOf(text)).toEqual([])
  expect(parseStudy(text, FILE).planned).toEqual([{ source: 'lasa', wave: 'L', expected: '2028-06-30' }])
})

test('a planned wave that is here already is refused, with the way out', () => {
  expect(problemsOf(planned('{ source: gezondheidsmonitor, wave: 2020, expected: 2021-06-30 }'))).toEqual([
    '3:41 the wave gezondheidsmonitor 2020 is planned, and described under `waves` → it is here now: take it out of `planned`',
  ])
})

test('a wave is planned once', () => {
  const twice = planned(
    '{ source: lasa, wave: L, expected: 2028-06-30 }',
    '{ source: lasa, wave: L, expected: 2029-06-30 }',
  )
  expect(problemsOf(twice)).toEqual(['4:27 the wave lasa L is planned twice → name it once'])
})

test('the day of a planned wave is a calendar date', () => {
  expect(problemsOf(planned('{ source: lasa, wave: L, expected: 2028-06-31 }'))).toEqual([
    expect.stringContaining('`expected` must be a calendar date written YYYY-MM-DD'),
  ])
})
