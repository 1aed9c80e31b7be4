/**
 * A source: the waves that were surveyed and those that are known from
 * publications only, in one order of time.
 */
import type { Domain } from '../core/domain.ts'
import type { WaveEntry } from '../core/results.ts'
import type { PublishedFigure, Role } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import type { PublishedEstimate } from '../estimate/published.ts'
import type { SourceData } from './source-data.ts'

export interface Source {
  readonly name: string
  /** the microdata; without waves where everything was published */
  readonly surveyed: SourceData
  readonly waves: readonly SourceWave[]
}

export type SourceWave = SurveyedWave | PublishedWave

export interface SurveyedWave {
  readonly kind: 'surveyed'
  readonly entry: WaveEntry
  /** as declared; null = by date */
  readonly role: Role | null
  /** its place in the cells */
  readonly position: number
}

export interface PublishedWave {
  readonly kind: 'published'
  readonly entry: WaveEntry
  readonly role: Role | null
  readonly figures: readonly NamedFigure[]
  /** what the publication says of itself */
  readonly notes: readonly string[]
  readonly warnings: readonly Warning[]
}

/** A published figure with what can be said of its uncertainty. */
export interface NamedFigure {
  readonly figure: PublishedFigure
  readonly kind: 'proportion' | 'mean'
  readonly domain: Domain
  readonly estimate: PublishedEstimate
}

/** In order of time; the sort keeps surveyed waves in the order of their cells. */
export function sourceOf(surveyed: SourceData, published: readonly PublishedWave[]): Source {
  const waves: SourceWave[] = surveyed.entries.map((entry, position) => {
    const { role } = surveyed.waves[position].spec
    return { kind: 'surveyed', entry, role, position }
  })
  return {
    name: surveyed.name,
    surveyed,
    waves: [...waves, ...published].sort((a, b) => a.entry.time - b.entry.time),
  }
}

/** In order of time. */
export function publishedOf({ waves }: Source): PublishedWave[] {
  return waves.filter(wave => wave.kind === 'published')
}

/**
 * The same text for the same people, however a domain calls them: those of 75+,
 * and those of all who are 75 and older.
 */
export function peopleOf({ target, age, ...others }: Domain): string {
  const split = Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([age ?? target, split])
}
