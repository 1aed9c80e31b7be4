/**
 * Weighted means of several groups of records of a panel, with their full covariance.
 *
 * ȳ = Σ w y / Σ w over the records with an outcome; linearised values w(y − ȳ)/Σw
 * are clustered on the person, so that groups of different waves that share
 * people covary.
 *
 * Units: those of the outcome. An empty group has no value and variance 0.
 * Source: Korn & Graubard (1999), Analysis of Health Surveys, ch. 2-3.
 * Checked against: R survey 4.1, svyby(covmat = TRUE), svydesign(ids = ~id).
 */
import type { Matrix } from '../core/linear.ts'
import { clusteredCovariance, type PersonClusters } from './person-clusters.ts'

export interface DomainMean {
  /** records with an outcome */
  readonly n: number
  /** Σ weight of those */
  readonly population: number
  readonly value: number | null
  /** Σ w(y − ȳ)² / Σ w · n/(n − 1); null below two records */
  readonly spread: number | null
}

export interface DomainMeans {
  readonly means: readonly DomainMean[]
  readonly covariance: Matrix
}

/** `domains` holds the positions of the records of each group. */
export function domainMeans(
  clusters: PersonClusters,
  weight: ArrayLike<number>,
  outcome: ArrayLike<number | null>,
  domains: readonly (readonly number[])[],
): DomainMeans {
  const members = domains.map(records => records.filter(i => outcome[i] !== null))
  const means = members.map(records => meanOf(records, weight, outcome))
  const linearised = members.map((records, a) => {
    const values = new Float64Array(clusters.person.length)
    const { value, population } = means[a]
    for (const i of records) values[i] = (weight[i] * ((outcome[i] ?? 0) - (value ?? 0))) / population
    return values
  })
  return { means, covariance: clusteredCovariance(clusters, linearised) }
}

function meanOf(
  records: readonly number[],
  weight: ArrayLike<number>,
  outcome: ArrayLike<number | null>,
): DomainMean {
  const n = records.length
  let [population, total] = [0, 0]
  for (const i of records) {
    population += weight[i]
    total += weight[i] * (outcome[i] ?? 0)
  }
  if (n === 0) return { n, population, value: null, spread: null }
  const value = total / population
  let squares = 0
  for (const i of records) squares += weight[i] * ((outcome[i] ?? 0) - value) ** 2
  return { n, population, value, spread: n < 2 ? null : ((squares / population) * n) / (n - 1) }
}
