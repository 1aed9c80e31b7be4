/** A judgement as symbol and word: never colour alone. Down is favourable, since less loneliness is. */
import type { VerdictEntry } from '../core/results.ts'
import type { Context } from './context.ts'
import { type Html, html, trusted } from './html.ts'

export type Light = VerdictEntry['cells'][number]['light']

const DOWN = '<path d="M2 3h12l-6 11z"/>'
const UP = '<path d="M2 13h12L8 2z"/>'
const HOLLOW = ' fill="none" stroke="currentColor" stroke-width="2"'

const SHAPES: Readonly<Record<Light, string>> = {
  green_dark: DOWN,
  green_light: DOWN.replace('/>', `${HOLLOW}/>`),
  amber: '<path d="M1 6.5h14v3H1z"/>',
  white: `<circle cx="8" cy="8" r="6"${HOLLOW}/>`,
  grey: '<path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="2"/>',
  red_dark: UP,
  red_light: UP.replace('/>', `${HOLLOW}/>`),
}

export function lightOf({ text }: Context, light: Light): Html {
  const symbol = `<svg class="symbol" aria-hidden="true" viewBox="0 0 16 16" width="14" height="14" fill="currentColor">${SHAPES[light]}</svg>`
  return html`<span class="light-${light.replace('_', '-')}">${trusted(symbol)} ${text.words.lights[light]}</span>`
}
