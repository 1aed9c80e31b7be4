/** A printer without colours that keeps what is printed. */
import { Chalk } from 'chalk'
import type { Printer } from '../../src/cli/terminal.ts'

export function captured(width: number, isTerminal = false): Printer & { text(): string } {
  const parts: string[] = []
  return {
    colour: new Chalk({ level: 0 }),
    isTerminal,
    width,
    write: text => void parts.push(text),
    line: (text = '') => void parts.push(`${text}\n`),
    text: () => parts.join(''),
  }
}
