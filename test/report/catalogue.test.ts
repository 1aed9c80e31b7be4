import { describe, expect, test } from 'vitest'
import { WARNING_CODES } from '../../src/core/warning.ts'
import { renderReport } from '../../src/report/page.ts'
import { en } from '../../src/report/text/en.ts'
import { nl } from '../../src/report/text/nl.ts'
import { unescaped } from './page-text.ts'
import { resultsFixture } from './results-fixture.ts'

/** Names and signs that are the same in both languages. */
const SAME = new Set([
  'words.sources.lasa',
  'words.sources.rivm',
  'words.modes.online',
  'messages.classes.not_assessable',
  'page.status',
  'page.contact',
  'trend.holm',
  'levels.p',
  'levels.pHolm',
  'figure.download',
  'studies.instrument',
  'studies.respondents',
  'studies.records',
  'quality.records',
  'quality.kr20',
  'downloads.tableNames.trends',
  'signs.rows.0.0',
  'signs.rows.1.0',
  'signs.rows.2.0',
  'signs.rows.5.0',
  'signs.rows.6.0',
  'signs.rows.7.0',
  'signs.rows.8.0',
  'words.betweenPersons',
  'outlook.scenario',
])

type Entry = readonly [path: string, text: string]

/** Every text of a catalogue; a function is given ①, ②, ③ … as its arguments. */
function textsOf(value: unknown, path = ''): Entry[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [[path, String(value('①', '②', '③', '④', '⑤', '⑥'))]]
  return Object.entries(value as object).flatMap(([key, inner]) =>
    textsOf(inner, path === '' ? key : `${path}.${key}`),
  )
}

describe('the catalogues', () => {
  const [dutch, english] = [textsOf(nl), textsOf(en)]

  test('hold the same texts in both languages', () => {
    expect(english.map(([path]) => path)).toEqual(dutch.map(([path]) => path))
  })

  test('leave nothing untranslated', () => {
    const translations = new Map(english)
    const same = dutch.filter(([path, text]) => translations.get(path) === text).map(([path]) => path)
    expect(same.filter(path => !SAME.has(path))).toEqual([])
  })

  test('use each argument in both languages', () => {
    const translations = new Map(english)
    const letters = (text: string) => [...new Set(text.match(/[①-⑥]/g) ?? [])].sort().join('')
    const functions = dutch.filter(([, text]) => /[①-⑥]/.test(text))
    const differ = functions.filter(([path, text]) => letters(translations.get(path)!) !== letters(text))
    expect(differ.map(([path]) => path)).toEqual([])
  })

  test('explain every warning', () => {
    for (const code of WARNING_CODES) {
      for (const text of [nl, en]) {
        expect(text.warnings[code][0]).toMatch(/\.$/)
        expect(text.warnings[code][1]).toMatch(/\.$/)
      }
    }
  })

  test('write minus, quotes and ranges as they should be written', () => {
    for (const [, text] of [...dutch, ...english]) expect(text).not.toMatch(/"|\d-\d|%-punt|--/)
    for (const [, text] of dutch) expect(text).not.toMatch(/procentpunten/)
  })
})

describe('a page in one language', () => {
  const plain = async (language: 'nl' | 'en') => {
    const page = await renderReport(resultsFixture(), { language })
    return unescaped(
      page
        .slice(page.indexOf('<body>'))
        .replace(/<[^>]* lang="[^"]*"[^>]*>[^<]*<\/(?:span|li|code)>/g, ' ')
        .replace(/<[^>]+>/g, '\n'),
    )
  }
  const long = (texts: Entry[], other: Entry[]) => {
    const known = new Set(other.map(([, text]) => text))
    return texts.filter(([, text]) => text.length >= 8 && !known.has(text)).map(([, text]) => text)
  }

  test('holds no text of the other catalogue', async () => {
    const [dutchPage, englishPage] = [await plain('nl'), await plain('en')]
    const [dutch, english] = [textsOf(nl), textsOf(en)]
    const whole = (page: string, text: string) => page.split('\n').some(line => line.trim() === text)
    expect(long(english, dutch).filter(text => whole(dutchPage, text))).toEqual([])
    expect(long(dutch, english).filter(text => whole(englishPage, text))).toEqual([])
  })

  test('in Dutch holds none of the commonest English words', async () => {
    const found = (await plain('nl')).match(/.*\b(the|and|with|which|from|people|years|between|wave)\b.*/gi)
    expect(found ?? []).toEqual([])
  })
})
