/**
 * What the codes of a delivered score mean: its valid values, and what is missing.
 *
 * A declared or labelled missing code that is also a valid value (9 of a total of
 * 0-11) contradicts, and stops everything. The codes under `codes: missing` are
 * those of the answers: among scores they count where they are no valid score.
 */
import type { DeliveredScore, ScoreName } from '../core/binding.ts'
import type { MissingCode, Variable } from '../core/data-file.ts'
import type { Code, ScaleId, WaveSpec } from '../core/study.ts'
import type { Columns } from './columns.ts'
import { contradictions } from './contradictions.ts'
import { answerMeaning, categoryMeaning, flagMeaning } from './label-meaning.ts'
import type { ScoreVariable } from './profile.ts'

/** A variable with scores and the column it is in. */
export interface Found {
  readonly variable: ScoreVariable
  readonly column: string
}

const HIGHEST: Readonly<Record<ScaleId, Readonly<Record<'total' | 'emotional' | 'social', number>>>> = {
  djg11: { total: 11, emotional: 6, social: 5 },
  djg6: { total: 6, emotional: 3, social: 3 },
}
const VERY_SEVERE = 3

export function scoreCodes({ variable, column }: Found, wave: WaveSpec, columns: Columns): DeliveredScore {
  const { holds } = variable
  const values = variable.values ?? upTo(highest(holds, wave.scale))
  const told = columns.variable(column)
  reportContradictions(told, values, columns)
  reportLabels(holds, told, values, columns)
  const labelled = told.valueLabels.filter(({ label }) => answerMeaning(label) === 'missing')
  const codes = [...variable.missing, ...(wave.codes.missing ?? []), ...labelled.map(({ value }) => value)]
  return { holds, column, values, missing: [...new Set(codes)].filter(code => !isValid(code, values)) }
}

function highest(holds: ScoreName, scale: ScaleId): number {
  if (holds === 'category') return VERY_SEVERE
  return holds === 'total' || holds === 'emotional' || holds === 'social' ? HIGHEST[scale][holds] : 1
}

function upTo(last: number): ReadonlyMap<number, number> {
  return new Map(Array.from({ length: last + 1 }, (_, value) => [value, value]))
}

function isValid(code: Code, values: ReadonlyMap<number, number>): boolean {
  return values.has(Number(code))
}

/** A code that stands for another value, such as "not applicable", may well be declared missing. */
function reportContradictions(
  { name, missing, valueLabels }: Variable,
  values: ReadonlyMap<number, number>,
  columns: Columns,
): void {
  const own = [...values].flatMap(([code, value]) => (code === value ? [code] : []))
  const declared = own.find(code => missing.some(one => covers(one, code)))
  const labelled = valueLabels.find(
    ({ value, label }) => own.includes(Number(value)) && answerMeaning(label) === 'missing',
  )
  const code = declared ?? labelled?.value
  if (code === undefined) return
  columns.report(
    'missing-contradicts-codes',
    `the file says that ${code} is missing in ${name}, but ${code} is also a valid score (${own[0]} to ${own.at(-1)})`,
    'ask the supplier which of the two it means, and recode the missing ones; or score the items',
    name,
  )
}

function reportLabels(
  holds: ScoreName,
  variable: Variable,
  values: ReadonlyMap<number, number>,
  columns: Columns,
): void {
  const codesOf = (wanted: number) => [...values].flatMap(([code, value]) => (value === wanted ? [code] : []))
  const variables = [variable]
  if (holds === 'category') {
    const [not, moderately, severely, verySeverely] = [0, 1, 2, 3].map(codesOf)
    const codes = { not, moderately, severely, verySeverely }
    columns.reportAll(path => contradictions(codes, { path, variables }, categoryMeaning))
  }
  if (holds.startsWith('is_')) {
    const codes = { no: codesOf(0), yes: codesOf(1) }
    columns.reportAll(path => contradictions(codes, { path, variables }, flagMeaning))
  }
}

function covers(missing: MissingCode, code: number): boolean {
  if (missing.kind === 'value') return Number(missing.value) === code
  return missing.from <= code && code <= missing.to
}
