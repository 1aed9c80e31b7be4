import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { textWidth, wrapText } from '../../src/report/text-metrics.ts'

const FONT = '/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf'

interface Font {
  readonly unitsPerEm: number
  readonly layout: (text: string, features: object) => { readonly advanceWidth: number }
}

describe('the width of a text', () => {
  it('is the sum of the widths of its characters in Arial', () => {
    expect(textWidth('2012', 12)).toBeCloseTo(4 * 0.556 * 12, 10)
    expect(textWidth('−5,1', 100)).toBeCloseTo(58.4 + 55.6 + 27.8 + 55.6, 10)
    expect(textWidth('', 12)).toBe(0)
  })

  it('is larger in bold, and never too small for an unknown character', () => {
    expect(textWidth('eenzaam', 12, 'bold')).toBeGreaterThan(textWidth('eenzaam', 12))
    expect(textWidth('漢', 10)).toBe(10)
  })

  it.skipIf(!existsSync(FONT))(
    'equals what fontkit measures in Liberation Sans (skipped without the font)',
    () => {
      const fontkit: { openSync: (path: string) => Font } = createRequire(import.meta.url)('fontkit')
      const font = fontkit.openSync(FONT)
      for (const text of ['Eén tegen eenzaamheid', 'zoals gemeten: 54,1% (−0,5 tot +1,2)', 'ŵ ‰ ≥ 3']) {
        const width = (1000 * font.layout(text, { kern: false }).advanceWidth) / font.unitsPerEm
        expect(textWidth(text, 1000)).toBeCloseTo(width, -1)
      }
    },
  )
})

describe('a text in lines', () => {
  it('breaks between words, never inside one', () => {
    expect(wrapText('Emotioneel eenzaam', 66, 11)).toEqual(['Emotioneel', 'eenzaam'])
    expect(wrapText('vijfenzeventigplussers', 10, 12)).toEqual(['vijfenzeventigplussers'])
  })
})
