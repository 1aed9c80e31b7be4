/** The two streams as a command sees them: stdout for results, stderr for everything else. */
import type { ChalkInstance } from 'chalk'
import { colourLevel } from './colour.ts'
import type { Io, OutputStream } from './io.ts'

export interface Terminal {
  readonly out: Printer
  readonly err: Printer
  readonly cwd: string
  readonly env: Io['env']
  readonly quiet: boolean
  readonly verbose: boolean
}

export interface Printer {
  readonly colour: ChalkInstance
  readonly isTerminal: boolean
  /** columns to fill */
  readonly width: number
  write(text: string): void
  line(text?: string): void
}

/** Options that every command has. */
export interface CommonOptions {
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly debug?: boolean
  readonly color?: boolean
}

export async function openTerminal(io: Io, options: CommonOptions): Promise<Terminal> {
  const { Chalk } = await import('chalk')
  const printer = (stream: OutputStream): Printer => ({
    colour: new Chalk({ level: colourLevel(stream, io.env, options.color !== false) }),
    isTerminal: stream.isTTY === true,
    width: stream.columns ?? 100,
    write: text => void stream.write(text),
    line: (text = '') => void stream.write(`${text}\n`),
  })
  return {
    out: printer(io.stdout),
    err: printer(io.stderr),
    cwd: io.cwd?.() ?? process.cwd(),
    env: io.env,
    quiet: options.quiet === true,
    verbose: options.verbose === true,
  }
}
