/**
 * The one error of ejz: what went wrong, where, and the way out.
 *
 * `fault` decides the exit code. Several problems found together travel in one
 * error, so that a user sees them all at once.
 */
export type Fault = 'bug' | 'usage' | 'data' | 'difference' | 'strict'

export const EXIT_CODES: Readonly<Record<Fault, number>> = {
  bug: 1,
  usage: 2,
  data: 3,
  difference: 4,
  strict: 5,
}

export interface Problem {
  readonly code: string
  readonly message: string
  readonly hint: string
  /** file, file:line:column, or variable and row */
  readonly where?: string
  /** how often the same problem occurred; `where` is then the first place */
  readonly count?: number
}

export class EjzError extends Error {
  readonly problems: readonly Problem[]

  constructor(
    readonly code: string,
    message: string,
    readonly hint: string,
    readonly fault: Fault = 'data',
    details: { where?: string; problems?: readonly Problem[]; cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'EjzError'
    const own = { code, message, hint, ...(details.where === undefined ? {} : { where: details.where }) }
    this.problems = details.problems ?? [own]
  }

  /** One error for all the problems of a file; there must be at least one. */
  static of(problems: readonly Problem[], fault: Fault): EjzError {
    const first = problems[0]!
    return new EjzError(first.code, first.message, first.hint, fault, { problems })
  }
}
