import { describe, expect, test } from 'vitest'
import { figures } from '../../src/report/charts/figures.ts'
import { figureFiles } from '../../src/report/figure-files.ts'
import { renderReport } from '../../src/report/page.ts'
import { renderSvg } from '../../src/report/render.ts'
import { resultsFixture } from './results-fixture.ts'

describe('the files of the figures', () => {
  test('are what the page links to, each figure in three forms', async () => {
    const results = resultsFixture()
    const page = await renderReport(results, { language: 'nl' })
    const linked = [...page.matchAll(/href="(figures\/[^"]*)"/g)].map(([, path]) => path)
    const files = await figureFiles(results, 'nl')
    expect([...new Set(linked)].sort()).toEqual(files.map(({ path }) => path).sort())
    expect(files.length).toBe(3 * figures(results, 'nl').length)
  })

  test('hold a chart that stands alone, the same as drawn by itself', async () => {
    const results = resultsFixture()
    const trend = figures(results, 'nl').find(({ kind }) => kind === 'trend')!
    const file = (await figureFiles(results, 'nl')).find(({ path }) => path.endsWith(`${trend.id}.nl.svg`))!
    expect(file.content === `${await renderSvg(trend.spec, 'inside')}\n`).toBe(true)
  })

  test('hold the numbers at full precision and say that they are synthetic', async () => {
    const results = resultsFixture()
    const files = await figureFiles(results, 'nl')
    const { content } = files.find(({ path }) => /trend.*\.csv$/.test(path))!
    const lonely = results.estimates.find(entry => entry.measure === 'lonely' && entry.standard === null)!
    expect(content).toContain(String(lonely.value))
    const rows = content.trimEnd().split('\n')
    expect(rows[0]).toMatch(/,synthetic$/)
    expect(rows.slice(1).every(row => row.endsWith(',true'))).toBe(true)
  })

  test('are the same to the byte when they are drawn again', async () => {
    const [one, two] = [await figureFiles(resultsFixture(), 'en'), await figureFiles(resultsFixture(), 'en')]
    expect(JSON.stringify(one) === JSON.stringify(two)).toBe(true)
  })
})
