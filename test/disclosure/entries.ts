/** Results with nothing but estimates, made from counts, for tests. */
import { type EstimateEntry, type Results, SCHEMA_VERSION } from '../../src/core/results.ts'

export interface Made {
  readonly domain: EstimateEntry['domain']
  readonly n: number
  readonly events: number | null
  readonly measure?: string
  readonly standard?: string | null
  readonly wave?: string
}

/** As reliable as can be, so that only counts decide. */
export function entry({ domain, n, events, ...about }: Made): EstimateEntry {
  const value = n === 0 || events === null ? null : events / n
  return {
    source: 'microdata',
    wave: '1',
    time: 2020,
    instrument: 'djg11',
    measure: 'lonely',
    standard: null,
    ...about,
    domain,
    value,
    se: 0.001,
    df: 1000,
    low: value,
    high: value,
    level: 0.95,
    interval: 'logit',
    reporting: value === null ? null : { low: value, high: value },
    n,
    nMissing: 0,
    events,
    population: 10 * n,
    deff: 1,
    neff: n,
    shown: true,
    flags: [],
  }
}

export function resultsOf(estimates: readonly EstimateEntry[], more: Partial<Results> = {}): Results {
  return {
    $schema: 'results.schema.json',
    schemaVersion: SCHEMA_VERSION,
    title: 'test',
    language: 'nl',
    synthetic: true,
    waves: [],
    register: [],
    comparability: [],
    bridges: [],
    estimates: [...estimates],
    changes: [],
    trends: [],
    decompositions: [],
    panel: [],
    timeLag: [],
    breaks: [],
    verdict: null,
    power: [],
    projections: [],
    process: [],
    scale: [],
    warnings: [],
    provenance: { ejz: '0', engine: '0', options: {}, studySha256: null, report: {} },
    ...more,
  }
}

/** "lonely 75+ 90+ male" → reason, of what is hidden. */
export function hiddenOf({ estimates }: Results): Record<string, string> {
  return Object.fromEntries(
    estimates
      .filter(({ shown }) => !shown)
      .map(({ measure, domain, standard, reason }) => [
        [measure, ...Object.values(domain), ...(standard === null ? [] : [standard])].join(' '),
        reason ?? '',
      ]),
  )
}
