/** Extension records (type 7) of a .sav to be written; the numbers are their subtypes. */
import type { Attributes, SpssFacts } from '../core/data-file.ts'
import { attributesText, ROLE, ROLES } from './sav-attributes.ts'
import { SavBytes } from './sav-bytes.ts'
import { HIGHEST, LOWEST, SYSTEM_MISSING } from './sav-codebook.ts'
import { ALIGNMENTS, MEASURES } from './sav-display.ts'
import type { SavHead, SavVariable } from './sav-file.ts'
import { responseSetText } from './sav-sets.ts'
import { fitting, missingFields, writeCode } from './sav-write-codes.ts'
import type { LaidOut } from './sav-write-layout.ts'

export function writeExtensions(
  bytes: SavBytes,
  { facts }: SavHead,
  layout: readonly LaidOut[],
  rows: number,
): void {
  const long = layout.filter(({ width }) => width > 8)
  const names = layout.map(({ variable, segments }) => `${segments[0].shortName}=${variable.name}`)
  const widths = layout.filter(({ segments }) => segments.length > 1).map(veryLongWidth)
  const sets = responseSetTexts(facts?.responseSets ?? [], layout)
  extension(bytes, 3, 4, record => record.int32(1, 0, 0, -1, 1, 1, 2, 65001))
  extension(bytes, 4, 8, record => record.double(SYSTEM_MISSING, HIGHEST, LOWEST))
  extension(bytes, 5, 1, record => writeText(record, variableSetsText(facts?.variableSets ?? [])))
  extension(bytes, 7, 1, record => writeText(record, sets.first))
  extension(bytes, 11, 4, record => writeDisplay(record, layout))
  extension(bytes, 13, 1, record => writeText(record, names.join('\t')))
  extension(bytes, 14, 1, record => writeText(record, widths.join('')))
  extension(bytes, 16, 8, record => {
    record.int64(1)
    record.int64(rows)
  })
  extension(bytes, 17, 1, record => writeText(record, attributesText(facts?.attributes ?? {})))
  extension(bytes, 18, 1, record => writeText(record, variableAttributesText(layout)))
  extension(bytes, 19, 1, record => writeText(record, sets.later))
  extension(bytes, 20, 1, record => writeText(record, 'UTF-8'))
  extension(bytes, 21, 1, record => {
    for (const laidOut of long) writeLongLabels(record, laidOut)
  })
  extension(bytes, 22, 1, record => {
    for (const { variable } of long) writeLongMissing(record, variable)
  })
}

/** Sets that take their labels from counted values have a record of their own. */
function responseSetTexts(sets: SpssFacts['responseSets'], layout: readonly LaidOut[]) {
  const shortNames = new Map(layout.map(({ variable, segments }) => [variable.name, segments[0].shortName]))
  const text = (chosen: SpssFacts['responseSets']) =>
    chosen.map(set => responseSetText(set, shortNames)).join('')
  return {
    first: text(sets.filter(({ labels }) => labels === 'variables')),
    later: text(sets.filter(({ labels }) => labels !== 'variables')),
  }
}

function variableSetsText(sets: SpssFacts['variableSets']): string {
  return sets.map(({ name, variables }) => `${name}= ${variables.join(' ')}\n`).join('')
}

/** Only of variables that have some; a role that is not said is input. */
function variableAttributesText(layout: readonly LaidOut[]): string {
  const all = layout.map(({ variable: { name, role = 'input', attributes = {} } }): [string, Attributes] => {
    const roles: Attributes = role === 'input' ? {} : { [ROLE]: [String(ROLES.indexOf(role))] }
    return [name, { ...roles, ...attributes }]
  })
  return all
    .filter(([, attributes]) => Object.keys(attributes).length > 0)
    .map(([name, attributes]) => `${name}:${attributesText(attributes)}`)
    .join('/')
}

/** Measure, width on screen and alignment of every variable of the file. */
function writeDisplay(record: SavBytes, layout: readonly LaidOut[]): void {
  for (const { variable, segments } of layout) {
    const isText = variable.type === 'text'
    const measure = variable.measure ?? (isText ? 'nominal' : 'scale')
    const alignment = variable.alignment ?? (isText ? 'left' : 'right')
    for (const { width } of segments) {
      const columns = variable.columns ?? Math.min(Math.max(width, 8), 40)
      record.int32(MEASURES.indexOf(measure), columns, ALIGNMENTS.indexOf(alignment))
    }
  }
}

/** A record that stays empty is left out. */
function extension(bytes: SavBytes, subtype: number, size: number, fill: (record: SavBytes) => void): void {
  const record = new SavBytes()
  fill(record)
  if (record.length === 0) return
  bytes.int32(7, subtype, size, record.length / size)
  bytes.bytes(record.done())
}

function veryLongWidth({ segments, width }: LaidOut): string {
  return `${segments[0].shortName}=${String(width).padStart(5, '0')}\0\t`
}

function writeLongLabels(record: SavBytes, { variable, width }: LaidOut): void {
  const { name, valueLabels: labels = [] } = variable
  if (labels.length === 0) return
  writeSized(record, name)
  record.int32(width, labels.length)
  for (const { value, label } of labels) {
    const code = fitting(String(value), width, `the code ${value} of ${name}`)
    record.int32(width)
    record.text(code, width)
    writeSized(record, fitting(label, 255, `the label of code ${value} of ${name}`))
  }
}

function writeLongMissing(record: SavBytes, variable: SavVariable): void {
  const { kind, values } = missingFields(variable)
  if (kind === 0) return
  writeSized(record, variable.name)
  record.byte(kind)
  record.int32(8)
  for (const value of values) writeCode(record, value)
}

function writeText(record: SavBytes, text: string): void {
  record.text(text, Buffer.byteLength(text))
}

function writeSized(record: SavBytes, text: string): void {
  record.int32(Buffer.byteLength(text))
  writeText(record, text)
}
