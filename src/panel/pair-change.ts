/**
 * Everything about the change of the people seen at two waves, from one table of pairs.
 *
 * With fewer than 30 pairs nothing is reported. A weighted change stands beside
 * the transitions where the pairs carry weights.
 *
 * Units: scores in points, shares 0-1, rates per person-year.
 */
import { type CategoryTransitions, categoryTransitions } from './category-transitions.ts'
import { type DesignChange, designChange, designPrevalenceChange, type PanelDesign } from './design-change.ts'
import { type Incidence, incidence } from './incidence.ts'
import { type MeanChange, meanChange } from './mean-change.ts'
import { checkedPairs, LEAST_PAIRS, type Pairs } from './pairs.ts'
import { RELIABILITIES, type ReliableChange, reliableChanges } from './reliable-change.ts'
import { type Transition, transitions } from './transitions.ts'

export type PairChange = Reported | TooFew

export interface Reported {
  readonly n: number
  readonly transition: Transition
  readonly categories: CategoryTransitions
  readonly incidence: Incidence
  readonly meanChange: MeanChange
  readonly rci: readonly ReliableChange[]
  /** null where everybody counts alike and there are no strata */
  readonly weighted: { readonly prevalence: DesignChange; readonly mean: DesignChange } | null
}

export interface TooFew {
  readonly n: number
  readonly reason: 'fewer_than_30_pairs'
}

export interface PairChoices {
  /** lonely from this score on: 3 of the eleven items, 2 of the six */
  readonly cut: number
  /** lowest score of every category but the first: 3 and 9, or 2 and 5 */
  readonly categories: readonly number[]
  readonly reliabilities?: readonly number[]
  readonly design?: PanelDesign
}

export function pairChange(given: Pairs, choices: PairChoices): PairChange {
  const pairs = checkedPairs(given)
  const n = pairs.from.length
  if (n < LEAST_PAIRS) return { n, reason: 'fewer_than_30_pairs' }
  const { cut, categories, reliabilities = RELIABILITIES, design } = choices
  const weighted = pairs.weight !== null || design?.stratum !== undefined
  return {
    n,
    transition: transitions(pairs, cut),
    categories: categoryTransitions(pairs, categories),
    incidence: incidence(pairs, cut),
    meanChange: meanChange(pairs),
    rci: reliableChanges(pairs, cut, reliabilities),
    weighted: weighted
      ? { prevalence: designPrevalenceChange(pairs, cut, design), mean: designChange(pairs, design) }
      : null,
  }
}
