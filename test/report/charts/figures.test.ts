import { describe, expect, it } from 'vitest'
import type { FigureSpec } from '../../../src/report/charts/figure-spec.ts'
import { figures } from '../../../src/report/charts/figures.ts'
import {
  percent,
  percentInterval,
  personsInterval,
  pointsInterval,
  signedPersons,
  signedPoints,
} from '../../../src/report/format.ts'
import { renderSvg } from '../../../src/report/render.ts'
import { CHART_VARIANTS, chartFixture } from './fixtures.ts'
import { readSheet, touching } from './text-boxes.ts'

const cases = [
  ...CHART_VARIANTS.map(variant => ({ variant, language: 'nl' as const })),
  ...(['inconclusive', 'turnaround', 'one-wave'] as const).map(variant => ({
    variant,
    language: 'en' as const,
  })),
]

describe.each(cases)('the figures of $variant results in $language', ({ variant, language }) => {
  const made = figures(chartFixture(variant), language)

  it('are drawn without a warning, with every text whole, apart and large enough', async () => {
    for (const figure of made) {
      for (const chart of [figure.spec, figure.narrow]) {
        const svg = await renderSvg(chart)
        const where = `${figure.id} ${chart.usermeta.id}`
        expect(svg, where).not.toMatch(/undefined|NaN|Infinity|\[object|<script/)
        const sheet = readSheet(svg)
        expect(sheet.boxes.length, where).toBeGreaterThan(3)
        expect(touching(sheet.boxes), where).toEqual([])
        const off = sheet.boxes.filter(
          box => box.left < -0.5 || box.right > sheet.width + 0.5 || box.top < 0 || box.bottom > sheet.height,
        )
        expect(off, where).toEqual([])
        // a phone of 320 pixels leaves 288 for the drawing of 320
        const least = chart === figure.narrow ? (9 * 320) / 288 : 12
        expect(sheet.smallest, where).toBeGreaterThanOrEqual(least)
      }
    }
  })

  it('hold no undefined, NaN or infinite number anywhere', () => {
    for (const figure of made) {
      expect(everyValue(figure).filter(value => value === undefined || Number.isNaN(value))).toEqual([])
      expect(everyValue(figure).filter(value => value === Infinity || value === -Infinity)).toEqual([])
    }
  })

  it('have ids of their own, words for everything and a table as wide as its head', () => {
    expect(new Set(made.map(figure => figure.id)).size).toBe(made.length)
    for (const { id, title, subtitle, alt, table, sources, data } of made) {
      expect(id).toMatch(/^[a-z0-9-]+$/)
      for (const words of [title, subtitle, alt.short, alt.long, table.caption, sources]) {
        expect(words.length, id).toBeGreaterThan(10)
      }
      expect(title, id).toMatch(/[^.]$/)
      for (const row of table.rows) expect(row, id).toHaveLength(table.columns.length)
      for (const row of data.rows) expect(row, id).toHaveLength(data.columns.length)
    }
  })

  it('show in the table every number that is drawn, and no other', () => {
    for (const { id, data, table } of made) {
      const shown = table.rows.map(row => row.join(' | '))
      for (const row of data.rows) {
        const written = writings(id, data.columns, row, language)
        const found = shown.some(cells => written.some(words => words.every(word => cells.includes(word))))
        expect(found, `${id} ${row.join(' ')}`).toBe(true)
      }
    }
  })

  it('say in the short alternative the first and the last value', () => {
    for (const { kind, alt, data } of made.filter(figure => FIRST_AND_LAST.includes(figure.kind))) {
      const value = data.columns.indexOf('value')
      const series = data.rows.filter(row => kind !== 'trend' || row[0] === data.rows[0][0])
      for (const row of [series[0], series[series.length - 1]]) {
        const texts = [0, 1].map(digits => percent(Number(row[value]), language, digits))
        expect(
          texts.some(text => alt.short.includes(text)),
          alt.short,
        ).toBe(true)
      }
    }
  })
})

const FIRST_AND_LAST: readonly FigureSpec['kind'][] = ['trend', 'severity']

describe('results with nothing to draw', () => {
  it('give no figure, not an empty one', () => {
    const nothing = { ...chartFixture(), estimates: [], changes: [], breaks: [], decompositions: [] }
    expect(figures(nothing, 'nl')).toEqual([])
  })

  it('leave out the trend of a target that is hidden in every wave', () => {
    const kinds = figures(chartFixture('suppressed-target'), 'nl').map(figure => figure.kind)
    expect(kinds).not.toContain('trend')
    expect(kinds).not.toContain('break')
    expect(kinds).toContain('age')
  })

  it('draw one wave without line or change', () => {
    const kinds = figures(chartFixture('one-wave'), 'nl').map(figure => figure.kind)
    expect(kinds).toEqual(['trend', 'severity', 'age', 'age-sex', 'municipalities'])
  })
})

describe('hidden estimates', () => {
  const made = figures(chartFixture('partly-hidden'), 'nl')
  const of = (kind: FigureSpec['kind']) => made.find(figure => figure.kind === kind)!

  it('are named in the notes and stand as a sign in the table', () => {
    expect(of('trend').notes.join(' ')).toContain('2016 (zoals gemeten); 2016 (gestandaardiseerd)')
    expect(of('trend').table.rows[1].slice(2)).toEqual(['x', '', 'x', '', ''])
    expect(of('age').notes.join(' ')).toContain('90-plussers 2020')
    expect(of('municipalities').notes.join(' ')).toContain('2 gemeenten zijn niet getoond')
  })

  it('are in no data and no spec', () => {
    expect(of('trend').data.rows.filter(row => row[1] === '2016')).toEqual([])
    expect(JSON.stringify(of('trend').spec)).not.toContain('"wave":"2016"')
  })
})

describe('names from a data file', () => {
  it('stay text and stay inside the sheet', async () => {
    for (const figure of figures(chartFixture('hostile'), 'nl')) {
      const svg = await renderSvg(figure.spec)
      expect(svg).not.toContain('<script')
      expect(svg).not.toContain('\u0007')
      expect(svg.match(/<[a-z]+/g)!.filter(tag => !DRAWN.includes(tag))).toEqual([])
    }
  })
})

const DRAWN = ['<svg', '<title', '<desc', '<style', '<rect', '<g', '<path', '<text', '<tspan', '<line']

describe('the page', () => {
  it('can hold all figures in both widths without an id twice', async () => {
    const ids: string[] = []
    for (const figure of figures(chartFixture(), 'nl')) {
      for (const chart of [figure.spec, figure.narrow]) {
        const svg = await renderSvg(chart, 'page')
        ids.push(...[...svg.matchAll(/ id="([^"]+)"/g)].map(match => match[1]))
      }
    }
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('says that synthetic data are synthetic, at every figure', () => {
    for (const figure of figures(chartFixture(), 'nl')) expect(figure.sources).toContain('synthetische')
    for (const figure of figures({ ...chartFixture(), synthetic: false }, 'nl')) {
      expect(figure.sources).not.toContain('synthetische')
    }
  })

  it('has no English in Dutch figures', async () => {
    for (const figure of figures(chartFixture(), 'nl')) {
      const words = JSON.stringify([figure.title, figure.subtitle, figure.alt, figure.table, figure.notes])
      expect(words).not.toMatch(/\b(?:the|of people|percentage points|wave|interval:)\b/)
    }
  })
})

describe('the sheet reader of this test', () => {
  it('sees texts that touch and texts that fall off', () => {
    const svg =
      '<svg viewBox="0 0 100 50"><g transform="translate(10,5)"><g><text text-anchor="start" transform="translate(0,20)" font-size="10px">abc</text></g><text text-anchor="start" transform="translate(5,20)" font-size="10px">def</text></g></svg>'
    const { boxes, width } = readSheet(svg)
    expect(width).toBe(100)
    expect(boxes.map(box => Math.round(box.left))).toEqual([10, 15])
    expect(touching(boxes)).toEqual(['abc × def'])
  })
})

function everyValue(part: unknown): unknown[] {
  if (typeof part !== 'object' || part === null) return [part]
  return Object.values(part).flatMap(everyValue)
}

/** How the numbers of a row of data may stand in the table: value and interval. */
function writings(
  id: string,
  columns: readonly string[],
  row: FigureSpec['data']['rows'][number],
  language: 'nl' | 'en',
): string[][] {
  const cell = (name: string) => row[columns.indexOf(name)]
  const value = Number(cell('value') ?? cell('diff') ?? cell('delta'))
  const [low, high] = [Number(cell('low')), Number(cell('high'))]
  if (id.startsWith('number')) {
    const interval = personsInterval(low, high, language).split(' ').at(-1)!
    return [[signedPersons(value, language), interval]]
  }
  const points = [signedPoints(value, language), pointsInterval(low, high, language)]
  const percents = [0, 1].map(digits => [
    percent(value, language, digits),
    percentInterval(low, high, language, digits),
  ])
  return [points, ...percents]
}
