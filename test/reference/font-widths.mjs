/**
 * Makes src/report/font-widths.ts: the advance widths of Liberation Sans, whose metrics are Arial's.
 *
 * With Debian's fonts-liberation installed:
 *   node test/reference/font-widths.mjs /usr/share/fonts/truetype/liberation > src/report/font-widths.ts
 *
 * Charts are measured with this table, so that they are laid out alike on every machine,
 * whatever fonts it has.
 */
import { join } from 'node:path'
import { openSync } from 'fontkit'

const folder = process.argv[2]
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x218, 0x21b],
]
const marks = [...'–—‘’“”„†•…‰€−×≤≥≈±δτΔ']
const letters = ranges.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)),
)
const characters = [...new Set([...letters, ...marks])]

/** Width in thousandths of the font size → the characters that have it. */
function byWidth(file) {
  const font = openSync(join(folder, file))
  const groups = new Map()
  for (const character of characters) {
    const { advanceWidth } = font.glyphForCodePoint(character.codePointAt(0))
    const width = Math.round((1000 * advanceWidth) / font.unitsPerEm)
    groups.set(width, (groups.get(width) ?? '') + character)
  }
  return [...groups].sort(([a], [b]) => a - b)
}

function table(name, file) {
  const lines = byWidth(file).map(([width, group]) => `  ${width}: ${quote(group)},`)
  return [`export const ${name}: Readonly<Record<number, string>> = {`, ...lines, '}', ''].join('\n')
}

function quote(text) {
  const plain = text.replace(/\u00a0/g, '\\u00a0').replace(/\u00ad/g, '\\u00ad')
  return text.includes("'") ? `"${plain.replace(/"/g, '\\"')}"` : `'${plain}'`
}

process.stdout.write(`/**
 * Widths of characters in Liberation Sans (metrically Arial), made by test/reference/font-widths.mjs.
 *
 * Units: thousandths of the font size → the characters of that width.
 */
${table('REGULAR', 'LiberationSans-Regular.ttf')}
${table('BOLD', 'LiberationSans-Bold.ttf')}`)
