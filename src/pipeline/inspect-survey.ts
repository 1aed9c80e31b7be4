/**
 * The variable view of a data file: codebook, and how many values are missing and why.
 *
 * Counts are unweighted records. A blank is an empty cell or SPSS's
 * system-missing; a declared code counts under its own reason.
 */
import type { DataFile, MissingCode, Variable } from '../core/data-file.ts'
import type { Warning } from '../core/warning.ts'
import { type Engine, type EngineOptions, openEngine } from '../engine/engine.ts'
import { describeParquet } from '../engine/parquet-relation.ts'
import { register } from '../engine/register.ts'
import type { Relation } from '../engine/relation.ts'
import { quotedName, quotedText } from '../engine/sql-text.ts'
import { openDataFile } from '../ingest/open.ts'
import type { OpenOptions } from '../ingest/opened-content.ts'

export type InspectOptions = Pick<OpenOptions, 'decimal' | 'encoding'> & EngineOptions

export interface SurveyInspection {
  readonly kind: 'survey'
  /** absolute */
  readonly path: string
  readonly format: DataFile['format']
  readonly encoding: string
  readonly bytes: number
  readonly sha256: string
  readonly rows: number
  readonly notes: readonly string[]
  readonly warnings: readonly Warning[]
  /** of a CSV, as it was understood */
  readonly dialect: { readonly delimiter: string; readonly quote: string; readonly decimal: '.' | ',' } | null
  readonly variables: readonly InspectedVariable[]
}

export interface InspectedVariable extends Variable {
  /** records with a value that is not declared missing */
  readonly n: number
  /** empty cells, system-missing */
  readonly blank: number
  /** one per declared missing code or range, in the order of the codebook */
  readonly declared: readonly { readonly code: MissingCode; readonly n: number }[]
  /** texts in a column of numbers, which make it a column of text */
  readonly odd: { readonly n: number; readonly first: string; readonly where: string } | null
}

export async function inspectSurvey(path: string, options: InspectOptions = {}): Promise<SurveyInspection> {
  const engine = await openEngine(options)
  try {
    const file = await openDataFile(path, {
      ...options,
      describeParquet: parquet => describeParquet(engine, parquet),
    })
    const { rows, warnings, variables } = await countVariables(engine, file)
    return {
      kind: 'survey',
      path: file.path,
      format: file.format,
      encoding: file.encoding,
      bytes: file.bytes,
      sha256: file.sha256,
      rows,
      notes: file.notes,
      warnings: [...file.warnings, ...warnings],
      dialect: dialectOf(file),
      variables,
    }
  } finally {
    engine.close()
  }
}

function dialectOf({ content }: DataFile): SurveyInspection['dialect'] {
  if (content.kind !== 'csv') return null
  const { delimiter, quote, decimal } = content
  return { delimiter, quote, decimal }
}

/** Columns at a time: a file of any width fits in memory. */
const BATCH = 50

async function countVariables(
  engine: Engine,
  file: DataFile,
): Promise<{ rows: number; warnings: readonly Warning[]; variables: InspectedVariable[] }> {
  const variables: InspectedVariable[] = []
  let rows = 0
  let warnings: readonly Warning[] = []
  for (let start = 0; start < file.variables.length; start += BATCH) {
    const batch = file.variables.slice(start, start + BATCH)
    const names = batch.map(variable => variable.name)
    const relation = await register(engine, file, 'inspected', names)
    variables.push(...(await countBatch(engine, batch, relation)))
    rows = relation.rows
    warnings = relation.warnings
  }
  return { rows, warnings, variables }
}

async function countBatch(
  engine: Engine,
  variables: readonly Variable[],
  relation: Relation,
): Promise<InspectedVariable[]> {
  const counts = variables.flatMap((variable, i) => [
    `count(${quotedName(variable.name)}) AS n${i}`,
    ...variable.missing.map(
      (code, j) => `count(*) FILTER (WHERE ${holds(variable, code, relation)}) AS m${i}_${j}`,
    ),
  ])
  const [counted] = await engine.rows(`SELECT ${counts.join(', ')} FROM ${quotedName(relation.name)}`)
  return variables.map((variable, i) => {
    const filled = Number(counted[`n${i}`])
    const declared = variable.missing.map((code, j) => ({ code, n: Number(counted[`m${i}_${j}`]) }))
    const n = filled - declared.reduce((sum, { n }) => sum + n, 0)
    return { ...variable, n, blank: relation.rows - filled, declared, odd: oddCells(variable, relation) }
  })
}

/** A code that lies in a range as well is counted under the range only. */
function holds({ name, missing }: Variable, code: MissingCode, relation: Relation): string {
  const column = quotedName(name)
  if (code.kind === 'range') return `${column} BETWEEN ${bound(code.from)} AND ${bound(code.to)}`
  const ranges = missing.filter(other => other.kind === 'range')
  const { value } = code
  const inRange = ranges.some(({ from, to }) => typeof value === 'number' && value >= from && value <= to)
  if (inRange) return 'FALSE'
  return relation.columns.get(name) === 'DOUBLE'
    ? `${column} = ${value}`
    : `${column} = ${quotedText(String(value))}`
}

function oddCells({ name }: Variable, relation: Relation): InspectedVariable['odd'] {
  const mixed = relation.mixed.find(column => column.name === name)
  return mixed === undefined ? null : { n: mixed.count, first: mixed.value, where: mixed.where }
}

function bound(value: number): string {
  return Number.isFinite(value) ? String(value) : `'${value < 0 ? '-inf' : 'inf'}'::DOUBLE`
}
