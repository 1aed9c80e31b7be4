/** Prints the variable view of a data file, as SPSS shows it, with what is missing and why. */
import type { MissingCode } from '../core/data-file.ts'
import type { InspectedVariable, SurveyInspection } from '../pipeline/inspect-survey.ts'
import { type Column, type Format, printTable } from './print-table.ts'
import type { Terminal } from './terminal.ts'

export async function printSurvey(found: SurveyInspection, format: Format, { out }: Terminal): Promise<void> {
  if (format === 'ndjson') return out.write(found.variables.map(one => `${JSON.stringify(one)}\n`).join(''))
  if (format === 'table') out.line(`${headline(found)}\n`)
  return printTable(out, format, COLUMNS, found.variables)
}

function headline({ format, encoding, rows, variables, dialect }: SurveyInspection): string {
  const read =
    dialect === null
      ? ''
      : `, columns separated by ${SEPARATORS.get(dialect.delimiter) ?? dialect.delimiter}, decimal ${dialect.decimal === ',' ? 'comma' : 'point'}`
  return `${NAMES[format]}, ${encoding}${read}: ${rows} records, ${variables.length} variables`
}

const NAMES: Readonly<Record<SurveyInspection['format'], string>> = {
  csv: 'CSV',
  sav: 'SPSS',
  parquet: 'Parquet',
}
const SEPARATORS: ReadonlyMap<string, string> = new Map([
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
])

const COLUMNS: readonly Column<InspectedVariable>[] = [
  { key: 'name', title: 'name', value: ({ name }) => name },
  { key: 'label', title: 'label', value: ({ label }) => label, wraps: true },
  { key: 'type', title: 'type', value: ({ type }) => type, only: 'programs' },
  { key: 'format', title: 'format', value: ({ format }) => format },
  { key: 'valueLabels', title: 'value labels', value: labels, wraps: true },
  {
    key: 'missing',
    title: 'missing codes',
    value: ({ missing }) => missing.map(written).join('; '),
    only: 'programs',
  },
  { key: 'n', title: 'n', align: 'right', value: ({ n }) => n },
  { key: 'blank', title: 'blank', align: 'right', value: ({ blank }) => blank },
  { key: 'declaredMissing', title: 'missing by code', value: reasons, wraps: true },
  { key: 'odd', title: 'not a number', value: oddCells, wraps: true },
  { key: 'measure', title: 'measure', value: ({ measure }) => measure ?? null },
  { key: 'role', title: 'role', value: ({ role }) => role ?? null, only: 'programs' },
  { key: 'columns', title: 'columns', value: ({ columns }) => columns ?? null, only: 'programs' },
  { key: 'alignment', title: 'alignment', value: ({ alignment }) => alignment ?? null, only: 'programs' },
]

function labels({ valueLabels }: InspectedVariable): string {
  return valueLabels.map(({ value, label }) => `${value} = ${label}`).join('; ')
}

function reasons({ declared }: InspectedVariable): string {
  return declared.map(({ code, n }) => `${written(code)} (${n}×)`).join('; ')
}

function oddCells({ odd }: InspectedVariable): string {
  return odd === null ? '' : `${odd.n}, first "${odd.first}" at ${odd.where}`
}

function written(code: MissingCode): string {
  if (code.kind === 'value') return String(code.value)
  const from = code.from === -Infinity ? 'lowest' : code.from
  const to = code.to === Infinity ? 'highest' : code.to
  return `${from} to ${to}`
}
