import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeCss, escapeHtml, html, trusted } from '../../src/report/html.ts'
import { unescaped } from './page-text.ts'

describe('the html template', () => {
  test('escapes every value but Html', () => {
    const label = '<script>alert("1")</script>'
    expect(html`<p title="${label}">${label}${trusted('<b>x</b>')}</p>`.text).toBe(
      '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;<b>x</b></p>',
    )
  })

  test('joins lists and leaves out what is absent', () => {
    expect(html`<ul>${[1, 2].map(n => html`<li>${n}</li>`)}${null}${undefined}${false}</ul>`.text).toBe(
      '<ul><li>1</li><li>2</li></ul>',
    )
    expect(html`${0}`.text).toBe('0')
  })

  test('replaces controls and marks that turn the direction of text', () => {
    expect(escapeHtml('a\u0000b\u202Ec\u0085d\te\n')).toBe('a\uFFFDb\uFFFDc\uFFFDd\te\n')
  })

  test('lets no text end a tag or an attribute', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/)
      }),
    )
  })

  test('gives a plain text back when it is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), text => {
        expect(unescaped(escapeHtml(text))).toBe(text)
      }),
    )
  })

  test('makes a text safe inside a CSS string', () => {
    expect(escapeCss('Één "titel"; }</style>')).toBe('Één \\22 titel\\22 \\3b  \\7d \\3c \\2f style\\3e ')
  })
})
