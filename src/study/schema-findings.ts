/** What the schema objects to in a study file, in words a user can act on. */
import type { z } from 'zod'
import { didYouMean } from '../core/suggest.ts'
import { type Finding, nameOf, type Path } from './finding.ts'
import { schemaAt, studyJsonSchema } from './json-schema.ts'
import { studySchema } from './schema.ts'

type Issue = z.core.$ZodIssue
type RawIssue = z.core.$ZodRawIssue

export function schemaFindings(raw: unknown): Finding[] {
  const parsed = studySchema.safeParse(raw, { reportInput: true, error: wording })
  return parsed.success ? [] : parsed.error.issues.flatMap(issue => findingsOf(issue))
}

function findingsOf(issue: Issue): Finding[] {
  const path = issue.path.filter(step => typeof step !== 'symbol')
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => unknownKey([...path, key]))
  if (issue.input === undefined) return [missingKey(path)]
  return [
    {
      path,
      at: 'value',
      code: 'study-invalid-value',
      message: `${nameOf(path)} ${issue.message}`,
      hint: hintFor(issue, path),
    },
  ]
}

/** The predicate of the sentence whose subject is the key; refinements and unions bring their own. */
function wording(issue: RawIssue): string | undefined {
  if (issue.input === null) return 'is empty'
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kindOf(issue.expected)}, not ${show(issue.input)}`
    case 'invalid_value':
      return `must be ${oneOf(issue.values.map(String))}, not ${show(issue.input)}`
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return 'is empty'
      return `must be ${issue.inclusive ? 'at least' : 'above'} ${issue.minimum}, not ${show(issue.input)}`
    case 'too_big':
      return `must be ${issue.inclusive ? 'at most' : 'below'} ${issue.maximum}, not ${show(issue.input)}`
    case 'invalid_format':
      return `must be a calendar date written YYYY-MM-DD, not ${show(issue.input)}`
    default:
      return undefined
  }
}

function hintFor(issue: Issue, path: Path): string {
  if (issue.input === null) return 'write a value, or remove the key'
  if (issue.code === 'invalid_value') return didYouMean(String(issue.input), issue.values.map(String))
  if (issue.code === 'too_big' && issue.maximum === 1) {
    return 'proportions run from 0 to 1: two percentage points are 0.02'
  }
  return description(path) ?? 'see `ejz schema study` for what may stand here'
}

function unknownKey(path: Path): Finding {
  const key = String(path.at(-1))
  const known = Object.keys(schemaAt(studyJsonSchema(), path.slice(0, -1))?.properties ?? {})
  return {
    path,
    at: 'key',
    code: 'study-unknown-key',
    message: `unknown key \`${key}\``,
    hint: didYouMean(key, known),
  }
}

function missingKey(path: Path): Finding {
  return {
    path,
    at: 'key',
    code: 'study-missing-key',
    message: `${nameOf(path)} is missing`,
    hint: description(path) ?? 'add it',
  }
}

/** What the schema says of the nearest key above, as a hint. */
function description(path: Path): string | undefined {
  const depth = path.findLastIndex(step => typeof step === 'string') + 1
  const text = schemaAt(studyJsonSchema(), path.slice(0, depth))?.description
  return text === undefined ? undefined : `${nameOf(path.slice(0, depth))}: ${lowerFirst(text)}`
}

function lowerFirst(text: string): string {
  const bare = text.replace(/\.$/, '')
  return /^[A-Z][a-z]/.test(bare) ? bare[0].toLowerCase() + bare.slice(1) : bare
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
}

function kindOf(expected: string): string {
  return KINDS[expected] ?? expected
}

function show(value: unknown): string {
  if (typeof value === 'string') return `\`${value}\``
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'a group of keys'
  return String(value)
}

function oneOf(choices: readonly string[]): string {
  return choices.length === 1 ? choices[0] : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`
}
