import { describe, expect, test } from 'vitest'
import type { Results } from '../../../src/core/results.ts'
import { comparableEntries } from '../../../src/pipeline/comparability.ts'
import { comparableOnly, wavesApart } from '../../../src/report/charts/comparable.ts'
import { figures } from '../../../src/report/charts/figures.ts'
import { surveys } from '../../../src/report/charts/survey.ts'
import { resultsFixture } from '../results-fixture.ts'

/** The first wave counted emotional and social loneliness from 3 on. */
function withCutoffs(...cutoffs: number[]): Results {
  const results = resultsFixture()
  const waves = results.waves.map((wave, i) => ({ ...wave, subscaleCutoff: cutoffs[i] }))
  return { ...results, waves, comparability: comparableEntries(waves, results.estimates) }
}

describe('waves with another cut-off of the sub-scales', () => {
  const results = withCutoffs(3, 2, 2)
  const [survey] = surveys(results)

  test('are left out of the series of the sub-scales, and of nothing else', () => {
    expect(wavesApart(results, survey, 'emotional')).toEqual(['2012'])
    expect(wavesApart(results, survey, 'lonely')).toEqual([])
    const entries = survey.waves.map(({ wave }) => ({ wave }))
    expect(comparableOnly(results, survey, 'social', entries)).toEqual([{ wave: '2016' }, { wave: '2020' }])
    expect(comparableOnly(results, survey, 'lonely', entries)).toBe(entries)
  })

  test('are not drawn beside the others, and the figure says so', () => {
    const severity = figures(results, 'nl').find(({ kind }) => kind === 'severity')
    const [measure, wave] = ['measure', 'wave'].map(name => severity?.data.columns.indexOf(name) ?? -1)
    const wavesOf = (wanted: string) =>
      (severity?.data.rows ?? []).filter(row => row[measure] === wanted).map(row => row[wave])
    expect(wavesOf('lonely')).toEqual(['2012', '2016', '2020'])
    expect(wavesOf('emotional')).toEqual(['2016', '2020'])
    expect(severity?.notes.join(' ')).toContain(
      'niet te vergelijken met de laatste meting: Emotioneel eenzaam 2012; Sociaal eenzaam 2012',
    )
  })

  test('the latest wave decides which ones are drawn', () => {
    const changed = withCutoffs(2, 2, 3)
    expect(wavesApart(changed, survey, 'social')).toEqual(['2012', '2016'])
  })
})

test('without anything between the waves every wave is drawn, without a note', () => {
  const results = withCutoffs(2, 2, 2)
  expect(wavesApart(results, surveys(results)[0], 'emotional')).toEqual([])
  const notes = figures(results, 'nl').flatMap(figure => figure.notes)
  expect(notes.filter(note => /niet te vergelijken/.test(note))).toEqual([])
})
