/**
 * What is estimated from a score: shares lonely, severely, emotionally and socially lonely, and the mean.
 *
 * SQL over the columns `total`, `emotional`, `social`: a condition for a proportion,
 * a number for a mean; NULL exactly where the score is. Where only categories or
 * yes-or-no variables were delivered, over those; a measure that none of them
 * gives is absent.
 */
import type { Delivered, ScoreName } from '../core/binding.ts'
import type { Scale } from './scale.ts'

export interface Measure {
  readonly name: 'lonely' | 'severe' | 'very_severe' | 'emotional' | 'social' | 'score'
  readonly kind: 'proportion' | 'mean'
  /** the column that decides who has a valid value */
  readonly score: ScoreName
  readonly sql: string
}

/** Place of each category of a delivered variable. */
const CATEGORY = { lonely: 1, severe: 2, very_severe: 3 }

const FROM_ITEMS: readonly ScoreName[] = ['total', 'emotional', 'social']

export function measures(scale: Scale, subscaleCutoff: number, delivered?: Delivered): Measure[] {
  const { lonely, severe, very_severe } = scale.cutoffs
  const held = delivered?.use === 'scored' ? delivered.scores.map(({ holds }) => holds) : FROM_ITEMS
  const ways: readonly Measure[] = [
    share('lonely', 'total', lonely),
    share('lonely', 'category', CATEGORY.lonely),
    share('lonely', 'is_lonely', 1),
    share('severe', 'total', severe),
    share('severe', 'category', CATEGORY.severe),
    share('severe', 'is_severe', 1),
    ...(very_severe === null ? [] : [share('very_severe', 'total', very_severe)]),
    ...(very_severe === null ? [] : [share('very_severe', 'category', CATEGORY.very_severe)]),
    share('emotional', 'emotional', subscaleCutoff),
    share('emotional', 'is_emotional', 1),
    share('social', 'social', subscaleCutoff),
    share('social', 'is_social', 1),
    { name: 'score', kind: 'mean', score: 'total', sql: 'total::DOUBLE' },
  ]
  const possible = ways.filter(({ score }) => held.includes(score))
  return possible.filter(({ name }, i) => possible.findIndex(other => other.name === name) === i)
}

function share(name: Measure['name'], score: ScoreName, cutoff: number): Measure {
  return { name, kind: 'proportion', score, sql: `${score} >= ${cutoff}` }
}
