/**
 * Variables of a .sav as users know them: long names, labels, missing codes,
 * and strings over 255 bytes put together from their segments.
 *
 * Source: PSPP Developer's Guide 1.6, "System File Format".
 */
import type { MissingCode, Variable } from '../core/data-file.ts'
import { type VariableAttributes, variableAttributes } from './sav-attributes.ts'
import { damaged } from './sav-cursor.ts'
import type { RawVariable, SavDictionary } from './sav-dictionary.ts'
import { type Display, displays } from './sav-display.ts'
import { formatName, isDate, unpackFormat } from './sav-format.ts'
import {
  type LongStringLabels,
  longStringLabels,
  longStringMissing,
  veryLongWidths,
} from './sav-long-string.ts'
import type { SavText } from './sav-text.ts'

export interface SavVariable extends Variable {
  /** first cell of the case that holds it */
  readonly cell: number
  /** bytes of a string; 0 = number */
  readonly width: number
  /** in upper case */
  readonly short: string
}

/** Data bytes of each segment of a very long string, and its share of the width. */
export const SEGMENT_BYTES = 255
export const SEGMENT_WIDTH = 252

type ValueLabels = Variable['valueLabels']

interface Context {
  readonly path: string
  readonly dictionary: SavDictionary
  readonly text: SavText
  readonly longNames: ReadonlyMap<string, string>
  /** by first cell */
  readonly labels: ReadonlyMap<number, ValueLabels>
  readonly stringLabels: ReadonlyMap<string, LongStringLabels>
  readonly stringMissing: ReadonlyMap<string, readonly string[]>
  /** by first cell */
  readonly displays: ReadonlyMap<number, Display>
  /** by name in upper case */
  readonly attributes: ReadonlyMap<string, VariableAttributes>
}

export function codebook(path: string, dictionary: SavDictionary, text: SavText): SavVariable[] {
  const { cells, extensions, header } = dictionary
  const veryLong = veryLongWidths(path, extensions, text)
  const context: Context = {
    path,
    dictionary,
    text,
    longNames: longNames(extensions, text),
    labels: valueLabels(path, dictionary, text),
    stringLabels: longStringLabels(path, extensions, header.littleEndian, text),
    stringMissing: longStringMissing(path, extensions, header.littleEndian, text),
    displays: displays(dictionary),
    attributes: variableAttributes(text.decode(extensions.get(ATTRIBUTES) ?? Buffer.alloc(0), 'attributes')),
  }
  const variables: SavVariable[] = []
  for (let cell = 0; cell < cells.length; ) {
    const raw = cells[cell]
    const width = veryLong.get(shortName(raw, text)) ?? raw.width
    variables.push(variable(context, raw, cell, width))
    cell += Math.max(1, cellsOf(width, raw.width))
  }
  checkCells(path, cells, variables)
  checkNames(path, variables)
  return variables
}

/** Cells that a variable takes; a very long string is a row of segments of 255 bytes and a rest. */
function cellsOf(width: number, rawWidth: number): number {
  if (rawWidth === 0) return 1
  if (width <= SEGMENT_BYTES) return Math.ceil(width / 8)
  const whole = Math.ceil(width / SEGMENT_WIDTH) - 1
  return whole * Math.ceil(SEGMENT_BYTES / 8) + Math.ceil((width - whole * SEGMENT_WIDTH) / 8)
}

function variable(context: Context, raw: RawVariable, cell: number, width: number): SavVariable {
  const { text, longNames, labels, stringLabels } = context
  const short = shortName(raw, text)
  const name = longNames.get(short.toUpperCase()) ?? short
  const format = unpackFormat(raw.print)
  const numeric = raw.width === 0
  const veryLong = width > SEGMENT_BYTES
  return {
    name,
    short: short.toUpperCase(),
    label: text.decode(raw.label, `the label of ${name}`),
    type: numeric ? (isDate(format) ? 'date' : 'number') : 'text',
    format: veryLong ? `A${width}` : formatName(format),
    valueLabels: labels.get(cell) ?? stringLabels.get(name) ?? stringLabels.get(short) ?? [],
    missing: numeric ? numericMissing(context, raw, name) : stringMissing(context, raw, name, short),
    ...context.displays.get(cell),
    ...(context.attributes.get(name.toUpperCase()) ?? { role: 'input' }),
    ...(veryLong || raw.write === raw.print ? {} : { writeFormat: formatName(unpackFormat(raw.write)) }),
    cell,
    width: numeric ? 0 : width,
  }
}

const ATTRIBUTES = 18

function shortName(raw: RawVariable, text: SavText): string {
  return text.decode(raw.name, 'a variable name')
}

