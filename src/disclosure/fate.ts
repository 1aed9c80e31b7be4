/**
 * What became of each estimate, for the figures that rest on it: shown, hidden to
 * keep people unrecognised, or hidden as too uncertain.
 */
import { type Domain, domainKey } from '../core/domain.ts'
import type { EstimateEntry } from '../core/results.ts'
import type { Unprinted } from './measure-tables.ts'
import { type DisclosureRules, hasFewEvents, type Reason } from './own-reason.ts'

export type Fate = 'shown' | 'confidential' | 'unreliable'

export interface Fates {
  /** undefined where there is no such estimate, or nothing happened to it */
  of(series: SeriesName, wave: string, domain?: Domain): Fate | undefined
  /** the crude cells of one measure and wave that have a domain, printed ones only */
  printed(series: SeriesName, wave: string): readonly { readonly domain: Domain; readonly fate: Fate }[]
}

export type SeriesName = Pick<EstimateEntry, 'source' | 'measure' | 'domain' | 'standard'>

const UNRELIABLE: readonly Reason[] = ['suppressed_neff', 'suppressed_width', 'suppressed_relative_width']

export function fatesOf(
  entries: readonly EstimateEntry[],
  reasons: ReadonlyMap<EstimateEntry, Reason>,
  unprinted: readonly Unprinted[],
  rules: DisclosureRules,
): Fates {
  const fates = new Map<string, Fate>()
  const cells = new Map<string, { domain: Domain; fate: Fate }[]>()
  for (const cell of unprinted) {
    const small = cell.n > 0 && (cell.n < rules.minN || hasFewEvents(cell, rules))
    fates.set(keyOf({ ...cell, standard: null }, cell.wave, cell.domain), small ? 'confidential' : 'shown')
  }
  for (const entry of entries) {
    const fate = fateOf(entry, reasons.get(entry))
    // of those that are shown only cells of an age are asked for
    if (fate === 'shown' && entry.domain.age === undefined) continue
    fates.set(keyOf(entry, entry.wave, entry.domain), fate)
    if (entry.standard !== null) continue
    const group = tableOf(entry, entry.wave)
    const known = cells.get(group)
    if (known === undefined) cells.set(group, [{ domain: entry.domain, fate }])
    else known.push({ domain: entry.domain, fate })
  }
  return {
    of: (series, wave, domain = series.domain) => fates.get(keyOf(series, wave, domain)),
    printed: (series, wave) => cells.get(tableOf(series, wave)) ?? [],
  }
}

function fateOf({ shown }: EstimateEntry, reason: Reason | undefined): Fate {
  if (reason === undefined) return shown ? 'shown' : 'confidential'
  return UNRELIABLE.includes(reason) ? 'unreliable' : 'confidential'
}

function tableOf({ source, measure }: Pick<SeriesName, 'source' | 'measure'>, wave: string): string {
  return JSON.stringify([source, measure, wave])
}

function keyOf(series: Omit<SeriesName, 'domain'>, wave: string, domain: Domain): string {
  return JSON.stringify([series.source, series.measure, wave, series.standard, domainKey(domain)])
}
