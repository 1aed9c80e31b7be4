import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/core/study.ts'
import { renderReport } from '../../src/report/page.ts'
import { pageText } from './page-text.ts'
import { resultsFixture, VARIANTS, type Variant } from './results-fixture.ts'

const LANGUAGES = ['nl', 'en'] as const
const made = new Map<string, Promise<string>>()

/** Each page is made once; only the test of equal bytes makes one again. */
function pageOf(variant: Variant, language: Language): Promise<string> {
  const key = `${variant} ${language}`
  const page = made.get(key) ?? renderReport(resultsFixture(variant), { language })
  made.set(key, page)
  return page
}

describe.each(LANGUAGES)('the report in %s', language => {
  test('reads as agreed', async () => {
    const page = await pageOf('inconclusive', language)
    await expect(pageText(page)).toMatchFileSnapshot(`../golden/report/page.${language}.md`)
  })

  test('says what each kind of study can say, and why it cannot say more', async () => {
    const parts: string[] = []
    for (const variant of VARIANTS) {
      const text = pageText(await pageOf(variant, language))
      const from = text.indexOf('## 1 ')
      parts.push(`# ${variant}\n\n${text.slice(from, text.indexOf('## 2 '))}`)
      parts.push(text.slice(text.indexOf('## 3 '), text.indexOf('## 5 ')))
    }
    await expect(parts.join('')).toMatchFileSnapshot(`../golden/report/variants.${language}.md`)
  })

  test('is the same to the byte when it is made again', async () => {
    const again = await renderReport(resultsFixture(), { language })
    expect(again === (await pageOf('inconclusive', language))).toBe(true)
  })

  test('names no file beside it when it travels alone', async () => {
    const page = await renderReport(resultsFixture(), { language, downloads: false })
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
    expect(links.filter(href => !href.startsWith('#'))).toEqual([])
  })

  test('says on top, in the title and at every figure that synthetic data are synthetic', async () => {
    const page = await pageOf('inconclusive', language)
    const word = language === 'nl' ? /synthetische gegevens/i : /synthetic data/i
    expect(/<title>([^<]*)/.exec(page)![1]).toMatch(word)
    expect(/<h1>([\s\S]*?)<\/h1>/.exec(page)![1]).toMatch(word)
    expect(page.slice(page.indexOf('<body>'), page.indexOf('<h1'))).toMatch(word)
    const figures = page.match(/<figure[\s\S]*?<\/figure>/g)!
    expect(figures.length).toBeGreaterThan(3)
    expect(figures.filter(figure => !word.test(figure))).toEqual([])
  })

  test('says nothing of synthetic data when they are real', async () => {
    const results = resultsFixture()
    const real = { ...results, synthetic: false, warnings: [] }
    const text = pageText(await renderReport(real, { language })).replace(/synthetische-monitor/g, '')
    expect(text.match(/.*syntheti.*/gi) ?? []).toEqual([])
  })
})
