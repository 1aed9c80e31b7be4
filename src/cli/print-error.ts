/**
 * Errors as a user meets them: what, where, how to mend it, and the code.
 *
 * Equal problems are one, with their number and the first place. An error that
 * is not ours to foresee is our fault and says so; a stack comes only with --debug.
 */
import { sep } from 'node:path'
import { EjzError, EXIT_CODES, type Problem } from '../core/error.ts'
import { printable } from './printable.ts'
import type { Printer } from './terminal.ts'
import { wrapped } from './wrapped.ts'

export interface ErrorContext {
  readonly err: Printer
  /** paths below it are shortened */
  readonly cwd: string
  readonly debug: boolean
}

/** Prints it and gives the exit code. */
export function printError(error: unknown, context: ErrorContext): number {
  const known = error instanceof EjzError ? error : (systemError(error) ?? ourFault(error))
  const groups = grouped(known.problems)
  const shown = groups.map(problem => shortened(problem, context.cwd))
  for (const [i, problem] of shown.entries()) {
    if (i > 0) context.err.line()
    printProblem(problem, context.err)
  }
  if (shown.length > 1) printTotal(shown.length, context.err)
  if (context.debug && error instanceof Error) context.err.line(`\n${error.stack ?? ''}${causeOf(error)}`)
  return EXIT_CODES[known.fault]
}

function printProblem({ code, message, hint, where, count = 1 }: Problem, err: Printer): void {
  const { colour } = err
  const times = count > 1 ? ` (${count} times)` : ''
  const fields: [string, string][] = [
    ...(where === undefined
      ? []
      : [['where', count > 1 ? `${where} (the first place)` : where] as [string, string]]),
    ['mend', hint],
    ['code', colour.dim(code)],
  ]
  err.line(wrapped(`${colour.red.bold('error:')} ${colour.bold(message)}${times}`, err.width, 7))
  for (const [name, text] of fields)
    err.line(wrapped(`  ${colour.dim(name.padEnd(5))} ${text}`, err.width, 8))
}

function printTotal(problems: number, err: Printer): void {
  err.line(`\n${err.colour.red.bold(`${problems} problems`)}`)
}

/** The same problem in several places is one, with the first place and their number. */
function grouped(problems: readonly Problem[]): Problem[] {
  const groups = new Map<string, Problem>()
  for (const problem of problems) {
    const key = [problem.code, problem.message, problem.hint].join('\n')
    const first = groups.get(key)
    if (first === undefined) groups.set(key, problem)
    else groups.set(key, { ...first, count: (first.count ?? 1) + (problem.count ?? 1) })
  }
  return [...groups.values()]
}

function shortened(problem: Problem, cwd: string): Problem {
  const short = (text: string) => printable(cwd === sep ? text : text.replaceAll(`${cwd}${sep}`, ''))
  const { where } = problem
  return {
    ...problem,
    message: short(problem.message),
    hint: short(problem.hint),
    ...(where === undefined ? {} : { where: short(where) }),
  }
}

const SYSTEM: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['ENOENT', ['is not there', 'check its name']],
  ['EACCES', ['may not be read or written', 'ask for the rights to it, or choose another place with --out']],
  ['EPERM', ['may not be changed', 'ask for the rights to it, or choose another place with --out']],
  ['EROFS', ['lies on a disk that may only be read', 'choose another place with --out']],
  ['ENOSPC', ['does not fit: the disk is full', 'make room, or choose another place with --out']],
  ['EISDIR', ['is a folder', 'name a file']],
  ['ENOTDIR', ['is not a folder', 'name a folder']],
  ['EBUSY', ['is in use by another program', 'close that program and try again']],
])

/** What the operating system refuses is neither our fault nor that of the data. */
function systemError(error: unknown): EjzError | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  const known = SYSTEM.get(error.code)
  if (known === undefined) return null
  const path = 'path' in error && typeof error.path === 'string' ? error.path : 'a file'
  return new EjzError(`system-${error.code.toLowerCase()}`, `${path} ${known[0]}`, known[1], 'usage')
}

function ourFault(error: unknown): EjzError {
  const message = error instanceof Error ? error.message : String(error)
  return new EjzError(
    'bug',
    `ejz failed, and that is our fault: ${message}`,
    'please report it with the command you gave; add --debug to see where it happened',
    'bug',
  )
}

function causeOf({ cause }: Error): string {
  return cause instanceof Error ? `\ncaused by ${cause.stack}` : ''
}
