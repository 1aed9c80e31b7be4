/**
 * Broken line with unknown joinpoints through a yearly series: exploratory.
 *
 * Grid search over the observed times for 0, 1, … joinpoints by weighted sum
 * of squares, chosen by WBIC. It looks for a break anywhere, so that a break
 * it finds supports the programme only if the interval of that joinpoint
 * reaches into the first two years after the start. Below seven observations
 * it refuses.
 *
 * Units: decimal years; slopes per year on the scale of the values.
 * Source: Kim et al. (2000), Stat. Med. 19, 335; Lerman (1980), Appl. Stat. 29, 77.
 * Checked against: R 4.2.
 */
import { fQuantile } from '../core/distributions.ts'
import { diagonal, dot, quadraticForm, type Vector } from '../core/linear.ts'
import { hingeBasis, hingeDesign, sumOfSquaresLeft } from './hinge-basis.ts'
import {
  type Criteria,
  criteria,
  standardErrors,
  standardised,
  type YearlySeries,
} from './joinpoint-criteria.ts'
import { joinpointChoices, maxJoinpoints, SPACING, type Spacing } from './joinpoint-grid.ts'
import { leastSquares } from './least-squares.ts'

export type Joinpoint =
  | JoinpointFit
  | { readonly kind: 'refused'; readonly reason: 'too_few_observations' | 'duplicate_times' | 'no_variance' }

export interface JoinpointFit {
  readonly kind: 'fitted'
  /** the best fit for each number of joinpoints, from 0 */
  readonly models: readonly JoinpointModel[]
  readonly selected: { readonly bic: number; readonly bic3: number; readonly wbic: number }
}

export interface JoinpointModel extends Criteria {
  readonly joinpoints: Vector
  readonly sse: number
  /** per joinpoint the observed times that fit nearly as well (95 %) */
  readonly ci95: readonly Vector[]
  /** level at time 0, first slope, change of slope at each joinpoint */
  readonly beta: Vector
  readonly slopes: readonly { readonly slope: number; readonly se: number }[]
  readonly slopeChanges: readonly { readonly slope: number; readonly se: number }[]
  /** mean slope over the whole period */
  readonly averageAnnualChange: { readonly slope: number; readonly se: number }
}

export interface JoinpointOptions {
  readonly spacing?: Spacing
  /** at most what the number of observations bears */
  readonly max?: number
}

export function joinpoint(
  series: YearlySeries,
  { spacing = SPACING, max = Infinity }: JoinpointOptions = {},
): Joinpoint {
  if (series.times.length < 7) return { kind: 'refused', reason: 'too_few_observations' }
  const ordered = inOrder(series)
  if (ordered.times.some((time, i) => time === ordered.times[i - 1])) {
    return { kind: 'refused', reason: 'duplicate_times' }
  }
  if (!ordered.variances.every(variance => variance > 0)) return { kind: 'refused', reason: 'no_variance' }
  const most = Math.min(max, maxJoinpoints(series.times.length, spacing))
  const models = Array.from({ length: most + 1 }, (_, count) => bestModel(ordered, count, spacing))
  const smallest = (of: (model: JoinpointModel) => number) =>
    models.map(of).indexOf(Math.min(...models.map(of)))
  const selected = {
    bic: smallest(model => model.bic),
    bic3: smallest(model => model.bic3),
    wbic: smallest(model => model.wbic),
  }
  return { kind: 'fitted', models, selected }
}

/** Does a joinpoint's interval reach into the first two years of the programme? */
export function coincidesWithStart(interval: Vector, t0: number): boolean {
  return interval.some(time => time >= t0 && time <= t0 + 2)
}

function inOrder({ times, values, variances }: YearlySeries): YearlySeries {
  const order = [...times.keys()].sort((a, b) => times[a] - times[b])
  const sorted = (column: Vector) => order.map(i => column[i])
  return { times: sorted(times), values: sorted(values), variances: sorted(variances) }
}

function bestModel(series: YearlySeries, count: number, spacing: Spacing): JoinpointModel {
  const { times } = series
  const z = standardised(series)
  const tried = joinpointChoices(times.length, count, spacing).map(choice => {
    const joinpoints = choice.map(i => times[i])
    return { joinpoints, sse: sumOfSquaresLeft(hingeBasis(times, standardErrors(series), joinpoints), z) }
  })
  const best = tried.reduce((a, b) => (b.sse < a.sse ? b : a))
  const df = times.length - 2 * count - 2
  const limit = best.sse * (1 + fQuantile(0.95, 1, df) / df)
  const near = tried.filter(candidate => candidate.sse <= limit)
  const ci95 = best.joinpoints.map((_, j) => distinct(near.map(candidate => candidate.joinpoints[j])))
  return {
    ...best,
    ...criteria(series, best.joinpoints, best.sse),
    ci95,
    ...slopesOf(series, best.joinpoints),
  }
}

function distinct(times: Vector): number[] {
  return [...new Set(times)].sort((a, b) => a - b)
}

/** Slopes of the segments with standard errors widened by scatter beyond the variances. */
function slopesOf(series: YearlySeries, joinpoints: Vector) {
  const { times, values, variances } = series
  const centre = times[0]
  const fit = leastSquares(hingeDesign(times, joinpoints, centre), values, diagonal(variances))!
  const phi = Math.max(1, fit.Q / (times.length - 2 * joinpoints.length - 2))
  const estimate = (contrast: Vector) => ({
    slope: dot(contrast, fit.beta),
    se: Math.sqrt(quadraticForm(contrast, fit.covariance) * phi),
  })
  const [level, first, ...changes] = fit.beta
  const span = times.at(-1)! - centre
  // a change of slope counts for the part of the period that comes after it
  const average = [0, 1, ...joinpoints.map(joint => (times.at(-1)! - joint) / span)]
  return {
    beta: [level - first * centre, first, ...changes],
    slopes: [0, ...joinpoints].map((_, segment) =>
      estimate(fit.beta.map((_, i) => (i > 0 && i <= segment + 1 ? 1 : 0))),
    ),
    slopeChanges: joinpoints.map((_, j) => estimate(fit.beta.map((_, i) => (i === j + 2 ? 1 : 0)))),
    averageAnnualChange: estimate(average),
  }
}
