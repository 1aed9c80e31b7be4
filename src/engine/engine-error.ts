/** What the engine complains of, in the words and exit codes of ejz. */
import { EjzError } from '../core/error.ts'

export function engineError(cause: unknown): EjzError {
  if (cause instanceof EjzError) return cause
  const message = cause instanceof Error ? cause.message : String(cause)
  const [summary] = message.split('\n')
  const known = KNOWN.find(({ pattern }) => pattern.test(message))
  if (known !== undefined) {
    return new EjzError(known.code, `${known.says}: ${summary}`, known.hint, known.fault, { cause })
  }
  const hint = 'this is a fault of ejz; run again with --debug and report what it prints'
  return new EjzError('engine-failed', `the database engine stopped: ${summary}`, hint, 'bug', { cause })
}

const KNOWN = [
  {
    pattern: /^Out of Memory Error|failed to allocate|bad_alloc/i,
    code: 'out-of-memory',
    says: 'the work does not fit in the memory it may use',
    hint: 'allow more with --memory, use fewer --threads, or free room in the temporary folder',
    fault: 'usage',
  },
  {
    pattern: /^IO Error/,
    code: 'file-not-readable',
    says: 'a file cannot be read or written',
    hint: 'check that the file still exists, that you may read it, and that the disk is not full',
    fault: 'data',
  },
  {
    pattern: /CSV/,
    code: 'malformed-csv',
    says: 'the CSV cannot be read',
    hint: 'its lines may end in different ways, or a quote may be missing: save it again as "CSV UTF-8"',
    fault: 'data',
  },
] as const
