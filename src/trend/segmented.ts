/**
 * Two lines that meet at the start of the programme: segmented regression with a known break.
 *
 * value = β₀ + β₁(t − T₀) + β₂(t − T₀)₊, generalised least squares; β₂ is the
 * change of slope. Scatter beyond sampling error widens the intervals (φ > 1,
 * then with t); less scatter never narrows them. A version with a step at T₀
 * stands beside it. Autocorrelation is shown (Durbin-Watson), not corrected:
 * a dozen waves cannot estimate it.
 *
 * Units: slopes per year.
 * Source: Wagner et al. (2002), J. Clin. Pharm. Ther. 27, 299; coding after Bernal et al. (2017).
 * Checked against: R 4.2.
 */
import { normalQuantile, normalTwoSided, tQuantile, tTwoSided } from '../core/distributions.ts'
import { dot, type Matrix, quadraticForm, sum, type Vector } from '../core/linear.ts'
import { type LeastSquares, leastSquares } from './least-squares.ts'

export type Segmented =
  | SegmentedFit
  | { readonly kind: 'refused'; readonly reason: 'too_few_waves' | 'duplicate_times' | 'singular_covariance' }

export interface SegmentedFit {
  readonly kind: 'fitted'
  /** level at T₀, slope before, change of slope */
  readonly beta: Vector
  readonly se: Vector
  readonly Q: number
  readonly df: number
  readonly phi: number
  readonly critical: number
  readonly preSlope: SlopeEstimate
  readonly slopeChange: SlopeEstimate
  readonly postSlope: SlopeEstimate
  readonly durbinWatson: number
  /** the same with a step at T₀ as fourth coefficient; null when it cannot be told apart */
  readonly withLevelStep: { readonly beta: Vector; readonly se: Vector } | null
}

export interface SlopeEstimate {
  readonly slope: number
  readonly se: number
  readonly statistic: number
  readonly p: number
  readonly ci95: readonly [number, number]
}

export interface WavesAndStart {
  readonly times: Vector
  readonly values: Vector
  readonly covariance: Matrix
  readonly t0: number
}

export function segmented(series: WavesAndStart): Segmented {
  const { times, values, covariance, t0 } = series
  if (new Set(times).size < times.length) return { kind: 'refused', reason: 'duplicate_times' }
  if (isTooShort(times, t0)) return { kind: 'refused', reason: 'too_few_waves' }
  const fit = leastSquares(times.map(hinge(t0)), values, covariance)
  if (fit === null) return { kind: 'refused', reason: 'singular_covariance' }
  const phi = overdispersion(fit)
  const slope = slopeOf(fit, phi)
  return {
    kind: 'fitted',
    ...coefficients(fit),
    Q: fit.Q,
    df: fit.df,
    phi,
    critical: phi > 1 ? tQuantile(0.975, fit.df) : normalQuantile(0.975),
    preSlope: slope([0, 1, 0]),
    slopeChange: slope([0, 0, 1]),
    postSlope: slope([0, 1, 1]),
    durbinWatson: durbinWatson(series, fit.residuals),
    withLevelStep: withLevelStep(series),
  }
}

/** At least three waves before and two after: each side needs its slope, and one wave to spare. */
function isTooShort(times: Vector, t0: number): boolean {
  const before = times.filter(time => time < t0).length
  return before < 3 || times.length - before < 2
}

function hinge(t0: number): (time: number) => number[] {
  return time => [1, time - t0, Math.max(0, time - t0)]
}

function overdispersion(fit: LeastSquares): number {
  return fit.df > 0 ? Math.max(1, fit.Q / fit.df) : 1
}

function coefficients(fit: LeastSquares): { beta: Vector; se: Vector } {
  const phi = overdispersion(fit)
  return { beta: fit.beta, se: fit.beta.map((_, i) => Math.sqrt(fit.covariance[i][i] * phi)) }
}

function slopeOf(fit: LeastSquares, phi: number): (contrast: Vector) => SlopeEstimate {
  const scattered = phi > 1
  const critical = scattered ? tQuantile(0.975, fit.df) : normalQuantile(0.975)
  return contrast => {
    const slope = dot(contrast, fit.beta)
    const se = Math.sqrt(quadraticForm(contrast, fit.covariance) * phi)
    const statistic = slope / se
    const p = scattered ? tTwoSided(statistic, fit.df) : normalTwoSided(statistic)
    return { slope, se, statistic, p, ci95: [slope - critical * se, slope + critical * se] }
  }
}

/** Of the residuals in standard errors, in order of time; about 2 without autocorrelation. */
function durbinWatson({ times, covariance }: WavesAndStart, residuals: Vector): number {
  const order = [...times.keys()].sort((a, b) => times[a] - times[b])
  const standard = order.map(i => residuals[i] / Math.sqrt(covariance[i][i]))
  const steps = standard.slice(1).map((residual, i) => residual - standard[i])
  return sum(steps.map(step => step ** 2)) / sum(standard.map(residual => residual ** 2))
}

function withLevelStep({ times, values, covariance, t0 }: WavesAndStart) {
  const design = times.map(time => [...hinge(t0)(time), time >= t0 ? 1 : 0])
  const fit = leastSquares(design, values, covariance)
  return fit && coefficients(fit)
}
