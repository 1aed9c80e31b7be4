/**
 * HTML as a tagged template: every value is escaped unless it is itself Html.
 *
 * Labels come out of files that others wrote. Control characters and the marks
 * that turn the direction of text around are replaced, so that a label can
 * neither end a tag nor pose as another one.
 */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text
  }
}

export type Part = Html | string | number | null | undefined | false | readonly Part[]

export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.reduce((text, string, i) => text + render(parts[i - 1]) + string))
}

/** Only for text made by this program, such as a rendered chart. */
export function trusted(text: string): Html {
  return new Html(text)
}

export function escapeHtml(text: string): string {
  return text.replace(UNSAFE, '\uFFFD').replace(/[&<>"']/g, character => ENTITIES[character])
}

export function render(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof Html) return part.text
  if (typeof part === 'object') return part.map(render).join('')
  return escapeHtml(String(part))
}

/** A text for inside a CSS string: every character that is not a letter, digit or space by its code point. */
export function escapeCss(text: string): string {
  return Array.from(text.replace(UNSAFE, ' '), character =>
    /[\p{L}\p{N} ]/u.test(character) ? character : `\\${character.codePointAt(0)!.toString(16)} `,
  ).join('')
}

/** Controls but for tab and line ends, and the marks that steer the direction of text. */
const UNSAFE = /[^\P{Cc}\t\n\r]|\p{Bidi_Control}/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
