/**
 * Disclosure control over the assembled results: the last step, so that no
 * renderer can pass it by.
 *
 * An estimate is hidden for its own sake (respondents, events, reliability) or
 * because another one could be computed from it; then whatever rests on hidden
 * estimates goes too. Hidden figures are null, in every output. Guarded is exact
 * computation inside one source and wave: tables of the target and of all
 * respondents, their crossings and margins, differences of nested ones, all
 * measures of a domain, crude and standardised values. Not guarded: narrow
 * bounds, other editions, other publications.
 *
 * Source: the method paper, part 10; Statistics Netherlands' rule of 100.
 */
import type { EstimateEntry, ReliabilityEntry, Results } from '../core/results.ts'
import type { Warning } from '../core/warning.ts'
import { discloseBridges } from './bridges.ts'
import { discloseChange, discloseDecomposition, discloseTrend } from './dependents.ts'
import { fatesOf } from './fate.ts'
import { groupBy } from './group-by.ts'
import { discloseBreak, discloseVerdict } from './judgement.ts'
import type { Unprinted } from './measure-tables.ts'
import { type DisclosureRules, presentationOf, type Reason } from './own-reason.ts'
import { disclosePower } from './power.ts'
import { discloseProjection } from './projections.ts'
import { isPublished, publishedMarks } from './published.ts'
import { waveReasons } from './wave-reasons.ts'

export function disclose(
  results: Results,
  rules: DisclosureRules,
  unprinted: readonly Unprinted[] = [],
): Results {
  const reasons = reasonsOf(results.estimates, unprinted, rules)
  const fates = fatesOf(results.estimates, reasons, unprinted, rules)
  const breaks = results.breaks.map(entry => discloseBreak(entry, fates))
  const estimates = results.estimates.map(entry => discloseEstimate(entry, reasons.get(entry), rules))
  return {
    ...results,
    estimates,
    bridges: discloseBridges(results.bridges, estimates, rules),
    changes: results.changes.map(entry => discloseChange(entry, fates)),
    trends: results.trends.map(entry => discloseTrend(entry, fates)),
    decompositions: results.decompositions.map(entry => discloseDecomposition(entry, fates)),
    projections: results.projections.map(entry => discloseProjection(entry, fates)),
    breaks,
    power: results.power.map(entry => disclosePower(entry, fates)),
    verdict: results.verdict === null ? null : discloseVerdict(results.verdict, breaks),
    scale: results.scale.filter(entry => hasEnough(entry, rules)),
    warnings: [...results.warnings, ...suppressed(results.estimates, reasons)],
  }
}

function reasonsOf(
  entries: readonly EstimateEntry[],
  unprinted: readonly Unprinted[],
  rules: DisclosureRules,
): Map<EstimateEntry, Reason> {
  const waveOf = ({ source, wave }: { readonly source: string; readonly wave: string }) =>
    JSON.stringify([source, wave])
  const cells = groupBy(unprinted, waveOf)
  const surveyed = entries.filter(entry => !isPublished(entry))
  const waves = groupBy(surveyed, waveOf)
  return new Map([...waves].flatMap(([wave, own]) => [...waveReasons(own, cells.get(wave) ?? [], rules)]))
}

function surveyedMarks(entry: EstimateEntry, rules: DisclosureRules) {
  return entry.shown ? (presentationOf(entry, rules)?.flags ?? []) : []
}

function discloseEstimate(
  entry: EstimateEntry,
  reason: Reason | undefined,
  rules: DisclosureRules,
): EstimateEntry {
  if (reason === undefined) {
    const flags = isPublished(entry) ? publishedMarks(entry, rules) : surveyedMarks(entry, rules)
    return flags.length === 0 ? entry : { ...entry, flags: [...new Set([...entry.flags, ...flags])] }
  }
  return {
    ...entry,
    value: null,
    se: null,
    df: null,
    low: null,
    high: null,
    interval: null,
    reporting: null,
    n: null,
    nMissing: null,
    events: null,
    population: null,
    deff: null,
    neff: null,
    shown: false,
    reason,
  }
}

/** The prevalence of an item is a percentage of these respondents too. */
function hasEnough({ n }: ReliabilityEntry, { minN }: DisclosureRules): boolean {
  return n >= minN
}

function suppressed(
  entries: readonly EstimateEntry[],
  reasons: ReadonlyMap<EstimateEntry, Reason>,
): Warning[] {
  const hidden = groupBy(reasons.keys(), ({ source, wave }) => JSON.stringify([source, wave]))
  return [...hidden.values()].map(own => {
    const [{ source, wave }] = own
    const all = entries.filter(entry => entry.source === source && entry.wave === wave).length
    return {
      code: 'suppressed',
      message: `${own.length} of ${all} estimates are not shown`,
      source,
      wave,
      count: own.length,
    }
  })
}
