import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderReport } from '../../src/report/page.ts'
import { resultsFixture } from '../report/results-fixture.ts'
import { hasChrome, launchChrome } from './chrome.ts'

const LANGUAGES = ['nl', 'en'] as const
const SCHEMES = ['light', 'dark'] as const
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'EN-301-549']
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.skipIf(!hasChrome)('the report in a browser (skipped where no Chrome is installed)', () => {
  let browser: Browser
  let folder: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ejz-browser-'))
    for (const language of LANGUAGES) {
      writeFileSync(fileOf(language), await renderReport(resultsFixture(), { language }))
    }
    browser = await launchChrome()
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const fileOf = (language: string) => join(folder, `report.${language}.html`)

  async function open(language: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
    const page = await context.newPage()
    await page.goto(pathToFileURL(fileOf(language)).href)
    return page
  }

  const unfold = (page: Page) =>
    page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })

  const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

  describe.each(LANGUAGES)('in %s', language => {
    test.each(SCHEMES)(
      'has no accessibility violation in %s',
      async colorScheme => {
        const page = await open(language, { colorScheme, bypassCSP: true })
        await unfold(page)
        await page.addScriptTag({ content: AXE })
        const found = await page.evaluate(tags => {
          const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }
          return axe.run({ runOnly: { type: 'tag', values: tags } })
        }, TAGS)
        const violations = found.violations.map(({ id, nodes }) => [
          id,
          nodes.map(node => node.html.slice(0, 120)),
        ])
        expect(violations).toEqual([])
        expect(found.passes.length).toBeGreaterThan(25)
        await page.context().close()
      },
      60_000,
    )

    test.each([320, 640, 1280])('never scrolls sideways at %i pixels', async width => {
      const page = await open(language, { viewport: { width, height: 800 } })
      await unfold(page)
      expect(await widthOf(page)).toBeLessThanOrEqual(width)
      await page.context().close()
    })
  })

  test('stays within the screen when a reader widens the spacing of the text', async () => {
    const page = await open('nl', { viewport: { width: 320, height: 800 } })
    await page.addStyleTag({
      content: '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}',
    })
    expect(await widthOf(page)).toBeLessThanOrEqual(320)
    await page.context().close()
  })

  test('asks for nothing but itself, and nothing in it is refused', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const requests: string[] = []
    const complaints: string[] = []
    page.on('request', request => requests.push(request.url()))
    page.on('console', message => complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(error.message))
    await page.goto(pathToFileURL(fileOf('nl')).href)
    await page.waitForLoadState('networkidle')
    expect(requests).toEqual([pathToFileURL(fileOf('nl')).href])
    expect(complaints).toEqual([])
    await context.close()
  })

  test('draws each chart once: wide on a screen, narrow on a phone', async () => {
    for (const [width, shown, hidden] of [
      [1280, '.chart-wide', '.chart-narrow'],
      [320, '.chart-narrow', '.chart-wide'],
    ] as const) {
      const page = await open('nl', { viewport: { width, height: 800 } })
      const visible = (selector: string) =>
        page.locator(selector).evaluateAll(charts => charts.filter(chart => chart.clientWidth > 0).length)
      expect(await visible(shown)).toBeGreaterThan(3)
      expect(await visible(hidden)).toBe(0)
      await page.context().close()
    }
  })

  test('shows where the focus is, first of all on the way past the contents', async () => {
    const page = await open('nl')
    for (let i = 0; i < 25; i++) {
      await page.keyboard.press('Tab')
      const focus = await page.evaluate(() => {
        const element = document.activeElement!
        const box = element.getBoundingClientRect()
        const style = getComputedStyle(element)
        const inside = box.right > 0 && box.bottom > 0 && box.top < innerHeight && box.left < innerWidth
        return { text: element.textContent, inside, outline: `${style.outlineStyle} ${style.outlineWidth}` }
      })
      if (i === 0) expect(focus.text).toBe('Naar de inhoud')
      expect(focus).toMatchObject({ inside: true, outline: 'solid 3px' })
    }
    await page.context().close()
  })

  test('gives a finger room on every link of the contents and every fold', async () => {
    const page = await open('nl', { viewport: { width: 320, height: 800 } })
    const heights = await page
      .locator('.contents a, summary')
      .evaluateAll(targets => targets.map(target => target.getBoundingClientRect().height))
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(24)
    await page.context().close()
  })

  test('is read out as agreed', async () => {
    const page = await open('nl')
    const parts = [page.locator('#key-messages'), page.locator('.verdict'), page.locator('#signs')]
    const snapshots = await Promise.all(parts.map(part => part.ariaSnapshot()))
    await expect(`${snapshots.join('\n')}\n`).toMatchFileSnapshot('../golden/report/aria.nl.yml')
    await page.context().close()
  })

  test('prints on A4 with every fold open and as a tagged PDF', async () => {
    const page = await open('nl')
    await page.emulateMedia({ media: 'print' })
    const folded = await page
      .locator('details .table')
      .evaluateAll(tables => tables.filter(table => table.getBoundingClientRect().height < 10).length)
    expect(folded).toBe(0)
    const pdf = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    })
    const text = pdf.toString('latin1')
    expect(text.startsWith('%PDF-')).toBe(true)
    expect(text).toContain('/StructTreeRoot')
    expect(text).toMatch(/\/Lang \(nl/)
    expect(text.match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(8)
    expect(text).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/)
    await page.context().close()
  }, 60_000)
})
