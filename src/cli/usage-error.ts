/** What commander says about a mistyped command line, as an error of our own with its way out. */
import type { CommanderError } from 'commander'
import { EjzError } from '../core/error.ts'

export function usageError({ message, code }: CommanderError): EjzError {
  const [first, ...rest] = message.replace(/^error: /, '').split('\n')
  const suggestion = /Did you mean (?:one of )?(.+?)\?/.exec(rest.join(' '))?.[1]
  const { what, hint } = sentence(first)
  return new EjzError(
    code.replace('commander.', 'usage-').replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`),
    what,
    suggestion === undefined ? hint : `did you mean ${suggestion}?`,
    'usage',
  )
}

const HELP = 'see the help: add --help to the command'

/** "option '--x <y>' argument 'z' is invalid. Choose from a, b." → what is wrong, and what to do. */
function sentence(text: string): { what: string; hint: string } {
  const plain = text.replace(
    /^command-argument value (.+) is invalid for argument '(.+?)'/,
    '$2 $1 is invalid',
  )
  const [what, ...advice] = plain.split(/\. (?=[A-Z])/)
  const hint = advice.join('. ').replace(/\.$/, '')
  if (hint === '') return { what: plain.replace(/\.$/, ''), hint: HELP }
  return { what, hint: hint[0].toLowerCase() + hint.slice(1) }
}
