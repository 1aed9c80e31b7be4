/**
 * Criteria for the number of joinpoints: smaller is better.
 *
 * ln(SSE / n) + penalty · ln(n) / n with penalty 2k + 2 (BIC), 3k + 2 (BIC3),
 * or in between (WBIC), by how much the clearest change of slope explains
 * within its two adjacent segments.
 *
 * Source: Kim et al. (2022), J. Appl. Stat. 50, 1992; NCI Joinpoint help.
 * Checked against: R 4.2.
 */
import { sum, type Vector } from '../core/linear.ts'
import { hingeBasis, sumOfSquaresLeft } from './hinge-basis.ts'

export interface Criteria {
  readonly bic: number
  readonly bic3: number
  readonly wbic: number
  /** largest partial R² of a change of slope; null without joinpoint */
  readonly partialR2: number | null
}

export interface YearlySeries {
  /** ascending, all different */
  readonly times: Vector
  readonly values: Vector
  readonly variances: Vector
}

export function criteria(series: YearlySeries, joinpoints: Vector, sse: number): Criteria {
  const n = series.times.length
  const k = joinpoints.length
  const partialR2 = k === 0 ? null : largestPartialR2(series, joinpoints)
  const penalised = (penalty: number) => Math.log(sse / n) + (penalty * Math.log(n)) / n
  return {
    bic: penalised(2 * k + 2),
    bic3: penalised(3 * k + 2),
    wbic: penalised((2 + (partialR2 ?? 0)) * k + 2),
    partialR2,
  }
}

function largestPartialR2(series: YearlySeries, joinpoints: Vector): number {
  const edges = [-Infinity, ...joinpoints, Infinity]
  return Math.max(...joinpoints.map((joint, i) => partialR2(within(series, edges[i], edges[i + 2]), joint)))
}

/** Share of what one line leaves that a bend at `joint` explains. */
function partialR2(series: YearlySeries, joint: number): number {
  const left = (joints: Vector) =>
    sumOfSquaresLeft(hingeBasis(series.times, standardErrors(series), joints), standardised(series))
  return 1 - left([joint]) / left([])
}

/** Observations after `from` up to and including `to`. */
function within(series: YearlySeries, from: number, to: number): YearlySeries {
  const kept = [...series.times.keys()].filter(i => series.times[i] > from && series.times[i] <= to)
  const pick = (values: Vector) => kept.map(i => values[i])
  return { times: pick(series.times), values: pick(series.values), variances: pick(series.variances) }
}

export function standardErrors({ variances }: YearlySeries): number[] {
  return variances.map(Math.sqrt)
}

/** Values in standard errors, about their weighted mean so that a large level costs no digits. */
export function standardised({ values, variances }: YearlySeries): number[] {
  const weights = variances.map(variance => 1 / variance)
  const mean = sum(values.map((value, i) => value * weights[i])) / sum(weights)
  return values.map((value, i) => (value - mean) / Math.sqrt(variances[i]))
}
