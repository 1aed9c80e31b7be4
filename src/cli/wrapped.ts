/** Breaks a line between words where it is wider than the terminal; further lines are indented. */
import { stripVTControlCharacters } from 'node:util'

export function wrapped(text: string, width: number, indent: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && visible(longer) > width) {
      lines.push(line)
      line = ' '.repeat(indent) + word
    } else line = longer
  }
  return [...lines, line].join('\n')
}

function visible(text: string): number {
  return [...stripVTControlCharacters(text)].length
}
