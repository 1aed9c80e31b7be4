/**
 * The waves of one source in order of time, each with its role, on the scale of the line.
 *
 * The covariance carried is that of sampling plus τ² on the diagonal, taken to
 * the scale by the delta method: two waves differ by more than their samples.
 *
 * Units: time in decimal years, p and τ in proportions, `value` on the scale.
 */
import { type Matrix, sum, type Vector } from '../core/linear.ts'
import type { Role } from '../core/study.ts'
import type { Link } from './link.ts'
import { isBefore, type Onset, roleOf } from './roles.ts'

export interface BreakWave {
  readonly wave: string
  readonly time: number
  readonly p: number
  /** as declared; absent or null = by date */
  readonly role?: Role | null
  /** first and last day in decimal years; absent = the moment `time` */
  readonly fieldwork?: readonly [number, number]
}

export interface WaveSeries {
  readonly waves: readonly PlacedWave[]
  readonly link: Link
  /** on the scale of the line */
  readonly values: Vector
  readonly covariance: Matrix
  /** of the proportions, with and without τ² */
  readonly covarianceOfP: Matrix
  readonly sampling: Matrix
  readonly tau: number
  /** positions of the waves that draw the line (pre and baseline) and of those judged by it */
  readonly pre: readonly number[]
  readonly post: readonly number[]
}

export interface PlacedWave extends BreakWave {
  readonly role: Role
}

export function waveSeries(
  waves: readonly BreakWave[],
  covariance: Matrix,
  { onset, tau, link }: { onset: Onset; tau: number; link: Link },
): WaveSeries {
  const order = [...waves.keys()].sort((a, b) => waves[a].time - waves[b].time)
  const placed = order.map(i => ({ ...waves[i], role: roleOf(waves[i].time, onset, waves[i].role) }))
  const sampling = block(covariance, order)
  const covarianceOfP = sampling.map((row, i) => row.map((v, j) => (i === j ? v + tau ** 2 : v)))
  const slopes = placed.map(wave => link.slope(wave.p))
  return {
    waves: placed,
    link,
    values: placed.map(wave => link.to(wave.p)),
    covariance: covarianceOfP.map((row, i) => row.map((v, j) => slopes[i] * v * slopes[j])),
    covarianceOfP,
    sampling,
    tau,
    pre: placed.flatMap((wave, i) => (isBefore(wave.role) ? [i] : [])),
    post: placed.flatMap((wave, i) => (wave.role === 'post' ? [i] : [])),
  }
}

/** The rows and columns of these positions, in this order. */
export function block(matrix: Matrix, positions: readonly number[]): number[][] {
  return positions.map(row => positions.map(column => matrix[row][column]))
}

/** Variance of a − b on the diagonal blocks of one covariance matrix. */
export function varianceOfDifference(covariance: Matrix, a: number, b: number): number {
  return sum([covariance[a][a], covariance[b][b], -2 * covariance[a][b]])
}
