/**
 * What may stand on one axis, in one line or in one mean, and why not.
 *
 * Waves are put together only with the same instrument, the same cut-off of that
 * measure and the same youngest age where the people asked about reach below it;
 * different studies only when they are also about the same area and kind of
 * people. A model's estimates and those of a sample never. Nothing is converted.
 *
 * Source: method paper, part 8.
 */

import type { Refusal } from '../core/comparison-schema.ts'
import type { Domain } from '../core/domain.ts'
import type { ComparableEntry, EstimateEntry, WaveEntry } from '../core/results.ts'
import { factsOf, fromAgeOf } from '../core/source-facts.ts'

/** Are all these waves one series for this measure, among these people? */
export function sameInstrument(waves: readonly WaveEntry[], measure: string, domain: Domain): boolean {
  return refusalsAmong(waves, measure, domain).length === 0
}

/** Every reason for which some two of these waves may not be compared. */
export function refusalsAmong(waves: readonly WaveEntry[], measure: string, domain: Domain): Refusal[] {
  return [
    ...new Set(
      waves.flatMap((a, i) => waves.slice(i + 1).flatMap(b => refusalReasons(a, b, measure, domain))),
    ),
  ]
}

/** Why two waves may not be put on one axis; nothing when they may. */
export function refusalReasons(a: WaveEntry, b: WaveEntry, measure: string, domain: Domain): Refusal[] {
  const sameStudy = a.source === b.source
  const tests: readonly (readonly [Refusal, boolean])[] = [
    ['instrument', a.instrument !== b.instrument],
    ['cutoff', a.instrument === b.instrument && cutoffOf(a, measure) !== cutoffOf(b, measure)],
    ['age_floor', !reachesAll([a, b], domain) && floorsDiffer(a, b)],
    ['area', !sameStudy && areaOf(a) !== areaOf(b)],
    ['population', !sameStudy && peopleOf(a) !== peopleOf(b)],
    ['estimates', (a.published?.model ?? false) !== (b.published?.model ?? false)],
  ]
  return tests.filter(([, differ]) => differ).map(([reason]) => reason)
}

/** What a broken series says of itself. */
export const SERIES_BREAKS: Readonly<Record<Refusal, string>> = {
  instrument: 'instrument_change',
  cutoff: 'cutoff_change',
  age_floor: 'population_differs',
  area: 'population_differs',
  population: 'population_differs',
  estimates: 'estimates_differ',
}

/** For each measure, among the target and among all: the sets that go together and what keeps them apart. */
export function comparableEntries(
  waves: readonly WaveEntry[],
  estimates: readonly Measured[],
): ComparableEntry[] {
  const totals = estimates.filter(
    ({ domain, standard }) => standard === null && Object.keys(domain).length === 1,
  )
  const kinds = new Map(
    totals.map(({ measure, domain }) => [`${measure}\n${domain.target}`, { measure, domain }]),
  )
  const measured = new Set(totals.map(estimate => keyOf(estimate.measure, estimate.domain.target, estimate)))
  return [...kinds.values()].map(({ measure, domain }) =>
    comparableOf(
      waves.filter(wave => measured.has(keyOf(measure, domain.target, wave))),
      measure,
      domain,
    ),
  )
}

type Measured = Pick<EstimateEntry, 'source' | 'wave' | 'measure' | 'domain' | 'standard'>

/** The youngest the wave is about: as known of the study, unless its file begins later; null when nothing tells. */
export function floorOf({ source, fieldwork, ageRange }: WaveEntry): Floor | null {
  const known = fromAgeOf(source, Number(fieldwork[0].slice(0, 4)))
  const seen = ageRange?.[0] ?? null
  if (known !== null && (seen === null || seen <= known + CHANCE)) return { age: known, known: true }
  return seen === null ? null : { age: seen, known: false }
}

export interface Floor {
  readonly age: number
  /** of the study; otherwise the youngest in the data */
  readonly known: boolean
}

/** The youngest in the data may by chance be a year older than the youngest asked for. */
export const CHANCE = 1

export function floorsDiffer(a: WaveEntry, b: WaveEntry): boolean {
  const [one, other] = [floorOf(a), floorOf(b)]
  if (one === null || other === null) return false
  return Math.abs(one.age - other.age) > (one.known && other.known ? 0 : CHANCE)
}

/** What `severe` stands for: the manual's cut-off of the scale, or a label whose cut-off was not published. */
export function severeDefinition({ source, instrument, published }: WaveEntry): string {
  return published !== undefined && factsOf(source)?.severeLabel ? 'strong' : instrument
}

function cutoffOf(wave: WaveEntry, measure: string): string | number {
  // a cut-off that nobody said is like no other
  if (measure === 'emotional' || measure === 'social') return wave.subscaleCutoff ?? `unknown ${wave.wave}`
  return measure === 'severe' ? severeDefinition(wave) : wave.instrument
}

/** Whether the people asked about are all old enough to be in each of these waves. */
function reachesAll(waves: readonly WaveEntry[], domain: Domain): boolean {
  const lowest = youngestOf(domain)
  return waves.every(wave => {
    const floor = floorOf(wave)
    return floor === null || floor.age <= lowest + (floor.known ? 0 : CHANCE)
  })
}

/** The youngest of a domain: of its age band, else of its target. */
function youngestOf({ target, age }: Domain): number {
  const band = /^(\d+)[-+]/.exec(age ?? target)
  return band === null ? 0 : Number(band[1])
}

function areaOf({ source }: WaveEntry): string {
  return factsOf(source)?.area ?? source
}

function peopleOf({ source }: WaveEntry): string {
  return factsOf(source)?.frame ?? source
}

function comparableOf(waves: readonly WaveEntry[], measure: string, domain: Domain): ComparableEntry {
  const sets: WaveEntry[][] = []
  for (const wave of waves) {
    const fitting = sets.find(set => set.every(one => sameInstrument([one, wave], measure, domain)))
    if (fitting === undefined) sets.push([wave])
    else fitting.push(wave)
  }
  const groups = sets.map(bySource)
  const refusals = groups.flatMap((one, i) =>
    groups.slice(i + 1).flatMap(other =>
      one.flatMap(a =>
        other.flatMap(b => {
          const reasons = between(a, b, measure, domain)
          return reasons.length === 0 ? [] : [{ a: membersOf(a), b: membersOf(b), reasons }]
        }),
      ),
    ),
  )
  return {
    measure,
    domain: { ...domain, target: domain.target },
    comparableSets: groups.map(group => group.map(membersOf)),
    refusals,
  }
}

function between(a: readonly WaveEntry[], b: readonly WaveEntry[], measure: string, domain: Domain) {
  return [...new Set(a.flatMap(one => b.flatMap(other => refusalReasons(one, other, measure, domain))))]
}

function bySource(waves: readonly WaveEntry[]): WaveEntry[][] {
  return [...new Set(waves.map(({ source }) => source))].map(source =>
    waves.filter(wave => wave.source === source),
  )
}

function membersOf(waves: readonly WaveEntry[]): ComparableEntry['refusals'][number]['a'] {
  return { source: waves[0].source, waves: waves.map(({ wave }) => wave) }
}

function keyOf(
  measure: string,
  target: string,
  { source, wave }: { readonly source: string; readonly wave: string },
): string {
  return [measure, target, source, wave].join('\n')
}
