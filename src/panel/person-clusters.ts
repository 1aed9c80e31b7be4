/**
 * Covariance of statistics of a panel, with the person as the unit of sampling.
 *
 * Each statistic is given by what every record adds to its error (its linearised
 * value); the records of a person are added up before they are squared, so that
 * whatever the waves share through the same people is in the covariance:
 * cov_ab = Σ_h n_h/(n_h − 1) Σ_j (u^a_hj − ū^a_h)(u^b_hj − ū^b_h), n_h all persons
 * of the stratum, also those who add nothing.
 *
 * Units: those of the statistics, squared.
 * Source: Korn & Graubard (1999), Analysis of Health Surveys, ch. 2-3; Binder (1983).
 * Checked against: R survey 4.1, svydesign(ids = ~id).
 */
import { EjzError } from '../core/error.ts'
import type { LonelyPsu } from '../core/estimate.ts'
import { type PersonId, personCodes } from './person-codes.ts'

export interface PersonClusters {
  /** of each record, from 0 */
  readonly person: ArrayLike<number>
  readonly persons: number
  /** of each person, from 0 */
  readonly stratum: ArrayLike<number>
  /** persons by stratum */
  readonly sizes: readonly number[]
  readonly lonelyPsu: LonelyPsu
}

export interface ClusterRecord {
  readonly person: PersonId
  /** of the person, the same in all waves; left out = one stratum */
  readonly stratum?: string
}

export function personClusters(
  records: readonly ClusterRecord[],
  lonelyPsu: LonelyPsu = 'adjust',
): PersonClusters {
  const { person, persons } = personCodes(records.map(record => record.person))
  const strata = personCodes(records.map(record => record.stratum ?? ''))
  const stratum = new Int32Array(persons).fill(-1)
  for (const [i, own] of person.entries()) {
    if (stratum[own] >= 0 && stratum[own] !== strata.person[i]) throw movedBetweenStrata(records[i])
    stratum[own] = strata.person[i]
  }
  const sizes = new Array<number>(strata.persons).fill(0)
  for (const h of stratum) sizes[h] += 1
  if (lonelyPsu === 'fail' && sizes.includes(1)) throw lonely(sizes)
  return { person, persons, stratum, sizes, lonelyPsu }
}

/** What each record adds to the error of a statistic; null = nothing. */
export type Linearised = ArrayLike<number | null>

/** `linearised[a][i]` is what record i adds to the error of statistic a. */
export function clusteredCovariance(clusters: PersonClusters, linearised: readonly Linearised[]): number[][] {
  const { sizes, lonelyPsu } = clusters
  const totals = linearised.map(values => centredTotals(clusters, values))
  const proper = sizes.filter(size => size > 1).length
  const average = lonelyPsu === 'average' && proper > 0 ? sizes.length / proper : 1
  const scale = sizes.map(size => {
    if (size === 1) return lonelyPsu === 'adjust' ? 1 : 0
    return (average * size) / (size - 1)
  })
  const covariance = (a: Float64Array, b: Float64Array) => {
    let total = 0
    for (let j = 0; j < a.length; j++) total += scale[clusters.stratum[j]] * a[j] * b[j]
    return total
  }
  const lower = totals.map((a, i) => totals.slice(0, i + 1).map(b => covariance(a, b)))
  return totals.map((_, i) => totals.map((_, j) => lower[Math.max(i, j)][Math.min(i, j)]))
}

/** Per person, less the mean of the stratum; a person alone in a stratum is left as it is. */
function centredTotals(
  { person, persons, stratum, sizes }: PersonClusters,
  values: Linearised,
): Float64Array {
  const totals = new Float64Array(persons)
  for (let i = 0; i < values.length; i++) totals[person[i]] += values[i] ?? 0
  const means = new Array<number>(sizes.length).fill(0)
  for (let j = 0; j < persons; j++) means[stratum[j]] += totals[j] / sizes[stratum[j]]
  for (let j = 0; j < persons; j++) if (sizes[stratum[j]] > 1) totals[j] -= means[stratum[j]]
  return totals
}

/** Persons who add something, less their strata. */
export function clusteredDf(
  { person, persons, stratum }: PersonClusters,
  counts: (record: number) => boolean,
): number {
  const met = new Uint8Array(persons)
  for (let i = 0; i < person.length; i++) if (counts(i)) met[person[i]] = 1
  const strata = new Set<number>()
  for (let j = 0; j < persons; j++) if (met[j] === 1) strata.add(stratum[j])
  return met.reduce((total, one) => total + one, 0) - strata.size
}

function movedBetweenStrata({ person }: ClusterRecord): EjzError {
  return new EjzError(
    'stratum-changes',
    `person ${person} is in two strata of the panel`,
    'give each person the stratum in which it was drawn, the same in all waves',
  )
}

function lonely(sizes: readonly number[]): EjzError {
  return new EjzError(
    'lonely-psu',
    `${sizes.filter(size => size === 1).length} strata of the panel have one person`,
    'join strata, or choose another rule with design.lonelyPsu',
  )
}
