/** One mistake in a study file, by its place in the tree of keys. */
export interface Finding {
  readonly path: Path
  /** point at the key itself, or at its value */
  readonly at: 'key' | 'value'
  readonly code: string
  readonly message: string
  readonly hint: string
}

export type Path = readonly (string | number)[]

/** Where the user wrote what stands at this path: file:line:column, or an option. */
export type Locate = (path: Path, at: 'key' | 'value') => string

/** "`fieldwork`", or "entry 2 of `files`". */
export function nameOf(path: Path): string {
  const last = path.at(-1)
  if (typeof last !== 'number') return last === undefined ? 'the study file' : `\`${last}\``
  const owner = path.findLast(step => typeof step === 'string')
  return owner === undefined ? `entry ${last + 1}` : `entry ${last + 1} of \`${owner}\``
}

export function wrong(path: Path, message: string, hint: string): Finding {
  return { path, at: 'value', code: 'study-inconsistent', message, hint }
}

export function missing(path: Path, hint: string): Finding {
  const message = `\`${path.at(-1)}\` is missing`
  return { path, at: 'key', code: 'study-missing-key', message, hint }
}
