/**
 * Scores that the data holder made: which variable gives which measure.
 *
 * A total gives every measure that rests on it, so that all come from one place;
 * else the categories; else the yes-or-no variables. Emotionally and socially
 * lonely have two definitions, a sub-scale score of 2 or of 3 and more: one wave
 * uses one of them, never both.
 */
import type { DeliveredScore, ScoreName } from '../core/binding.ts'
import type { ScaleId, WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import type { Columns } from './columns.ts'
import type { Profile, ScoreVariable } from './profile.ts'
import { type Found, scoreCodes } from './score-codes.ts'

export interface BoundScores {
  readonly scores: readonly DeliveredScore[]
  readonly subscaleCutoff: number
  readonly warnings: readonly Warning[]
}

/** The manual gives no cut-off for a sub-scale of eleven items; RIVM's of 2016 is the default. */
export const SUBSCALE_CUTOFF: Readonly<Record<ScaleId, number>> = { djg11: 2, djg6: 1 }

const CANONICAL = { total: 'score', emotional: 'emotional', social: 'social' } as const
const SCORES = ['total', 'emotional', 'social'] as const
const FLAGS = ['category', 'is_lonely', 'is_severe', 'is_emotional', 'is_social'] as const
const OF_SUBSCALE: readonly (readonly [score: ScoreName, flag: ScoreName])[] = [
  ['emotional', 'is_emotional'],
  ['social', 'is_social'],
]
/** of the newer definition */
const OTHER_CUTOFF = 3

const SAYS: Readonly<Record<ScoreName, string>> = {
  total: 'the total score',
  emotional: 'the emotional score',
  social: 'the social score',
  category: 'categories',
  is_lonely: 'only who is lonely and who is not',
  is_severe: 'only who is severely lonely and who is not',
  is_emotional: 'only who is emotionally lonely and who is not',
  is_social: 'only who is socially lonely and who is not',
}

/** Null where the file has no score of any kind and the study file names none. */
export function bindScores(profile: Profile, wave: WaveSpec, columns: Columns): BoundScores | null {
  const found = [
    ...SCORES.flatMap(holds => scoreColumn(profile, wave, columns, { holds, byOwnName: true }) ?? []),
    ...FLAGS.flatMap(holds => flagColumns(profile, wave, columns, holds)),
  ]
  if (found.length === 0) return null
  const severity = mostTelling(found)
  if (severity.length === 0) reportNobodyLonely(found, columns)
  const { value: subscaleCutoff, warnings } = cutoffOf(wave, found)
  if (wave.subscaleCutoff !== null) reportOtherCutoff(wave.subscaleCutoff, found, columns)
  const scores = [...severity, ...chosen(found, subscaleCutoff)]
  return { scores: scores.map(one => scoreCodes(one, wave, columns)), subscaleCutoff, warnings }
}

/** The total alone, to hold the items against; a column that is merely called `score` is not taken for it. */
export function deliveredTotal(profile: Profile, wave: WaveSpec, columns: Columns): DeliveredScore | null {
  const found = scoreColumn(profile, wave, columns, { holds: 'total', byOwnName: false })
  return found === null ? null : scoreCodes(found, wave, columns)
}

interface Wanted {
  readonly holds: 'total' | 'emotional' | 'social'
  /** also take a column that carries the canonical name itself */
  readonly byOwnName: boolean
}

function scoreColumn(
  profile: Profile,
  wave: WaveSpec,
  columns: Columns,
  { holds, byOwnName }: Wanted,
): Found | null {
  const canonical = CANONICAL[holds]
  const names = variablesOf(profile, wave, holds).map(({ name }) => name)
  const column = columns.find(canonical, byOwnName ? [...names, canonical] : names)
  if (column === undefined) return null
  const own: ScoreVariable = { holds, name: column, missing: [] }
  const variable = profile.scores?.find(({ name }) => name.toLowerCase() === column.toLowerCase()) ?? own
  if (variable.holds === holds) return { variable, column }
  columns.report(
    'not-that-score',
    `${column} holds ${SAYS[variable.holds]}, not ${SAYS[holds]}`,
    `take \`${canonical}: ${column}\` out of \`columns\`: what ${column} is, is known`,
    column,
  )
  return null
}

function flagColumns(profile: Profile, wave: WaveSpec, columns: Columns, holds: ScoreName): Found[] {
  return variablesOf(profile, wave, holds).flatMap(variable => {
    const column = columns.first([variable.name])
    return column === undefined ? [] : [{ variable, column }]
  })
}

function variablesOf({ scores = [] }: Profile, { scale }: WaveSpec, holds: ScoreName): ScoreVariable[] {
  return scores.filter(variable => variable.holds === holds && (variable.scale ?? scale) === scale)
}

/** Of what tells how lonely somebody is: the total, else the categories, else yes or no. */
function mostTelling(found: readonly Found[]): Found[] {
  const holding = (...names: ScoreName[]) => found.filter(({ variable }) => names.includes(variable.holds))
  const [total] = holding('total')
  const [category] = holding('category')
  if (total !== undefined || category !== undefined) return [total ?? category]
  return holding('is_lonely').length === 0 ? [] : holding('is_lonely', 'is_severe')
}

/** The declared cut-off, else the one by which most can be said; the usual where both say as much. */
function cutoffOf(wave: WaveSpec, found: readonly Found[]): { value: number; warnings: Warning[] } {
  const usual = SUBSCALE_CUTOFF[wave.scale]
  if (wave.subscaleCutoff !== null) return { value: wave.subscaleCutoff, warnings: [] }
  if (chosen(found, OTHER_CUTOFF).length <= chosen(found, usual).length) return { value: usual, warnings: [] }
  const names = chosen(found, OTHER_CUTOFF).map(({ column }) => column)
  const message = `emotionally and socially lonely count from a sub-scale score of ${OTHER_CUTOFF} on, not ${usual}: that is how ${names.join(' and ')} were made`
  const hint = 'that bound was read in publications, not in a codebook: ask the supplier to confirm it'
  const values = { cutoff: OTHER_CUTOFF }
  return { value: OTHER_CUTOFF, warnings: [{ code: 'sub_scale_cutoff', message, hint, values }] }
}

/** For each sub-scale the score, else the yes-or-no variable of this cut-off. */
function chosen(found: readonly Found[], cutoff: number): Found[] {
  return OF_SUBSCALE.flatMap(([score, flag]) => {
    const best =
      found.find(({ variable }) => variable.holds === score) ??
      found.find(({ variable }) => variable.holds === flag && variable.cutoff === cutoff)
    return best === undefined ? [] : [best]
  })
}

function reportOtherCutoff(asked: number, found: readonly Found[], columns: Columns): void {
  const usable = chosen(found, asked)
  for (const [score, flag] of OF_SUBSCALE) {
    const other = found.find(({ variable }) => variable.holds === flag && variable.cutoff !== asked)
    if (other === undefined || usable.some(({ variable }) => [score, flag].includes(variable.holds))) continue
    columns.report(
      'other-cutoff',
      `${other.column} counts from a sub-scale score of ${other.variable.cutoff} on; asked was ${asked}`,
      `write \`subscaleCutoff: ${other.variable.cutoff}\`, or ask for the file with the sub-scale scores themselves`,
      other.column,
    )
  }
}

function reportNobodyLonely(found: readonly Found[], columns: Columns): void {
  const names = found.map(({ column }) => column).join(', ')
  columns.report(
    'scores-missing',
    `${columns.fileName} does not tell who is lonely: it has ${names} only`,
    'ask for the file with the total score or the items, or say which column it is under `columns`: { score: … }',
  )
}
