/**
 * Change within people, weighted for who stayed.
 *
 * Those who stayed stand for those like them who left: weight = P(stay) / p̂_i,
 * stabilised, and truncated at its 1st and 99th percentile so that no single
 * person decides. The weights are taken as known, the variance is that of a
 * weighted mean with the person as cluster. It corrects only for what the model
 * of staying knows; the bounds say what it may have missed.
 *
 * Units: those of the outcome (a proportion for yes or no).
 * Source: Robins, Hernán & Brumback (2000), Epidemiology 11, 550; Cole & Hernán (2008).
 * Checked against: R survey 4.1 svymean; quantile(type = 7).
 */
import { tQuantile } from '../core/distributions.ts'
import { dot, sum, type Vector } from '../core/linear.ts'
import { clusteredCovariance, personClusters } from './person-clusters.ts'

export interface StayWeights {
  /** one per person who stayed and has a probability */
  readonly weights: Vector
  readonly mean: number
  readonly max: number
  /** 1st and 99th percentile before truncation */
  readonly truncation: readonly [number, number]
}

/** Both vectors are those of the survivors with a probability of staying; somebody must have stayed. */
export function stayWeights(stayed: readonly boolean[], probability: Vector): StayWeights {
  const share = stayed.filter(Boolean).length / stayed.length
  const raw = probability.filter((_, i) => stayed[i]).map(p => share / p)
  const truncation = [quantile(raw, 0.01), quantile(raw, 0.99)] as const
  const weights = raw.map(weight => Math.min(Math.max(weight, truncation[0]), truncation[1]))
  return { weights, mean: sum(weights) / weights.length, max: Math.max(...weights), truncation }
}

export interface WeightedChange {
  readonly n: number
  /** at the second wave */
  readonly value: number
  readonly seValue: number | null
  readonly change: number
  readonly seChange: number | null
  readonly df: number
  readonly ci95Change: readonly [number, number] | null
  readonly reason: 'no_df' | 'no_variance' | null
}

/** One place per person in all three; all weights 1 = unweighted. */
export function weightedChange(weights: Vector, before: Vector, after: Vector): WeightedChange {
  const n = weights.length
  const total = sum(weights)
  const value = dot(weights, after) / total
  const differences = after.map((y, i) => y - before[i])
  const change = dot(weights, differences) / total
  const points = { n, value, change, df: n - 1 }
  const none = { ...points, seValue: null, seChange: null, ci95Change: null }
  if (n < 2) return { ...none, reason: 'no_df' }
  const linearised = [after.map(y => y - value), differences.map(d => d - change)].map(errors =>
    errors.map((error, i) => (weights[i] * error) / total),
  )
  const clusters = personClusters(weights.map((_, person) => ({ person })))
  const covariance = clusteredCovariance(clusters, linearised)
  const [seValue, seChange] = covariance.map((row, j) => Math.sqrt(Math.max(0, row[j])))
  if (differences.every(d => d === differences[0])) return { ...none, reason: 'no_variance' }
  const half = tQuantile(0.975, n - 1) * seChange
  return { ...points, seValue, seChange, ci95Change: [change - half, change + half], reason: null }
}

/** With linear interpolation between order statistics (type 7). */
function quantile(values: Vector, p: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * p
  const below = Math.floor(at)
  const next = sorted[Math.min(below + 1, sorted.length - 1)]
  return sorted[below] + (at - below) * (next - sorted[below])
}
