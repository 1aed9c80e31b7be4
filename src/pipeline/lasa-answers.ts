/**
 * Who answered in a wave of LASA, and what: the eleven items with the six of a
 * telephone interview for people who have no others, or LASA's own scores.
 */
import { EjzError } from '../core/error.ts'
import type { WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import { lasaProfile, TELEPHONE_ITEMS } from '../sources/lasa.ts'
import { type JoinedColumn, joinedColumn } from './lasa-columns.ts'
import { type LasaFiles, missingTopic } from './lasa-folder.ts'
import { lasaScores } from './lasa-scores.ts'
import { columnIn, type LasaTable, numberAt, RESPNR } from './lasa-table.ts'
import {
  asItem,
  checkTelephone,
  telephoned,
  telephoneName,
  telephoneNames,
  telephoneWarnings,
} from './lasa-telephone.ts'

export interface LasaAnswers {
  readonly scoring: 'items' | 'delivered'
  /** the file that most answers come from */
  readonly from: LasaTable
  /** respondent numbers: those of that file, then those reached by telephone only */
  readonly people: readonly string[]
  /** respondent number, mode, and the answers that are not simply those of one file */
  readonly columns: ReadonlyMap<string, JoinedColumn>
  readonly mode: string
  readonly warnings: readonly Warning[]
}

const FACE_TO_FACE = 'face-to-face'
const TELEPHONE = 'telephone'

export function lasaAnswers(spec: WaveSpec, files: LasaFiles, tables: readonly LasaTable[]): LasaAnswers {
  const { wave } = files
  const itemNames = lasaProfile(spec).items.map((name, i) => spec.columns[`item${i + 1}`] ?? name)
  const scoreNames = {
    total: spec.columns.score ?? `${wave.prefix}lo`,
    emotional: spec.columns.emotional ?? `${wave.prefix}loemo`,
    social: spec.columns.social ?? `${wave.prefix}losoc`,
  }
  const items = tableWith(
    tables,
    TELEPHONE_ITEMS.map(item => itemNames[item - 1]),
  )
  const telephone = tableWith(tables, telephoneNames(wave))
  const scores = tableWith(tables, Object.values(scoreNames))
  if (telephone !== null) checkTelephone(spec, wave, telephone)
  const scoring = scoringOf(spec, files, { items, telephone, scores })
  if (scoring === 'delivered' && scores !== null) {
    const absent = [...(telephone?.rows.keys() ?? [])].filter(person => !scores.rows.has(person))
    const people = [...scores.rows.keys(), ...absent]
    const own = lasaScores(people, scores, scoreNames, wave)
    const replaced = [...own.replaced].flatMap(([name, values]): [string, JoinedColumn][] => {
      const found = columnIn([scores], name)
      return found === null ? [] : [[name, { variable: { ...found.column.variable, name }, values }]]
    })
    return answersOf(
      spec,
      { scoring, from: scores, people, byTelephone: new Set(absent) },
      replaced,
      own.warnings,
    )
  }
  const from = items ?? telephone
  if (from === null) throw new EjzError('no-answers', 'no file with answers', 'report this', 'bug')
  const byTelephone = telephoned(telephone, items, itemNames)
  const people = [
    ...(items?.rows.keys() ?? []),
    ...[...byTelephone].filter(person => !items?.rows.has(person)),
  ]
  const filled = filledItems(people, itemNames, { items, telephone, byTelephone }, wave)
  return answersOf(spec, { scoring, from, people, byTelephone }, filled, undocumented(spec, files, items))
}

/** The first file with any of these columns. */
function tableWith(tables: readonly LasaTable[], names: readonly string[]): LasaTable | null {
  return names.map(name => columnIn(tables, name)?.table).find(table => table !== undefined) ?? null
}

interface AnswerTables {
  readonly items: LasaTable | null
  readonly telephone: LasaTable | null
  readonly scores: LasaTable | null
}

/** Items where there are any, unless the study file asks for LASA's own scores. */
function scoringOf(
  spec: WaveSpec,
  files: LasaFiles,
  { items, telephone, scores }: AnswerTables,
): LasaAnswers['scoring'] {
  const { scoring, scale } = spec
  if (scoring !== 'delivered') {
    if (items !== null || (telephone !== null && scale === 'djg6')) return 'items'
    if (scoring === 'items' || scores === null || scale === 'djg6') {
      throw missingTopic(spec, files, 'items', 'which holds the answers to the eleven items')
    }
  }
  if (scores === null) throw missingTopic(spec, files, 'scores', "which holds LASA's own scores")
  if (scale === 'djg6') throw sixDelivered(spec)
  return 'delivered'
}

function sixDelivered({ where, wave }: WaveSpec): EjzError {
  const message = `lasa ${wave}: LASA delivers scores of the eleven items, not of six`
  const hint = 'write `scale: djg11`, or score the items: scoring: items'
  return new EjzError('no-such-score', message, hint, 'usage', where === null ? {} : { where })
}

interface People {
  readonly scoring: LasaAnswers['scoring']
  readonly from: LasaTable
  readonly people: readonly string[]
  readonly byTelephone: ReadonlySet<string>
}

function answersOf(
  spec: WaveSpec,
  { scoring, from, people, byTelephone }: People,
  columns: readonly (readonly [string, JoinedColumn])[],
  warnings: readonly Warning[],
): LasaAnswers {
  const id = spec.columns.id ?? RESPNR
  const mixed = spec.scale === 'djg6' && byTelephone.size > 0
  return {
    scoring,
    from,
    people,
    columns: new Map<string, JoinedColumn>([
      [id, respnrColumn(id, people)],
      ['mode', modeColumn(people, byTelephone)],
      ...columns,
    ]),
    mode: mixed ? `${FACE_TO_FACE}+${TELEPHONE}` : FACE_TO_FACE,
    warnings: [...telephoneWarnings(spec.scale, byTelephone.size, people.length), ...warnings],
  }
}

/** A number where all are: then it is written alike in every wave. */
function respnrColumn(name: string, people: readonly string[]): JoinedColumn {
  const label = 'respondent number'
  if (people.every(person => /^\d{1,15}$/.test(person))) {
    const variable = { name, label, type: 'number', format: 'F8.0', valueLabels: [], missing: [] } as const
    return { variable, values: Float64Array.from(people, Number) }
  }
  const variable = { name, label, type: 'text', format: 'A32', valueLabels: [], missing: [] } as const
  return { variable, values: people }
}

function modeColumn(people: readonly string[], byTelephone: ReadonlySet<string>): JoinedColumn {
  const label = 'mode of interview'
  const variable = { name: 'mode', label, type: 'text', format: 'A12', valueLabels: [], missing: [] } as const
  return { variable, values: people.map(person => (byTelephone.has(person) ? TELEPHONE : FACE_TO_FACE)) }
}

/** An item that the telephone asks, from there for those who answered nowhere else. */
function filledItems(
  people: readonly string[],
  itemNames: readonly string[],
  {
    items,
    telephone,
    byTelephone,
  }: Omit<AnswerTables, 'scores'> & { readonly byTelephone: ReadonlySet<string> },
  wave: LasaFiles['wave'],
): [string, JoinedColumn][] {
  return TELEPHONE_ITEMS.flatMap((item): [string, JoinedColumn][] => {
    const name = itemNames[item - 1]
    const main = items === null ? null : columnIn([items], name)
    const phone = telephone === null ? null : columnIn([telephone], telephoneName(wave, item))
    if (phone === null || byTelephone.size === 0) return []
    const own = main === null ? null : joinedColumn(name, main, people)
    const { column, table } = phone
    const answer = (person: string) => numberAt(column, table.rows.get(person))
    const values = own?.values
    const variable = own?.variable ?? asItem(column.variable, name)
    if (values === undefined || values instanceof Float64Array) {
      const filled = Float64Array.from(people, (person, i) =>
        byTelephone.has(person) ? answer(person) : (values?.[i] ?? Number.NaN),
      )
      return [[name, { variable, values: filled }]]
    }
    const texts = people.map((person, i) => (byTelephone.has(person) ? textOf(answer(person)) : values[i]))
    return [[name, { variable, values: texts }]]
  })
}

function textOf(answer: number): string {
  return Number.isNaN(answer) ? '' : String(answer)
}

/** Codes that neither an open list nor the file itself explains are those of the other waves. */
function undocumented(spec: WaveSpec, { wave }: LasaFiles, items: LasaTable | null): Warning[] {
  if (wave.itemsDocumented || items === null || spec.codes.yes !== undefined) return []
  const names = lasaProfile(spec).items
  const silent = names.filter(name => items.columns.get(name)?.variable.valueLabels.length === 0)
  if (silent.length === 0) return []
  return [
    {
      code: 'codes_not_documented',
      message: `no open list of labels covers the items of wave ${wave.id} and the file has none: 1 is taken as no, 2 as more or less, 3 as yes, as in the other waves`,
      hint: 'if LASA says so too, declare `codes`: { yes: 3, moreOrLess: 2, no: 1 }',
      where: items.name,
    },
  ]
}
