/**
 * One row per respondent: item recodes, the scores of both scales, how much is missing.
 *
 * An item is 1 lonely, 0 not lonely, empty missing; a score is empty where the
 * missing rule makes it invalid. Files with the 6 items leave the rest empty.
 */
import type { Binding } from '../core/binding.ts'
import type { MissingRule } from '../core/study.ts'
import { SCALES, type Scale } from '../scale/scale.ts'
import { scoreColumns } from '../scale/scoring.ts'
import type { OpenedFile } from './open-wave.ts'
import { scoredSelect } from './scored.ts'

export interface ScoreColumn {
  readonly name: string
  readonly label: string
  readonly type: 'number' | 'text'
  readonly sql: string
}

/** The columns of the output, in order, over `id`, `lonely`, `missing`, `unknown`. */
export function scoreTable(opened: readonly OpenedFile[]): ScoreColumn[] {
  const [{ binding }] = opened
  const rule = binding.missingRule
  return [
    idColumn(opened),
    ...SCALES.djg11.items.map(item => ({
      name: `item${item.number}`,
      label: item.label.en,
      type: 'number' as const,
      sql: has(binding, item.number) ? recode(item.number) : 'NULL::TINYINT',
    })),
    ...scoresOf(SCALES.djg11, '11', binding.scale === 'djg11' ? rule : null),
    ...scoresOf(SCALES.djg6, '6', rule),
    { name: 'unknown', label: 'answers with an undeclared code', type: 'number', sql: 'bit_count(unknown)' },
  ]
}

/** Files in the order given, records in the order of their file. */
export function scoreQuery(opened: readonly OpenedFile[], columns: readonly ScoreColumn[]): string {
  const selects = opened.map(({ relation, binding, file }) =>
    scoredSelect(relation, binding, file, { id: true }),
  )
  const selected = columns.map(({ name, sql }) => `${sql} AS ${name}`)
  return `SELECT ${selected.join(', ')} FROM (${selects.join(' UNION ALL BY NAME ')})`
}

/** Held as text, written as a number where it is one in every file; without an id the number of the row. */
function idColumn(opened: readonly OpenedFile[]): ScoreColumn {
  const types = opened.map(({ binding, relation }) => relation.columns.get(binding.columns.id ?? ''))
  const named = !types.includes(undefined)
  return {
    name: 'id',
    label: named ? 'id' : 'row number',
    type: types.includes('VARCHAR') && named ? 'text' : 'number',
    sql: named ? 'id' : '(row_number() OVER ())::VARCHAR',
  }
}

function has(binding: Binding, item: number): boolean {
  return SCALES[binding.scale].items.some(({ number }) => number === item)
}

function recode(item: number): string {
  const bit = 1 << (item - 1)
  return `CASE WHEN missing & ${bit} = 0 THEN ((lonely & ${bit}) <> 0)::TINYINT END`
}

function scoresOf(scale: Scale, suffix: string, rule: MissingRule | null): ScoreColumn[] {
  const { total, emotional, social, category, missingCount } = scoreColumns(scale, rule ?? 'manual')
  const column = (name: string, label: string, sql: string, type: ScoreColumn['type'] = 'number') => ({
    name: `${name}${suffix}`,
    label: `${label}, ${suffix} items`,
    type,
    sql: rule === null ? `NULL::${type === 'text' ? 'VARCHAR' : 'TINYINT'}` : sql,
  })
  return [
    column('total', 'loneliness score', total),
    column('emotional', 'emotional loneliness score', emotional),
    column('social', 'social loneliness score', social),
    column('category', 'loneliness category', category, 'text'),
    column('missing', 'missing answers', missingCount),
  ]
}
