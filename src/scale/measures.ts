/**
 * What is estimated from a score: shares lonely, severely, emotionally and socially lonely, and the mean.
 *
 * SQL over the columns `total`, `emotional`, `social`: a condition for a proportion,
 * a number for a mean; NULL exactly where the score is.
 */
import type { Scale, Subset } from './scale.ts'

export interface Measure {
  readonly name: 'lonely' | 'severe' | 'very_severe' | 'emotional' | 'social' | 'score'
  readonly kind: 'proportion' | 'mean'
  /** the column that decides who has a valid value */
  readonly score: Subset
  readonly sql: string
}

export function measures(scale: Scale, subscaleCutoff: number): Measure[] {
  const { lonely, severe, very_severe } = scale.cutoffs
  return [
    share('lonely', 'total', lonely),
    share('severe', 'total', severe),
    ...(very_severe === null ? [] : [share('very_severe', 'total', very_severe)]),
    share('emotional', 'emotional', subscaleCutoff),
    share('social', 'social', subscaleCutoff),
    { name: 'score', kind: 'mean', score: 'total', sql: 'total::DOUBLE' },
  ]
}

function share(name: Measure['name'], score: Subset, cutoff: number): Measure {
  return { name, kind: 'proportion', score, sql: `${score} >= ${cutoff}` }
}
