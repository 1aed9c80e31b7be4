/**
 * Internal consistency of 0/1 items: alpha, alpha without an item, item-rest correlation.
 *
 * alpha = k/(k − 1) · (1 − Σ var(item) / var(score)). With the n − 1 covariance
 * throughout this equals KR-20 with p(1 − p) and the n variance, so one number
 * answers to both names; p(1 − p) over the n − 1 variance would be slightly higher.
 * Covariances stand here times n²: integers, so that no variance is exact.
 *
 * Source: Cronbach (1951); Kuder & Richardson (1937), formula 20.
 * Checked against: R psych 2.2, alpha(); mokken 3.1.2, check.reliability().
 */
import { type Matrix, sum } from '../core/linear.ts'
import type { JointCounts } from './joint-counts.ts'

/** n² times the covariance of every pair of items, its diagonal the variances. */
export function covariances({ n, both }: JointCounts): number[][] {
  return both.map((row, a) => row.map((count, b) => n * count - both[a][a] * both[b][b]))
}

export function alpha(covariance: Matrix): number | null {
  const k = covariance.length
  const ofItems = sum(covariance.map((row, item) => row[item]))
  const ofScore = sum(covariance.flat())
  return k < 2 || ofScore === 0 ? null : (k / (k - 1)) * (1 - ofItems / ofScore)
}

export function alphaIfDropped(covariance: Matrix, dropped: number): number | null {
  const rest = (_: unknown, item: number) => item !== dropped
  return alpha(covariance.filter(rest).map(row => row.filter(rest)))
}

/** Correlation of an item with the score of the other items. */
export function itemRest(covariance: Matrix, item: number): number | null {
  const own = covariance[item][item]
  const withScore = sum(covariance[item])
  const ofRest = sum(covariance.flat()) - 2 * withScore + own
  return own === 0 || ofRest === 0 ? null : (withScore - own) / Math.sqrt(own * ofRest)
}
