/**
 * One row per respondent: item recodes, the scores of both scales, how much is missing.
 *
 * An item is 1 lonely, 0 not lonely, empty missing; a score is empty where the
 * missing rule makes it invalid. Files with the 6 items leave the rest empty.
 */
import type { Binding } from '../core/binding.ts'
import { type Item, SCALES, type Scale } from '../scale/scale.ts'
import { scoreColumns } from '../scale/scoring.ts'
import type { OpenedFile } from './open-wave.ts'
import { scoredSelect } from './scored.ts'

export interface ScoreColumn {
  readonly name: string
  readonly label: string
  readonly kind: 'id' | 'item' | 'score' | 'category' | 'count'
  readonly type: 'number' | 'text'
  /** false where the file lacks the items: empty for everyone */
  readonly asked: boolean
  readonly sql: string
}

const UNKNOWN: ScoreColumn = {
  name: 'unknown',
  label: 'answers with an undeclared code',
  kind: 'count',
  type: 'number',
  asked: true,
  sql: 'bit_count(unknown)',
}

/** The columns of the output, in order, over `id`, `lonely`, `missing`, `unknown`. */
export function scoreTable(opened: readonly OpenedFile[]): ScoreColumn[] {
  const [{ binding }] = opened
  return [
    idColumn(opened),
    ...SCALES.djg11.items.map(item => itemColumn(item, binding)),
    ...scoresOf(SCALES.djg11, '11', binding),
    ...scoresOf(SCALES.djg6, '6', binding),
    UNKNOWN,
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
    kind: 'id',
    type: types.includes('VARCHAR') && named ? 'text' : 'number',
    asked: true,
    sql: named ? 'id' : '(row_number() OVER ())::VARCHAR',
  }
}

function itemColumn({ number, label }: Item, binding: Binding): ScoreColumn {
  const bit = 1 << (number - 1)
  const asked = SCALES[binding.scale].items.some(item => item.number === number)
  return {
    name: `item${number}`,
    label: label.en,
    kind: 'item',
    type: 'number',
    asked,
    sql: asked
      ? `CASE WHEN missing & ${bit} = 0 THEN ((lonely & ${bit}) <> 0)::TINYINT END`
      : 'NULL::TINYINT',
  }
}

/** A file of 11 items also has the short scale; a file of 6 only that. */
function scoresOf(scale: Scale, suffix: string, binding: Binding): ScoreColumn[] {
  const asked = scale.id === 'djg6' || binding.scale === 'djg11'
  const { total, emotional, social, category, missingCount } = scoreColumns(scale, binding.missingRule)
  const column = (name: string, label: string, kind: ScoreColumn['kind'], sql: string): ScoreColumn => {
    const type = kind === 'category' ? 'text' : 'number'
    const empty = `NULL::${type === 'text' ? 'VARCHAR' : 'TINYINT'}`
    return {
      name: `${name}${suffix}`,
      label: `${label}, ${suffix} items`,
      kind,
      type,
      asked,
      sql: asked ? sql : empty,
    }
  }
  return [
    column('total', 'loneliness score', 'score', total),
    column('emotional', 'emotional loneliness score', 'score', emotional),
    column('social', 'social loneliness score', 'score', social),
    column('category', 'loneliness category', 'category', category),
    column('missing', 'missing answers', 'count', missingCount),
  ]
}
