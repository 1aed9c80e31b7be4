import { describe, expect, test } from 'vitest'
import { flatSettings, numberSetting, shockDuring, textSetting } from '../../src/report/settings.ts'
import { resultsFixture } from './results-fixture.ts'

const results = resultsFixture()

describe('the settings of a study', () => {
  test('are found by their path, and are null where they are absent or of another shape', () => {
    expect(numberSetting(results, 'disclosure', 'minN')).toBe(100)
    expect(numberSetting(results, 'disclosure', 'presentation')).toBeNull()
    expect(textSetting(results, 'programme', 'start')).toBe('2018-03-08')
    expect(textSetting(results, 'programme', 'start', 'year')).toBeNull()
  })

  test('name the shock that a fieldwork overlaps, if only by a day', () => {
    expect(shockDuring(results, ['2020-02-01', '2020-03-01'])).toBe('COVID-19')
    expect(shockDuring(results, ['2019-10-01', '2020-02-29'])).toBeNull()
  })

  test('are listed one by one', () => {
    expect(flatSettings(results)).toContainEqual(['target.age', '[75,null]'])
    expect(flatSettings(results)).toContainEqual(['decision.margin', '0.02'])
  })
})
