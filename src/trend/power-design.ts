/**
 * A survey design as far as its precision goes: when, how many, and how alike.
 *
 * The variance of a wave is deff·p(1 − p)/n at one planning prevalence p, the
 * covariance of two waves their correlation times both standard errors, and τ²
 * comes on top of each wave. A panel's correlation falls off with the number
 * of waves between: ρ, ρ², ρ³ …
 *
 * Units: decimal years, respondents, proportions 0-1.
 */
import { EjzError } from '../core/error.ts'
import type { Matrix, Vector } from '../core/linear.ts'
import { definiteness } from './definiteness.ts'
import { LINKS } from './link.ts'
import { type WaveSeries, waveSeries } from './wave-series.ts'

export interface PowerDesign {
  /** ascending */
  readonly times: Vector
  /** respondents of each wave */
  readonly n: Vector
  readonly deff: Vector
  /** prevalence planned with, the same in every wave */
  readonly p: number
  /** positions of the waves that draw the line */
  readonly pre: readonly number[]
  /** position of the judged wave */
  readonly post: number
  /** start of the programme */
  readonly t0: number
  /** non-sampling standard error of a wave */
  readonly tau: number
  /** of the figures of two waves; null = other people in every wave */
  readonly correlation: Matrix | null
  /** how the line weighs the pre waves: by their precision, as a break is judged, or all alike */
  readonly line?: 'precision' | 'equal'
}

/** ρ between neighbouring waves, ρ² with one between them, and so on. */
export function serialCorrelation(waves: number, rho: number): number[][] {
  const positions = Array.from({ length: waves }, (_, i) => i)
  return positions.map(i => positions.map(j => rho ** Math.abs(i - j)))
}

/** The same number of respondents in every wave. */
export function withRespondents(design: PowerDesign, n: number): PowerDesign {
  return { ...design, n: design.times.map(() => n) }
}

export function designSeries(design: PowerDesign): WaveSeries {
  checkDesign(design)
  const { times, p, pre, post, tau, t0 } = design
  const waves = times.map((time, i) => {
    const role = pre.includes(i) ? 'pre' : i === post ? 'post' : 'transition'
    return { wave: String(i), time, p, role } as const
  })
  return waveSeries(waves, covarianceOf(design), { onset: { t0, lag: 0 }, tau, link: LINKS.identity })
}

function covarianceOf({ n, deff, p, correlation }: PowerDesign): number[][] {
  const se = n.map((respondents, i) => Math.sqrt((deff[i] * p * (1 - p)) / respondents))
  return se.map((a, i) => se.map((b, j) => (i === j ? a * a : a * b * (correlation?.[i][j] ?? 0))))
}

export function checkDesign({ times, n, deff, p, pre, post, tau, correlation }: PowerDesign): void {
  refuseUnless(p > 0 && p < 1, 'the prevalence', p, 'a proportion between 0 and 1, such as 0.55')
  for (const respondents of n)
    refuseUnless(respondents >= 1, 'the number of respondents', respondents, '1 or more')
  for (const effect of deff) refuseUnless(effect > 0, 'the design effect', effect, 'more than 0, such as 1.8')
  refuseUnless(
    tau >= 0 && tau < 1,
    'τ',
    tau,
    'a proportion from 0 on, such as 0.005 for half a percentage point',
  )
  for (const [i, time] of times.slice(1).entries()) {
    refuseUnless(time > times[i], 'the time of a wave', time, 'each wave later than the one before it')
  }
  refuseUnless(
    pre.every(i => i < post),
    'the position of the judged wave',
    post,
    'a wave after those that draw the line',
  )
  if (correlation !== null && definiteness(correlation) === 'indefinite') {
    throw new EjzError(
      'power-correlation-impossible',
      'no people can answer with these correlations between the waves',
      'give one correlation of 0 to less than 1',
      'usage',
    )
  }
}

/** Also refuses what is not a number. */
function refuseUnless(holds: boolean, what: string, value: number, wanted: string): void {
  if (holds && Number.isFinite(value)) return
  throw new EjzError('power-design-impossible', `${what} cannot be ${value}`, `give ${wanted}`, 'usage')
}
