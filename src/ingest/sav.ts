/**
 * Opens an SPSS system file: codebook and notes now, columns when asked for.
 *
 * Written by hand because the reader on npm silently drops rows and breaks texts.
 * Checked against: haven 2.5 and PSPP 1.6, files in every compression, both byte
 * orders, UTF-8 and windows-1252.
 */
import type { SpssFacts, Variable } from '../core/data-file.ts'
import type { Warning } from '../core/warning.ts'
import { isBlank } from './number-form.ts'
import type { OpenedContent } from './opened-content.ts'
import { attributesText, fileAttributes } from './sav-attributes.ts'
import { readZlibBlocks } from './sav-blocks.ts'
import { codebook, HIGHEST, LOWEST, type SavVariable, SYSTEM_MISSING } from './sav-codebook.ts'
import { columnChunks, lies, type SavData } from './sav-columns.ts'
import { SavCursor } from './sav-cursor.ts'
import { readDictionary, type SavDictionary } from './sav-dictionary.ts'
import { responseSets, variableSets } from './sav-sets.ts'
import { type SavText, savText } from './sav-text.ts'

export function openSav(path: string, encoding: string | null): OpenedContent {
  const cursor = new SavCursor(path)
  try {
    return opened(cursor, encoding)
  } finally {
    cursor.close()
  }
}

function opened(cursor: SavCursor, encoding: string | null): OpenedContent {
  const { path } = cursor
  const dictionary = readDictionary(cursor)
  const { header, extensions, cells } = dictionary
  const newText = () => savText(path, encoding, extensions, header.littleEndian)
  const text = newText()
  const rowText = newText()
  const uncounted: Warning[] = []
  const variables = codebook(path, dictionary, text)
  const start = cursor.position
  const blocks = header.compression === 'zlib' ? readZlibBlocks(cursor) : null
  const cases = header.cases ?? cases64(dictionary)
  const data = {
    ...{ path, header, cases, cells: cells.length, start, blocks, text: rowText },
    notNumbers: notNumbers(dictionary),
    read: (rows: number, whole: boolean) => {
      uncounted.splice(0, 1, ...(whole ? [] : [lengthUnknown(path, rows)]))
    },
  }
  checkRoom(data, cursor.size)
  return {
    encoding: text.encoding,
    rows: cases,
    variables: variables.map(publicVariable),
    ...facts(dictionary, variables, text),
    warnings: text.warnings(),
    content: {
      kind: 'columns',
      chunks: names => columnChunks(data, pick(variables, names)),
      warnings: () => [...rowText.warnings(), ...uncounted],
    },
  }
}

function publicVariable({ cell, width, short, ...variable }: SavVariable): Variable {
  return variable
}

function pick(variables: readonly SavVariable[], names: readonly string[]): SavVariable[] {
  const byName = new Map(variables.map(variable => [variable.name, variable]))
  return names.map(name => {
    const variable = byName.get(name)
    if (variable === undefined) throw new RangeError(`no variable ${name}`)
    return variable
  })
}

const FLOATING_POINT = 4
const CASES_64 = 16

/** System-missing, and HI and LO of missing ranges, which are no values either. */
function notNumbers({ extensions, header }: SavDictionary): readonly number[] {
  const record = extensions.get(FLOATING_POINT)
  if (record === undefined || record.length < 24) return [SYSTEM_MISSING, HIGHEST, LOWEST]
  return [0, 8, 16].map(at => (header.littleEndian ? record.readDoubleLE(at) : record.readDoubleBE(at)))
}

/** Two numbers of 64 bits, 1 and the number of cases; null where that is not known either. */
function cases64({ extensions, header }: SavDictionary): number | null {
  const record = extensions.get(CASES_64)
  if (record === undefined || record.length < 16) return null
  const cases = Number(header.littleEndian ? record.readBigInt64LE(8) : record.readBigInt64BE(8))
  return cases >= 0 && Number.isSafeInteger(cases) ? cases : null
}

function lengthUnknown(path: string, rows: number): Warning {
  return {
    code: 'length_unknown',
    message: `the .sav does not say how many cases it holds: ${rows} were found, and a copy that was cut off would look the same`,
    hint: 'compare the number with that of the owner, or open it in SPSS or PSPP and save it again',
    where: path,
    count: rows,
  }
}

/** A file that declares more cases than its bytes can hold is refused before it is read. */
function checkRoom({ path, header, cases, cells, start, blocks }: SavData, size: number): void {
  if (cases === null) return
  const bytes = blocks === null ? size - start : blocks.reduce((sum, block) => sum + block.inflated, 0)
  const least = cases * cells * (header.compression === 'none' ? 8 : 1)
  if (least > bytes)
    throw lies(path, `the .sav declares ${cases} cases, more than its ${bytes} bytes of data can hold`)
  if (header.compression === 'none' && least < bytes)
    throw lies(path, `the .sav declares ${cases} cases and holds more`)
}

const VARIABLE_SETS = 5
const RESPONSE_SETS = [7, 19]
const FILE_ATTRIBUTES = 17

/** What the file says of itself; label, documents and attributes are also notes, where a writer may say what the data are. */
function facts(
  { header, documents, extensions }: SavDictionary,
  variables: readonly SavVariable[],
  text: SavText,
): { readonly spss: SpssFacts; readonly notes: readonly string[] } {
  const record = (subtype: number) => extensions.get(subtype) ?? Buffer.alloc(0)
  const names = new Map(variables.map(({ short, name }) => [short, name]))
  const label = text.decode(header.fileLabel, 'the file label')
  const lines = documents.map(line => text.decode(line, 'the documents'))
  const attributes = fileAttributes(text.decode(record(FILE_ATTRIBUTES), 'the file attributes'))
  const spss = {
    ...{ label, documents: lines, attributes },
    weight: variables.find(({ cell }) => cell === header.weight - 1)?.name ?? null,
    responseSets: RESPONSE_SETS.flatMap(subtype =>
      responseSets(
        record(subtype),
        bytes => text.decode(bytes, 'a response set'),
        short => names.get(short),
      ),
    ),
    variableSets: variableSets(text.decode(record(VARIABLE_SETS), 'the variable sets')),
  }
  const own = Object.entries(attributes).map(([name, values]) => attributesText({ [name]: values }).trim())
  return { spss, notes: [label, ...lines, ...own].filter(note => !isBlank(note)) }
}
