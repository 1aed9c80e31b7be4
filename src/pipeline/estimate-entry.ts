/** An estimate as it stands in the results: with its intervals, and null where nothing can be said. */
import type { Domain } from '../core/domain.ts'
import type { Estimate } from '../core/estimate.ts'
import type { EstimateEntry, WaveEntry } from '../core/results.ts'
import { intervalOf, isExtreme, reportingInterval } from '../estimate/interval.ts'
import type { PublishedEstimate } from '../estimate/published.ts'

export interface EntryAbout {
  readonly source: string
  readonly wave: WaveEntry
  readonly measure: string
  readonly kind: 'proportion' | 'mean'
  readonly domain: Domain
  readonly standard: string | null
}

export function estimateEntry(about: EntryAbout, estimate: Estimate): EstimateEntry {
  const { source, wave, measure, kind, domain, standard } = about
  const { low, high, interval, reason } = intervalOf(estimate, kind)
  return {
    source,
    wave: wave.wave,
    time: wave.time,
    instrument: wave.instrument,
    measure,
    domain: { ...domain },
    standard,
    value: estimate.value,
    se: standardError(estimate),
    df: finite(estimate.df),
    low,
    high,
    level: 0.95,
    interval,
    reporting: kind === 'proportion' ? reportingInterval(estimate) : null,
    n: estimate.n,
    nMissing: estimate.nMissing,
    events: estimate.events,
    population: estimate.population,
    deff: estimate.deff,
    neff: estimate.neff,
    shown: true,
    ...(reason === undefined ? {} : { reason }),
    flags: [],
  }
}

/** As it was published, with what could be made of its uncertainty; nothing is known of the sample but n. */
export function publishedEntry(about: EntryAbout, estimate: PublishedEstimate, cite: string): EstimateEntry {
  const { source, wave, measure, domain, standard } = about
  const { value, variance, interval, n, deff, neff, flags } = estimate
  return {
    source,
    wave: wave.wave,
    time: wave.time,
    instrument: wave.instrument,
    measure,
    domain: { ...domain },
    standard,
    value,
    se: variance === null ? null : Math.sqrt(variance),
    df: null,
    low: interval?.limits[0] ?? null,
    high: interval?.limits[1] ?? null,
    level: 0.95,
    interval: interval?.kind ?? null,
    reporting: null,
    n,
    nMissing: null,
    events: null,
    population: null,
    deff,
    neff,
    shown: true,
    ...(interval === null ? { reason: 'no_variance' } : {}),
    flags: [...flags],
    cite,
  }
}

function standardError(estimate: Estimate): number | null {
  if (estimate.value === null) return null
  return isExtreme(estimate) ? 0 : Math.sqrt(estimate.variance)
}

function finite(df: number): number | null {
  return Number.isFinite(df) ? df : null
}
