/**
 * Who stays in a panel: logistic regression of staying on what was known before.
 *
 * Of the survivors only. People of whom a trait is not known have no probability
 * and are counted. `auc` is the chance that somebody who stayed had a higher
 * probability of it than somebody who left: 0.5 = the traits say nothing.
 *
 * Units: log odds per unit of the trait.
 * Source: Robins, Rotnitzky & Zhao (1995), JASA 90, 106; Hanley & McNeil (1982), Radiology 143, 29.
 * Checked against: R 4.2 glm(binomial), wilcox.test.
 */
import type { Vector } from '../core/linear.ts'
import { logisticFit, type NoLogisticFit } from '../core/logistic.ts'
import type { Trait } from './dropout-comparison.ts'

export interface StayModel {
  readonly nUsed: number
  /** survivors of whom a trait is not known */
  readonly nIncomplete: number
  readonly names: readonly string[]
  readonly beta: Vector
  readonly se: Vector
  readonly auc: number
  readonly reason: null
}

export interface NoStayModel {
  readonly nUsed: number
  readonly nIncomplete: number
  readonly reason: NoStayReason
}

export type NoStayReason = 'nobody_left' | 'nobody_stayed' | Exclude<NoLogisticFit['reason'], 'one_outcome'>

/** `probability` is per person; null for the dead and for people of whom a trait is not known. */
export interface Staying {
  readonly model: StayModel | NoStayModel
  readonly probability: readonly (number | null)[]
}

/** `stayed` is per person: true, false, or null for those who died. */
export function stayModel(stayed: readonly (boolean | null)[], traits: readonly Trait[]): Staying {
  const survivors = [...stayed.keys()].filter(i => stayed[i] !== null)
  const complete = survivors.flatMap(i => {
    const values = traits.map(trait => trait.values[i]).filter(value => value !== null)
    return values.length === traits.length ? [{ i, row: [1, ...values] }] : []
  })
  const counts = { nUsed: complete.length, nIncomplete: survivors.length - complete.length }
  const none = (reason: NoStayReason) => ({
    model: { ...counts, reason },
    probability: stayed.map(() => null),
  })
  const outcome = complete.map(({ i }): number => (stayed[i] === true ? 1 : 0))
  if (!outcome.includes(1)) return none('nobody_stayed')
  if (!outcome.includes(0)) return none('nobody_left')
  const fit = logisticFit(
    complete.map(({ row }) => row),
    outcome,
  )
  if (fit.kind === 'none') return none(fit.reason === 'one_outcome' ? 'nobody_left' : fit.reason)
  const probability: (number | null)[] = stayed.map(() => null)
  for (const [at, { i }] of complete.entries()) probability[i] = fit.probabilities[at]
  return {
    model: {
      ...counts,
      names: ['intercept', ...traits.map(({ name }) => name)],
      beta: fit.beta,
      se: fit.inverseInformation.map((row, j) => Math.sqrt(row[j])),
      auc: areaUnderCurve(fit.probabilities, outcome),
      reason: null,
    },
    probability,
  }
}

/** Mann-Whitney U as a share of all pairs; equal probabilities count half. */
function areaUnderCurve(probabilities: Vector, outcome: Vector): number {
  const order = [...probabilities.keys()].sort((a, b) => probabilities[a] - probabilities[b])
  const ones = outcome.filter(value => value === 1).length
  const noughts = outcome.length - ones
  let rankSum = 0
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && probabilities[order[end]] === probabilities[order[start]]) end++
    const rank = (start + 1 + end) / 2
    for (const i of order.slice(start, end)) rankSum += outcome[i] * rank
    start = end
  }
  return (rankSum - (ones * (ones + 1)) / 2) / (ones * noughts)
}
