/**
 * Which waves of a survey may share an axis for one measure: those that go together
 * with its latest wave. What another cut-off or other ages keep apart is not drawn.
 */
import type { EstimateEntry, Results } from '../../core/results.ts'

/** What a survey is to these questions. */
interface Followed {
  readonly source: string
  readonly target: string
  /** in order of time */
  readonly waves: readonly { readonly wave: string }[]
}

/** The entries of waves that go together with the latest one. */
export function comparableOnly<Entry extends Pick<EstimateEntry, 'wave'>>(
  results: Results,
  survey: Followed,
  measure: string,
  entries: readonly Entry[],
): readonly Entry[] {
  const together = wavesTogether(results, survey, measure)
  return together === null ? entries : entries.filter(({ wave }) => together.includes(wave))
}

/** The waves that have the measure and are not drawn. */
export function wavesApart(results: Results, survey: Followed, measure: string): string[] {
  const together = wavesTogether(results, survey, measure)
  if (together === null) return []
  const measured = membersOf(results, survey, measure).flatMap(({ waves }) => waves)
  return survey.waves
    .map(({ wave }) => wave)
    .filter(wave => measured.includes(wave) && !together.includes(wave))
}

/** Null where nothing keeps the waves apart. */
function wavesTogether(results: Results, survey: Followed, measure: string): readonly string[] | null {
  const members = membersOf(results, survey, measure)
  if (members.length < 2) return null
  const latest = survey.waves.findLast(({ wave }) => members.some(({ waves }) => waves.includes(wave)))
  return members.find(({ waves }) => latest !== undefined && waves.includes(latest.wave))?.waves ?? null
}

function membersOf({ comparability }: Results, { source, target }: Followed, measure: string) {
  const entry = comparability.find(each => each.measure === measure && each.domain.target === target)
  return (entry?.comparableSets ?? []).flat().filter(member => member.source === source)
}
