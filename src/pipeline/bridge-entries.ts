/**
 * The 11 and the 6 items on the same people, wave by wave, and what the first of
 * these bridges makes of the 6 items of the other waves.
 *
 * Only within one source: the people, their ages and the way of asking differ
 * between studies, and no crosswalk removes that. No part of any verdict.
 */
import type { Crosswalk } from '../core/comparison-schema.ts'
import type { BridgeEntry, EstimateEntry } from '../core/results.ts'
import type { Study } from '../core/study.ts'
import { bridge, type CrossTable, effective, roganGladen } from '../scale/bridge.ts'
import { targetLabel } from './domain-tables.ts'

export interface BridgeWave {
  readonly spec: { readonly source: string; readonly wave: string; readonly panel: boolean }
  readonly bridge: CrossTable | null
}

/** Those of one source in order of time. */
export function bridgeEntries(
  study: Study,
  waves: readonly BridgeWave[],
  estimates: readonly EstimateEntry[],
): BridgeEntry[] {
  const sources = [...new Set(waves.map(({ spec }) => spec.source))]
  return sources.flatMap(source =>
    ofSource(
      study,
      waves.filter(({ spec }) => spec.source === source),
      estimates,
    ),
  )
}

function ofSource(
  study: Study,
  waves: readonly BridgeWave[],
  estimates: readonly EstimateEntry[],
): BridgeEntry[] {
  const domain = { target: targetLabel(study) }
  const first = waves.find(wave => wave.bridge !== null)
  return waves.flatMap(wave => {
    if (wave.bridge === null) return []
    const { both, only11, only6, neither } = wave.bridge
    return [
      {
        source: wave.spec.source,
        wave: wave.spec.wave,
        domain,
        indicative: true as const,
        ...bridge(wave.bridge),
        counts: { both: both.n, only11: only11.n, only6: only6.n, neither: neither.n },
        crosswalks: wave === first ? crosswalks(wave.bridge, wave, waves, estimates) : [],
        shown: true,
      },
    ]
  })
}

function crosswalks(
  table: CrossTable,
  from: BridgeWave,
  waves: readonly BridgeWave[],
  estimates: readonly EstimateEntry[],
): Crosswalk[] {
  return waves.flatMap(to => {
    const short = to === from ? null : shortPrevalence(to, estimates)
    const found = short === null ? null : roganGladen(table, short)
    if (short === null || found === null) return []
    const samePeople = from.spec.panel && to.spec.panel
    return [
      {
        wave: to.spec.wave,
        p6: short.p6,
        p11: found.p11,
        se: samePeople ? null : found.se,
        observed: to.bridge === null ? null : bridge(to.bridge).p11,
      },
    ]
  })
}

/** By the 6 of the 11 items, else by the 6 items that were asked. */
function shortPrevalence({ spec, bridge: table }: BridgeWave, estimates: readonly EstimateEntry[]) {
  if (table !== null) {
    const { both, only11, only6, neither } = table
    const { p6 } = bridge(table)
    return p6 === null ? null : { p6, neff: effective(both, only11, only6, neither) }
  }
  const asked = estimates.find(
    ({ source, wave, instrument, measure, standard, domain }) =>
      source === spec.source &&
      wave === spec.wave &&
      instrument === 'djg6' &&
      measure === 'lonely' &&
      standard === null &&
      domain.target !== 'all' &&
      Object.keys(domain).length === 1,
  )
  return asked?.value == null || asked.neff == null ? null : { p6: asked.value, neff: asked.neff }
}
