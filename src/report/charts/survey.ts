/**
 * What the charts ask of the results: which surveys there are, and one series of one of them.
 *
 * A survey is one source with one instrument: levels of different instruments are never
 * drawn together, and estimates of a model not at all. Series keep their suppressed estimates; `drawable` leaves them out.
 */
import { domainKey } from '../../core/domain.ts'
import type { BreakEntry, EstimateEntry, Results, WaveEntry } from '../../core/results.ts'
import { comparableOnly } from './comparable.ts'

export interface Survey {
  readonly source: string
  readonly instrument: string
  /** "75+", or "all" where no target was analysed */
  readonly target: string
  /** in order of time */
  readonly waves: readonly WaveEntry[]
}

export type Shown = EstimateEntry & { readonly value: number }

export function surveys(results: Results): Survey[] {
  const target = results.estimates.find(entry => entry.domain.target !== 'all')?.domain.target ?? 'all'
  const measured = results.waves.filter(wave => wave.published?.model !== true)
  const keys = [...new Set(measured.map(wave => `${wave.source}\n${wave.instrument}`))]
  return keys.map(key => {
    const [source, instrument] = key.split('\n')
    const waves = measured
      .filter(wave => wave.source === source && wave.instrument === instrument)
      .sort((a, b) => a.time - b.time)
    return { source, instrument, target, waves }
  })
}

type Dimensions = Readonly<Record<string, string>>

/** Estimates of exactly this domain that may share an axis, in order of time. */
export function series(
  results: Results,
  survey: Survey,
  measure: string,
  standard: string | null = null,
  dimensions: Dimensions = {},
): readonly EstimateEntry[] {
  const { source, instrument, target } = survey
  const domain = domainKey({ target, ...dimensions })
  const all = seriesIndex(results).get(seriesKey({ source, instrument, measure, standard }, domain)) ?? []
  return comparableOnly(results, survey, measure, all)
}

type SeriesName = Pick<EstimateEntry, 'source' | 'instrument' | 'measure' | 'standard'>

function seriesKey({ source, instrument, measure, standard }: SeriesName, domain: string): string {
  return [source, instrument, measure, standard ?? '', domain].join('\n')
}

/** Hundreds of municipalities ask for theirs among tens of thousands of estimates: sorted out once. */
function seriesIndex({ estimates }: Results): ReadonlyMap<string, readonly EstimateEntry[]> {
  const known = indices.get(estimates)
  if (known !== undefined) return known
  const index = new Map<string, EstimateEntry[]>()
  const measured = estimates.filter(({ flags }) => !flags.includes('model_estimate'))
  for (const entry of measured.sort((a, b) => a.time - b.time)) {
    const key = seriesKey(entry, domainKey(entry.domain))
    const own = index.get(key)
    if (own === undefined) index.set(key, [entry])
    else own.push(entry)
  }
  indices.set(estimates, index)
  return index
}

const indices = new WeakMap<readonly EstimateEntry[], ReadonlyMap<string, readonly EstimateEntry[]>>()

export function isDomain(domain: Dimensions, wanted: Dimensions): boolean {
  const keys = Object.keys(domain)
  return keys.length === Object.keys(wanted).length && keys.every(key => domain[key] === wanted[key])
}

/** Levels of one dimension that occur with exactly the dimensions given, in the order of the results. */
export function levelsOf(
  results: Results,
  survey: Survey,
  dimension: string,
  others: readonly string[] = [],
): string[] {
  const wanted = ['target', dimension, ...others].sort().join()
  const levels = results.estimates
    .filter(entry => entry.source === survey.source && entry.instrument === survey.instrument)
    .filter(entry => entry.domain.target === survey.target)
    .filter(entry => Object.keys(entry.domain).sort().join() === wanted)
    .map(entry => entry.domain[dimension])
  return [...new Set(levels)]
}

export function isShown(entry: EstimateEntry): entry is Shown {
  return entry.shown && entry.value !== null
}

export function drawable(entries: readonly EstimateEntry[]): Shown[] {
  return entries.filter(isShown)
}

/** The measure the verdict is about, where this survey has it. */
export function mainMeasure(results: Results): string {
  const measure = results.verdict?.primary.measure
  return measure === undefined || measure === 'score' ? 'lonely' : measure
}

/** The standard whose series the break is judged on; null where only crude estimates are there. */
export function mainStandard(results: Results, survey: Survey): string | null {
  const measure = mainMeasure(results)
  const there = results.estimates
    .filter(entry => entry.source === survey.source && entry.measure === measure && entry.standard !== null)
    .filter(entry => isShown(entry) && isDomain(entry.domain, { target: survey.target }))
    .map(entry => entry.standard)
  const listed = results.provenance.options.standard
  const preferred = [results.verdict?.primary.standard, ...(Array.isArray(listed) ? listed : [])]
  return preferred.find(standard => standard != null && there.includes(standard)) ?? there[0] ?? null
}

export function breakOf(
  results: Results,
  survey: Survey,
  measure: string,
  standard: string | null,
): BreakEntry | undefined {
  return results.breaks.find(
    entry =>
      entry.source === survey.source &&
      entry.measure === measure &&
      entry.standard === standard &&
      isDomain(entry.domain, { target: survey.target }),
  )
}
