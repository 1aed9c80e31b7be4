import { describe, expect, test } from 'vitest'
import { contextOf } from '../../src/report/context.ts'
import {
  fieldwork,
  levelName,
  measureName,
  modeName,
  people,
  plainPoints,
  sourceName,
  standardName,
  studyWave,
  waveName,
} from '../../src/report/labels.ts'
import { resultsFixture } from './results-fixture.ts'

const [nl, en] = [contextOf(resultsFixture(), 'nl'), contextOf(resultsFixture(), 'en')]

describe('names', () => {
  test('of people follow the bounds of the group', () => {
    expect(people(nl, '75+')).toBe('75-plussers')
    expect(people(nl, '65-79')).toBe('65- tot en met 79-jarigen')
    expect(people(en, '65-79')).toBe('people aged 65 to 79')
    expect(people(nl, 'all')).toBe('inwoners')
  })

  test('of levels come from the catalogue, else from the files, else are the level itself', () => {
    expect(levelName(nl, 'age', '90+')).toBe('90 jaar en ouder')
    expect(levelName(nl, 'sex', 'female')).toBe('vrouwen')
    expect(levelName(nl, 'municipality', 'GM0363')).toBe('Amsterdam')
    expect(levelName(nl, 'municipality', 'GM0014')).toBe('GM0014')
    expect(levelName(nl, 'education', 'constructor')).toBe('constructor')
  })

  test('of a study, measure or standard that nobody knows are what the data call them', () => {
    expect(sourceName(nl, 'mijn-enquete')).toBe('mijn-enquete')
    expect(sourceName(nl, 'toString')).toBe('toString')
    expect(measureName(nl, 'constructor')).toBe('constructor')
    expect(standardName(nl, 'std.csv')).toBe('std.csv')
  })

  test('of standards say which people they are', () => {
    expect(standardName(nl, null)).toBe('zoals gemeten')
    expect(standardName(nl, 'first-wave')).toBe('leeftijd en geslacht van 2012')
    expect(standardName(nl, 'last-wave')).toBe('leeftijd en geslacht van 2020')
    expect(standardName(nl, 'nl-2018')).toBe('Nederland op 1 januari 2018')
  })

  test('of waves hold the year', () => {
    expect(waveName(nl, { wave: '2020', time: 2020.84 })).toBe('2020')
    expect(waveName(nl, { wave: 'H', time: 2019.1 })).toBe('2019 (meting H)')
    expect(studyWave(nl, 'gezondheidsmonitor', '2016')).toBe('2016')
  })
})

test('fieldwork gives a year once where it can', () => {
  expect(fieldwork(nl, ['2012-09-03', '2012-12-14'])).toBe('3 september tot en met 14 december 2012')
  expect(fieldwork(en, ['2019-11-01', '2020-02-01'])).toBe('1 November 2019 to 1 February 2020')
  expect(fieldwork(nl, ['2020-06-01', '2020-06-01'])).toBe('1 juni 2020')
})

test('a setting in percentage points has the decimals it needs', () => {
  expect([0.02, 0.005, 0.0025, 0].map(value => plainPoints(nl, value))).toEqual(['2', '0,5', '0,25', '0'])
})

test('ways of interviewing are named in the language of the page where they are known', () => {
  expect(modeName(nl, 'face-to-face+telephone')).toBe('mondeling en telefonisch')
  expect(modeName(en, 'web+paper')).toBe('on the web and on paper')
  expect(modeName(nl, 'schriftelijk en online')).toBe('schriftelijk en online')
})
