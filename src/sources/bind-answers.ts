/**
 * Items or delivered scores: the items where the file has them, else the scores, unless the study file chooses.
 *
 * With both, the items are scored and the delivered total is kept to be compared.
 */
import type { Binding } from '../core/binding.ts'
import type { WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import { bindItems, hasItems } from './bind-items.ts'
import { type BoundScores, bindScores, deliveredTotal, SUBSCALE_CUTOFF } from './bind-scores.ts'
import type { Columns } from './columns.ts'
import type { Profile } from './profile.ts'

export interface BoundAnswers extends Pick<Binding, 'items' | 'delivered' | 'subscaleCutoff'> {
  readonly warnings: readonly Warning[]
}

export function bindAnswers(
  profile: Profile,
  wave: WaveSpec,
  columns: Columns,
  answersOnly: boolean,
): BoundAnswers {
  const chosen = wave.scoring ?? (answersOnly || hasItems(profile, wave.scale, columns) ? 'items' : null)
  if (chosen === 'items' || answersOnly) return fromItems(profile, wave, columns, answersOnly)
  const bound = bindScores(profile, wave, columns)
  if (bound !== null) return fromScores(profile, wave, bound)
  if (chosen === null) return fromItems(profile, wave, columns, true)
  const names = (profile.scores ?? []).filter(({ holds }) => holds === 'total').map(({ name }) => name)
  columns.reportMissing('score', names.length === 0 ? ['score'] : names)
  return { items: new Map(), subscaleCutoff: SUBSCALE_CUTOFF[wave.scale], warnings: [] }
}

function fromItems(profile: Profile, wave: WaveSpec, columns: Columns, alone: boolean): BoundAnswers {
  const total = alone ? null : deliveredTotal(profile, wave, columns)
  return {
    items: bindItems(profile, wave.scale, columns, total === null ? [] : [total.column]),
    subscaleCutoff: wave.subscaleCutoff ?? SUBSCALE_CUTOFF[wave.scale],
    ...(total === null ? {} : { delivered: { use: 'compared', total } }),
    warnings: [],
  }
}

function fromScores(profile: Profile, wave: WaveSpec, bound: BoundScores): BoundAnswers {
  const { scores, subscaleCutoff, warnings } = bound
  const missingRule = profile.scoreRule ?? 'delivered'
  const names = scores.map(({ column }) => column).join(', ')
  const rule =
    missingRule === 'delivered'
      ? 'with how many missing answers a score was still made is theirs to say'
      : `they were made under the rule ${missingRule}`
  const told: Warning = {
    code: 'scores_delivered',
    message: `scores as the data holder made them (${names}): ${rule}, and the quality of the scale cannot be computed`,
    hint: 'where the items can be had, score those',
    source: wave.source,
    wave: wave.wave,
  }
  return {
    items: new Map(),
    delivered: { use: 'scored', missingRule, scores },
    subscaleCutoff,
    warnings: [told, ...warnings],
  }
}
