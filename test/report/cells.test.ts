import { describe, expect, test } from 'vitest'
import type { EstimateEntry } from '../../src/core/results.ts'
import { intervalCell, pointsCell, pointsIntervalCell, sign, valueCell } from '../../src/report/cells.ts'
import { contextOf } from '../../src/report/context.ts'
import { render } from '../../src/report/html.ts'
import { resultsFixture } from './results-fixture.ts'

const context = contextOf(resultsFixture(), 'nl')
const estimate: EstimateEntry = { ...context.results.estimates[0], value: 0.5612, low: 0.552, high: 0.5703 }

const text = (part: Parameters<typeof render>[0]) =>
  render(part)
    .replace(/<span class="unseen">([^<]*)<\/span>/g, '[$1]')
    .replace(/<[^>]+>/g, '')

describe('a cell', () => {
  test('has the decimals that its interval can carry', () => {
    expect(text(valueCell(context, estimate))).toBe('56,1%')
    expect(text(intervalCell(context, estimate))).toBe('55,2 tot 57,0%')
    const wide = { ...estimate, low: 0.54, high: 0.58 }
    expect([text(valueCell(context, wide)), text(intervalCell(context, wide))]).toEqual(['56%', '54 tot 58%'])
  })

  test('of a mean score is no percentage', () => {
    const score = { ...estimate, measure: 'score', value: 3.412, low: 3.38, high: 3.44 }
    expect([text(valueCell(context, score)), text(intervalCell(context, score))]).toEqual([
      '3,41',
      '3,38 tot 3,44',
    ])
    expect(text(valueCell(context, { ...score, low: 3.1, high: 3.7 }))).toBe('3,4')
  })

  test('without interval says that it is not reliable enough', () => {
    expect(text(intervalCell(context, { ...estimate, low: null, high: null }))).toBe(
      '.[onvoldoende betrouwbaar]',
    )
  })

  test.each([
    ['suppressed_n', 'x[niet getoond]'],
    ['suppressed_events', 'x[niet getoond]'],
    ['suppressed_complementary', 'x[niet getoond]'],
    ['suppressed', 'x[niet getoond]'],
    ['suppressed_neff', '.[onvoldoende betrouwbaar]'],
    ['suppressed_width', '.[onvoldoende betrouwbaar]'],
    ['suppressed_relative_width', '.[onvoldoende betrouwbaar]'],
    [undefined, '.[onvoldoende betrouwbaar]'],
    ['empty_cell', '[niet van toepassing]'],
  ])('that is hidden for %s shows its sign, and says it to those who listen', (reason, shown) => {
    expect(text(sign(context, reason))).toBe(shown)
    const hidden = { ...estimate, value: null, shown: false, ...(reason === undefined ? {} : { reason }) }
    expect(text(valueCell(context, hidden))).toBe(shown)
  })

  test('of a difference has a sign, one decimal and the word between its bounds', () => {
    expect(text(pointsCell(context, -0.0241))).toBe('\u22122,4')
    expect(text(pointsIntervalCell(context, [-0.051, 0.003]))).toBe('\u22125,1 tot +0,3')
    expect(text(pointsCell(context, null))).toBe('[niet van toepassing]')
  })
})
