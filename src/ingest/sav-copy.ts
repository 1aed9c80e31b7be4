/**
 * An SPSS file as it would be written again: the same codebook, in UTF-8.
 *
 * Texts keep their width unless their letters take more bytes in UTF-8 than in the
 * encoding they came from; then the variable becomes as wide as its longest text.
 */
import type { DataFile, Variable } from '../core/data-file.ts'
import type { SavHead, SavVariable } from './sav-file.ts'

export interface SavCopy {
  readonly head: Omit<SavHead, 'created'>
  readonly variables: readonly SavVariable[]
}

/** Reads the texts once, as their length must be known before the first row is written. */
export async function savCopy(file: DataFile): Promise<SavCopy> {
  const longest = await longestTexts(file)
  const { label = '', documents = [], ...facts } = file.spss ?? {}
  const fileLabel = pieces(label, LABEL_BYTES)[0] ?? ''
  const whole = fileLabel === label ? [] : [label]
  return {
    head: {
      fileLabel,
      notes: [...whole, ...documents].flatMap(line => (line === '' ? [''] : pieces(line, LINE_BYTES))),
      facts: { attributes: {}, weight: null, responseSets: [], variableSets: [], ...facts },
    },
    variables: file.variables.map(variable => copied(variable, longest.get(variable.name) ?? 0)),
  }
}

const LABEL_BYTES = 64
const LINE_BYTES = 80

async function longestTexts({ variables, content }: DataFile): Promise<Map<string, number>> {
  if (content.kind !== 'columns') throw new TypeError('only SPSS files are copied')
  const names = variables.filter(({ type }) => type === 'text').map(({ name }) => name)
  const longest = names.map(() => 0)
  if (names.length === 0) return new Map()
  for await (const { columns } of content.chunks(names)) {
    for (const [i, column] of columns.entries()) {
      for (const text of column) longest[i] = Math.max(longest[i], Buffer.byteLength(String(text)))
    }
  }
  return new Map(names.map((name, i) => [name, longest[i]]))
}

function copied(variable: Variable, longest: number): SavVariable {
  if (variable.type !== 'text') return { ...variable, type: 'number' }
  const codes = variable.valueLabels.map(({ value }) => Buffer.byteLength(String(value)))
  const declared = declaredWidth(variable.format)
  const width = Math.max(1, declared, longest, ...codes)
  if (width === declared) return { ...variable, type: 'text', width }
  const { writeFormat, ...rest } = variable
  return { ...rest, type: 'text', width, format: `A${width}` }
}

/** AHEX shows two characters for each byte. */
function declaredWidth(format: string): number {
  const match = /^A(HEX)?(\d+)$/.exec(format)
  return match === null ? 0 : Number(match[2]) / (match[1] === undefined ? 1 : 2)
}

/** The text in pieces of at most so many bytes, no character cut. */
function pieces(text: string, most: number): string[] {
  const result: string[] = []
  let piece = ''
  for (const character of text) {
    if (Buffer.byteLength(piece + character) > most) {
      result.push(piece)
      piece = ''
    }
    piece += character
  }
  return piece === '' ? result : [...result, piece]
}
