/**
 * What the report is about: the study, measure, people and standard its answer rests on.
 *
 * The verdict says so; without one, the first study with national standardised figures.
 */
import { EjzError } from '../core/error.ts'
import type { BreakEntry, Results, WaveEntry } from '../core/results.ts'

export interface Focus {
  readonly source: string
  readonly measure: string
  /** "75+" */
  readonly target: string
  /** of the answer; null = crude */
  readonly standard: string | null
  /** of this source, in time order */
  readonly waves: readonly WaveEntry[]
  readonly first: WaveEntry
  readonly last: WaveEntry
  /** the break the answer rests on */
  readonly trendBreak: BreakEntry | null
}

export function focusOf(results: Results): Focus {
  const source = results.verdict?.primary.source ?? mainSource(results)
  const measure = results.verdict?.primary.measure ?? 'lonely'
  const own = results.breaks.filter(entry => entry.source === source && entry.measure === measure)
  const standard = results.verdict
    ? results.verdict.primary.standard
    : (own.find(entry => entry.standard !== null)?.standard ?? null)
  const waves = wavesOf(results, source)
  return {
    source,
    measure,
    target: targetOf(results, source),
    standard,
    waves,
    first: waves[0],
    last: waves.at(-1)!,
    trendBreak: own.find(entry => entry.standard === standard) ?? null,
  }
}

function mainSource(results: Results): string {
  const sources = results.waves.map(wave => wave.source)
  const source = sources.includes('gezondheidsmonitor') ? 'gezondheidsmonitor' : sources[0]
  if (source === undefined) {
    throw new EjzError('no-waves', 'these results hold no waves', 'analyse at least one wave first', 'data')
  }
  return source
}

export function wavesOf(results: Results, source: string): WaveEntry[] {
  return results.waves.filter(wave => wave.source === source).sort((a, b) => a.time - b.time)
}

function targetOf(results: Results, source: string): string {
  const targets = results.estimates.filter(e => e.source === source).map(e => e.domain.target)
  return targets.find(target => target !== 'all') ?? 'all'
}
