/** Scores small tables in the real engine, as the pipeline does. */
import { DuckDBInstance } from '@duckdb/node-api'
import type { Answers } from '../../src/core/binding.ts'
import type { MissingCode } from '../../src/core/data-file.ts'
import type { Code, MissingRule } from '../../src/core/study.ts'
import type { Scale } from '../../src/scale/scale.ts'
import { answerBits, scoreColumns } from '../../src/scale/scoring.ts'

export const MANUAL: Answers = { no: [1], moreOrLess: [2], yes: [3], missing: [] }

export interface Scored {
  lonely: number
  missing: number
  unknown: number
  total: number | null
  emotional: number | null
  social: number | null
  missingCount: number
  category: string | null
}

/** An answer as the file holds it; null = empty. */
export type Cell = Code | null

export interface Options {
  answers?: Answers
  rule?: MissingRule
  type?: 'DOUBLE' | 'VARCHAR'
  missing?: readonly MissingCode[]
}

/** One row per record, answers in the order of the scale's items. */
export async function scored(
  scale: Scale,
  records: readonly (readonly Cell[])[],
  options: Options = {},
): Promise<Scored[]> {
  const { answers = MANUAL, rule = 'manual', type = 'DOUBLE', missing = [] } = options
  const columns = new Map(
    scale.items.map(({ number }) => [number, { sql: `item${number}`, type, missing }] as const),
  )
  const bits = answerBits(scale, columns, answers)
  const scores = scoreColumns(scale, rule)
  const names = scale.items.map(({ number }) => `item${number}`)
  const rows = records.map(
    (record, row) => `(${[row, ...record.map(cell => literal(cell, type))].join(', ')})`,
  )
  return query(`
    WITH answers(row, ${names.join(', ')}) AS (VALUES ${rows.join(', ')}),
    bits AS (SELECT row, ${bits.lonely} AS lonely, ${bits.missing} AS missing, ${bits.unknown} AS unknown FROM answers)
    SELECT lonely, missing, unknown, ${scores.total} AS total, ${scores.emotional} AS emotional,
      ${scores.social} AS social, ${scores.missingCount} AS "missingCount", ${scores.category} AS category
    FROM bits ORDER BY row`) as unknown as Promise<Scored[]>
}

export async function query(sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const result = await connection.runAndReadAll(sql)
    return result.getRowObjectsJS()
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

function literal(cell: Cell, type: 'DOUBLE' | 'VARCHAR'): string {
  if (cell === null) return `NULL::${type}`
  return type === 'DOUBLE' ? `'${cell}'::DOUBLE` : `'${String(cell).replaceAll("'", "''")}'::VARCHAR`
}