const LONG_NAMES = 13

/** SHORT=Long, separated by tabs. */
function longNames(extensions: SavDictionary['extensions'], text: SavText): Map<string, string> {
  const pairs = text
    .decode(extensions.get(LONG_NAMES) ?? Buffer.alloc(0), 'long variable names')
    .split('\t')
    .map(pair => pair.split('='))
  return new Map(
    pairs
      .filter(pair => pair.length === 2 && pair[1] !== '')
      .map(([short, long]) => [short.toUpperCase(), long]),
  )
}

function valueLabels(path: string, dictionary: SavDictionary, text: SavText): Map<number, ValueLabels> {
  const { cells, header } = dictionary
  const result = new Map<number, ValueLabels>()
  for (const { labels, places } of dictionary.valueLabels) {
    // decoded once for numbers and once for texts, however many variables share them
    const decoded = new Map<boolean, ValueLabels>()
    for (const place of places) {
      const raw = cells[place - 1]
      if (raw === undefined || raw.width < 0)
        throw damaged(path, `value labels belong to variable ${place}, which is none`)
      const numeric = raw.width === 0
      const name = shortName(raw, text)
      const read =
        decoded.get(numeric) ??
        labels.map(({ value, label }) => ({
          value: numeric
            ? code(path, readDouble(value, header.littleEndian), name)
            : text.decode(value, `a code of ${name}`),
          label: text.decode(label, `a value label of ${name}`),
        }))
      decoded.set(numeric, read)
      result.set(place - 1, read)
    }
  }
  return result
}

function code(path: string, value: number, name: string): number {
  if (!Number.isFinite(value)) throw damaged(path, `a code of ${name} is ${value}`)
  return value
}

function numericMissing(
  { path, dictionary: { header } }: Context,
  raw: RawVariable,
  name: string,
): MissingCode[] {
  const values = raw.missing.map(bytes => code(path, readDouble(bytes, header.littleEndian), name))
  if (raw.missingKind >= 0) return values.map(value => ({ kind: 'value', value }))
  const [from, to, ...single] = values
  const range = {
    kind: 'range' as const,
    from: from <= LOWEST ? -Infinity : from,
    to: to >= HIGHEST ? Infinity : to,
  }
  return [range, ...single.map(value => ({ kind: 'value' as const, value }))]
}

/** LO and HI of SPSS; system-missing is one step below LO. */
export const HIGHEST = Number.MAX_VALUE
export const SYSTEM_MISSING = -Number.MAX_VALUE
export const LOWEST = -(Number.MAX_VALUE - 2 ** 970)

function stringMissing(
  { text, stringMissing }: Context,
  raw: RawVariable,
  name: string,
  short: string,
): MissingCode[] {
  const own = raw.missing.map(bytes => text.decode(bytes, `a missing value of ${name}`))
  const long = stringMissing.get(name) ?? stringMissing.get(short) ?? []
  return [...own, ...long].map(value => ({ kind: 'value', value }))
}

function readDouble(bytes: Buffer, littleEndian: boolean): number {
  return littleEndian ? bytes.readDoubleLE() : bytes.readDoubleBE()
}

/** Every cell must belong to a variable, and continuations to the string before them. */
function checkCells(path: string, cells: readonly RawVariable[], variables: readonly SavVariable[]): void {
  const last = variables.at(-1)
  if (last === undefined) throw damaged(path, 'it holds no variables')
  for (const { name, cell, width } of variables) {
    const end = cell + cellsOf(width, width)
    if (cells[cell].width < 0) throw damaged(path, 'a continuation of a string follows no string')
    if (end > cells.length) throw damaged(path, `text variable ${name} is longer than the dictionary allows`)
    const segment = Math.ceil(SEGMENT_BYTES / 8)
    for (let at = cell + 1; at < end; at++) {
      const startsSegment = width > SEGMENT_BYTES && (at - cell) % segment === 0
      if (cells[at].width > 0 !== startsSegment || cells[at].width === 0) {
        throw damaged(path, `text variable ${name} is not as long as it says`)
      }
    }
  }
}

function checkNames(path: string, variables: readonly SavVariable[]): void {
  const seen = new Map<string, string>()
  for (const { name } of variables) {
    if (name === '') throw damaged(path, 'a variable has no name')
    if (CONTROL.test(name)) throw damaged(path, 'a name of a variable holds control characters')
    const key = name.toLowerCase()
    const other = seen.get(key)
    if (other !== undefined)
      throw damaged(path, `two variables are named ${other} and ${name}, which SPSS does not tell apart`)
    seen.set(key, name)
  }
}

const CONTROL = /\p{Cc}/u
