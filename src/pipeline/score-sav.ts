/**
 * A column of scores as an SPSS variable with its labels.
 *
 * As in the manual's syntax an invalid score is −1, declared missing, and its
 * category is blank; an item nobody was asked, and a missing answer, is system-missing.
 */
import type { SavColumn } from '../ingest/sav-file.ts'
import type { ScoreColumn } from './score-table.ts'

const INVALID = -1

export function savColumn(column: ScoreColumn, values: ArrayLike<unknown>): SavColumn {
  const { name, label, kind, type } = column
  if (type === 'text') {
    const texts = Array.from(values, value => (typeof value === 'string' ? value : null))
    return { name, label, type, values: texts, ...(kind === 'category' ? CATEGORY : { measure: 'nominal' }) }
  }
  const invalid = kind === 'score' && column.asked ? INVALID : null
  const numbers = Array.from(values, value => (typeof value === 'number' ? value : invalid))
  return { name, label, type, values: numbers, ...NUMBERS[kind] }
}

type Attributes = Pick<SavColumn, 'format' | 'valueLabels' | 'missing' | 'measure'>

const COUNT: Attributes = { format: 'F2.0', measure: 'scale' }
const NUMBERS: Readonly<Record<ScoreColumn['kind'], Attributes>> = {
  id: { format: 'F16.0', measure: 'nominal' },
  item: {
    format: 'F1.0',
    measure: 'nominal',
    valueLabels: [
      { value: 0, label: 'not lonely' },
      { value: 1, label: 'lonely' },
    ],
  },
  score: {
    ...COUNT,
    valueLabels: [{ value: INVALID, label: 'too many answers missing' }],
    missing: [{ kind: 'value', value: INVALID }],
  },
  category: COUNT,
  count: COUNT,
}

const CATEGORY: Attributes & { readonly width: number } = {
  width: 13,
  measure: 'ordinal',
  valueLabels: [
    { value: 'not', label: 'not lonely' },
    { value: 'moderately', label: 'moderately lonely' },
    { value: 'severely', label: 'severely lonely' },
    { value: 'very_severely', label: 'very severely lonely' },
  ],
}
