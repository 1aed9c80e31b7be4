/**
 * How wide a text will be: so that labels can be laid out without a browser or a canvas.
 *
 * Sum of advance widths of Liberation Sans, which browsers' Arial and Helvetica share;
 * a character outside the table counts as the widest letter, so that text never turns out wider.
 *
 * Units: font size and width in pixels.
 */
import { BOLD, REGULAR } from './font-widths.ts'

const WIDEST = 1000
const regular = widthOf(REGULAR)
const bold = widthOf(BOLD)

export type Weight = 'normal' | 'bold'

export function textWidth(text: string, fontSize: number, weight: Weight = 'normal'): number {
  const widths = weight === 'bold' ? bold : regular
  let sum = 0
  for (const character of text) sum += widths.get(character) ?? WIDEST
  return (sum * fontSize) / 1000
}

/** Words in lines no wider than `limit`; a longer word keeps a line of its own. */
export function wrapText(text: string, limit: number, fontSize: number, weight?: Weight): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && textWidth(longer, fontSize, weight) <= limit) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

function widthOf(table: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(table).flatMap(([width, characters]) =>
      [...characters].map((character): [string, number] => [character, Number(width)]),
    ),
  )
}
