/** All figures of a report, source after source, in the order in which they are read. */
import type { Results } from '../../core/results.ts'
import type { Language } from '../../core/study.ts'
import { ageProfile, ageSexProfile } from './age-profile.ts'
import { trendBreak } from './break.ts'
import { change } from './change.ts'
import { decomposition, numberDecomposition } from './decomposition.ts'
import type { FigureKind, FigureSpec } from './figure-spec.ts'
import { municipalities } from './municipalities.ts'
import { severity } from './severity.ts'
import { surveys } from './survey.ts'
import { trend } from './trend.ts'
import { type Context, context, id } from './wording.ts'

type Maker = (on: Context, id: string) => FigureSpec | null

const MAKERS: readonly (readonly [FigureKind, Maker])[] = [
  ['trend', trend],
  ['break', trendBreak],
  ['severity', severity],
  ['decomposition', decomposition],
  ['number', numberDecomposition],
  ['age', ageProfile],
  ['age-sex', ageSexProfile],
  ['change', change],
  ['municipalities', municipalities],
]

/** Figures with nothing to draw are left out. */
export function figures(results: Results, language: Language): FigureSpec[] {
  const found = surveys(results)
  return found.flatMap(survey => {
    const on = context(results, survey, language)
    const several = found.some(other => other !== survey && other.source === survey.source)
    return MAKERS.map(([kind, make]) => make(on, id(kind, survey, several))).filter(figure => figure !== null)
  })
}
