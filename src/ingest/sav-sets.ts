/**
 * Sets of variables (extension record 5) and multiple response sets (7, and 19 for what came later).
 *
 *   name= variable variable⏎
 *   $name=C 5 label variable variable⏎           categories; 5 bytes of label
 *   $name=D1 1 5 label variable variable⏎        dichotomies; 1 byte of counted value
 *   $name=E 1 1 1 5 label variable variable⏎     labels from the counted values; 11: set label of the first variable
 *
 * A set that does not follow its form is left out: no number of ejz rests on one.
 * Source: PSPP Developer's Guide 1.6, "Variable Sets Record", "Multiple Response Sets Records".
 */
import type { ResponseSet, VariableSet } from '../core/data-file.ts'

export function variableSets(text: string): VariableSet[] {
  return text.split(/\r?\n/).flatMap(line => {
    const equals = line.indexOf('=')
    if (equals < 1) return []
    return [{ name: line.slice(0, equals), variables: words(line.slice(equals + 1)) }]
  })
}

/** `named` gives the name of the variable with this short name; lengths count bytes of the file's own encoding. */
export function responseSets(
  record: Buffer,
  decode: (bytes: Buffer) => string,
  named: (short: string) => string | undefined,
): ResponseSet[] {
  const sets: ResponseSet[] = []
  for (let at = 0; at < record.length; ) {
    const line = new Line(record, at)
    const set = readSet(line, decode, named)
    if (set !== null) sets.push(set)
    at = line.next
  }
  return sets
}

class Line {
  readonly next: number

  constructor(
    private readonly record: Buffer,
    private at: number,
  ) {
    const from = record.indexOf(0x0a, at)
    this.next = from < 0 ? record.length : from + 1
  }

  /** Bytes before the next `end`, which is passed; null where there is none. */
  until(end: string): Buffer | null {
    const place = this.record.indexOf(end, this.at)
    if (place < 0 || place >= this.next) return null
    const bytes = this.record.subarray(this.at, place)
    this.at = place + 1
    return bytes
  }

  /** `5 label `: a length, a space, so many bytes and a space. */
  sized(): Buffer | null {
    const digits = this.until(' ')?.toString('latin1') ?? ''
    const length = /^\d{1,5}$/.test(digits) ? Number(digits) : Number.NaN
    if (!(this.at + length < this.next)) return null
    const bytes = this.record.subarray(this.at, this.at + length)
    this.at += length + 1
    return bytes
  }

  rest(): Buffer {
    return this.record.subarray(this.at, this.next)
  }

  take(): string {
    return String.fromCharCode(this.record[this.at++])
  }
}

const LABELS = { ' 1': 'counted values', ' 11': 'counted values, set label of its first variable' } as const

function readSet(
  line: Line,
  decode: (bytes: Buffer) => string,
  named: (short: string) => string | undefined,
): ResponseSet | null {
  const name = line.until('=')
  const kind = line.take()
  if (name === null || !['C', 'D', 'E'].includes(kind)) return null
  const labels = kind === 'E' ? labelsOf(line) : 'variables'
  if (kind === 'C' && line.take() !== ' ') return null
  const counted = kind === 'C' ? null : line.sized()
  const label = line.sized()
  const variables = words(decode(line.rest())).map(short => named(short.toUpperCase()))
  if (labels === null || label === null || variables.length === 0 || variables.includes(undefined))
    return null
  if (kind !== 'C' && counted === null) return null
  return {
    name: decode(name),
    label: decode(label),
    counted: counted === null ? null : decode(counted),
    labels,
    variables: variables.filter(variable => variable !== undefined),
  }
}

function labelsOf(line: Line): ResponseSet['labels'] | null {
  if (line.take() !== ' ') return null
  const flag = ` ${line.until(' ')?.toString('latin1')}`
  return flag === ' 1' || flag === ' 11' ? LABELS[flag] : null
}

function words(text: string): string[] {
  return text.split(/[\s\0]+/).filter(word => word !== '')
}

/** Lines of record 7 or, for labels from counted values, of record 19. */
export function responseSetText(set: ResponseSet, shortNames: ReadonlyMap<string, string>): string {
  const sized = (text: string) => `${Buffer.byteLength(text)} ${text} `
  const kind =
    set.counted === null
      ? 'C '
      : `${set.labels === 'variables' ? 'D' : set.labels === 'counted values' ? 'E 1 ' : 'E 11 '}${sized(set.counted)}`
  const variables = set.variables.map(name => shortNames.get(name)?.toLowerCase())
  return `${set.name}=${kind}${sized(set.label)}${variables.join(' ')}\n`
}
