/**
 * Scores as SPSS users want them: their own file back with the scores behind it, or a file of scores.
 *
 * Labels are Dutch. As in the manual's syntax an invalid score is −1, declared
 * missing, and its category is blank; an item nobody was asked, and a missing
 * answer, is system-missing. A category is a number, so that it sorts by degree.
 */
import type { DataFile } from '../core/data-file.ts'
import { EjzError } from '../core/error.ts'
import { savCopy } from '../ingest/sav-copy.ts'
import type { NumberColumn, SavColumn } from '../ingest/sav-file.ts'
import { savWriter, writeSav } from '../ingest/sav-write.ts'
import { type Category, SCALES } from '../scale/scale.ts'
import type { ScoreColumn } from './score-table.ts'

export type Values = ReadonlyMap<string, ArrayLike<unknown>>

/** One row of scores per respondent, under the names of the other formats. */
export function writeScoresSav(
  path: string,
  columns: readonly ScoreColumn[],
  values: Values,
  date: string,
): void {
  writeSav(path, {
    fileLabel: 'Eenzaamheidsschaal van De Jong Gierveld, gescoord door ejz',
    columns: columns.map(column => savColumn(column, values.get(column.name) ?? [])),
    created: date,
  })
}

/** What scores are called in a file that has names of its own. */
const PREFIX = 'ejz_'

/** Every variable, label, missing code and case of the file, then the scores of what was asked. */
export async function writeFileWithScores(
  path: string,
  original: DataFile,
  columns: readonly ScoreColumn[],
  values: Values,
  date: string,
): Promise<void> {
  const { content, variables } = original
  if (content.kind !== 'columns') throw new TypeError('only an SPSS file is given back with its scores')
  const scores = columns
    .filter(({ kind, asked }) => kind !== 'id' && asked)
    .map(column => scoreColumn(column, values.get(column.name) ?? []))
    .map(column => ({ ...column, name: `${PREFIX}${column.name}` }))
  refuseTakenNames(original, scores)
  const { head, variables: own } = await savCopy(original)
  const notes = [
    ...(head.notes ?? []),
    `${PREFIX}...: eenzaamheidsschaal van De Jong Gierveld, gescoord door ejz`,
  ]
  const rows = scores[0].values.length
  const writer = savWriter(path, { ...head, notes, created: date }, [...own, ...scores], rows)
  try {
    let done = 0
    for await (const chunk of content.chunks(variables.map(({ name }) => name))) {
      const from = done
      done += chunk.rows
      const added = scores.map(column => slice(column.values, from, done))
      writer.append({ rows: chunk.rows, columns: [...chunk.columns, ...added] })
    }
    writer.end()
  } catch (cause) {
    writer.abandon()
    throw cause
  }
}

function refuseTakenNames({ path, variables }: DataFile, scores: readonly SavColumn[]): void {
  const taken = new Set(variables.map(({ name }) => name.toLowerCase()))
  const names = scores.map(({ name }) => name).filter(name => taken.has(name))
  if (names.length === 0) return
  throw new EjzError(
    'scored-before',
    `the file already has ${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''}: it was scored before`,
    'score the file it came from, or add --scores-only',
    'usage',
    { where: path },
  )
}

function slice<T>(values: ArrayLike<T>, from: number, to: number): T[] {
  return Array.from({ length: to - from }, (_, i) => values[from + i])
}

const INVALID = -1

/** Only the identity of a respondent can be a text. */
function savColumn(column: ScoreColumn, values: ArrayLike<unknown>): SavColumn {
  if (column.kind !== 'id' || column.type !== 'text') return scoreColumn(column, values)
  const texts = Array.from(values, value => (typeof value === 'string' ? value : null))
  return { name: column.name, label: labelOf(column), type: 'text', values: texts, measure: 'nominal' }
}

function scoreColumn(column: ScoreColumn, values: ArrayLike<unknown>): NumberColumn {
  const { name, kind, asked } = column
  const invalid = kind === 'score' && asked ? INVALID : null
  const number = (value: unknown) => (typeof value === 'number' ? value : invalid)
  const degree = (value: unknown) => DEGREES.get(String(value)) ?? null
  const numbers = Array.from(values, kind === 'category' ? degree : number)
  return { name, label: labelOf(column), type: 'number', values: numbers, ...ATTRIBUTES[kind] }
}

const LABELS: Readonly<Record<string, string>> = {
  total: 'Eenzaamheidsscore',
  emotional: 'Score emotionele eenzaamheid',
  social: 'Score sociale eenzaamheid',
  category: 'Mate van eenzaamheid',
  missing: 'Aantal ontbrekende antwoorden',
}

function labelOf({ name, label, kind }: ScoreColumn): string {
  if (kind === 'id') return label === 'row number' ? 'Rijnummer' : 'Respondent'
  if (name === 'unknown') return 'Aantal antwoorden met een code die nergens is beschreven'
  const [, word, number] = /^([a-z]+)(\d+)$/.exec(name) ?? []
  if (kind !== 'item') return `${LABELS[word]}, ${number} uitspraken`
  const item = SCALES.djg11.items.find(known => known.number === Number(number))
  return `Eenzaam op uitspraak ${number}: ${item?.label.nl}`
}

const DEGREES: ReadonlyMap<string, number> = new Map<Category, number>([
  ['not', 1],
  ['moderately', 2],
  ['severely', 3],
  ['very_severely', 4],
])

type Attributes = Pick<SavColumn, 'format' | 'valueLabels' | 'missing' | 'measure'>

const COUNT: Attributes = { format: 'F2', measure: 'scale' }
const ATTRIBUTES: Readonly<Record<ScoreColumn['kind'], Attributes>> = {
  id: { format: 'F16', measure: 'nominal' },
  item: {
    format: 'F1',
    measure: 'nominal',
    valueLabels: [
      { value: 0, label: 'niet eenzaam' },
      { value: 1, label: 'eenzaam' },
    ],
  },
  score: {
    ...COUNT,
    valueLabels: [{ value: INVALID, label: 'te veel antwoorden ontbreken' }],
    missing: [{ kind: 'value', value: INVALID }],
  },
  category: {
    format: 'F1',
    measure: 'ordinal',
    valueLabels: [
      { value: 1, label: 'niet eenzaam' },
      { value: 2, label: 'matig eenzaam' },
      { value: 3, label: 'ernstig eenzaam' },
      { value: 4, label: 'zeer ernstig eenzaam' },
    ],
  },
  count: COUNT,
}
