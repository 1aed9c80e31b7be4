import { describe, expect, test } from 'vitest'
import type { Results } from '../../src/core/results.ts'
import { renderReport } from '../../src/report/page.ts'
import { resultsFixture, VARIANTS } from './results-fixture.ts'

const CASES = [
  ...VARIANTS.map(variant => ({ variant, language: 'nl' as const, results: resultsFixture(variant) })),
  { variant: 'inconclusive', language: 'en' as const, results: resultsFixture() },
  { variant: 'two studies', language: 'nl' as const, results: twoStudies() },
]

/** The same study again under another name and with the short scale, as a study of one's own would come. */
function twoStudies(): Results {
  const results = resultsFixture()
  const again = <T extends { source: string }>(entries: readonly T[]): T[] => [
    ...entries,
    ...entries.map(entry => ({ ...entry, source: 'mijn enquête', instrument: 'djg6' })),
  ]
  return {
    ...results,
    waves: again(results.waves),
    estimates: again(results.estimates),
    changes: again(results.changes),
    trends: again(results.trends),
    decompositions: again(results.decompositions),
    breaks: again(results.breaks),
    scale: again(results.scale),
    verdict: results.verdict && { ...results.verdict, cells: again(results.verdict.cells) },
  }
}

describe.each(CASES)('the page for $variant in $language', ({ language, results }) => {
  const rendered = renderReport(results, { language })

  test('is one document in its language with one h1 and headings in order', async () => {
    const page = await rendered
    expect(page.startsWith(`<!doctype html>\n<html lang="${language}">`)).toBe(true)
    const levels = [...page.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level))
    expect(levels.filter(level => level === 1)).toHaveLength(1)
    expect(levels.filter((level, i) => i > 0 && level > levels[i - 1] + 1)).toEqual([])
  })

  test('has unique ids, and every link and reference inside it leads somewhere', async () => {
    const page = await rendered
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    const targets = [
      ...[...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id),
      ...[...page.matchAll(/aria-labelledby="([^"]*)"/g)].flatMap(([, list]) => list.split(' ')),
      ...[...page.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id),
    ]
    expect(targets.filter(id => !ids.includes(id))).toEqual([])
  })

  test('gives every chart a title and a description and hides every symbol', async () => {
    const page = await rendered
    const charts = page.match(/<svg[\s\S]*?<\/svg>/g)!
    for (const chart of charts.filter(each => !each.includes('aria-hidden="true"'))) {
      expect(chart).toMatch(/^<svg[^>]* role="img"/)
      expect(chart).toMatch(/<title [^>]*>[^<]{10,}<\/title>/)
      expect(chart).toMatch(/<desc [^>]*>[^<]{20,}<\/desc>/)
      expect(chart).not.toMatch(/aria-roledescription/)
    }
  })

  test('gives every table a caption, and every header its scope', async () => {
    const page = await rendered
    const tables = page.match(/<table[\s\S]*?<\/table>/g)!
    expect(tables.length).toBeGreaterThan(5)
    for (const table of tables) {
      expect(table).toMatch(/<caption[^>]*>[^<]+/)
      expect(table.match(/<th\b(?![^>]*scope=)/g)).toBeNull()
      expect(table).not.toMatch(/<th[^>]*><\/th>/)
    }
  })

  test('gives every figure its table', async () => {
    const page = await rendered
    for (const figure of page.match(/<figure[\s\S]*?<\/figure>/g) ?? []) {
      expect(figure).toMatch(/<details>[\s\S]*<table/)
      expect(figure).toMatch(/<figcaption/)
    }
  })

  test('allows nothing but inline style, and holds nothing else', async () => {
    const page = await rendered
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)![1]
    expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'")
    expect(page.match(/<(script|link|iframe|object|embed|img|base|form)\b/gi) ?? []).toEqual([])
    expect(page.match(/<[^>]* on[a-z]+="/gi) ?? []).toEqual([])
    expect(page.match(/@import|url\((?!#)/g) ?? []).toEqual([])
    expect(
      page.match(/https?:\/\/[^\s"<]*/g)?.filter(url => url !== 'http://www.w3.org/2000/svg') ?? [],
    ).toEqual([])
  })

  test('leaves no number, text or value unresolved', async () => {
    const page = await rendered
    const said = page.replace(/<style>[\s\S]*?<\/style>|<code[\s\S]*?<\/code>/g, '')
    expect(said.match(/undefined|NaN|null|\[object|Infinity/g) ?? []).toEqual([])
  })
})
