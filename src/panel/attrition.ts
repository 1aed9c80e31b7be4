/**
 * What leaving does to the change between two waves of a panel.
 *
 * Death ends membership of the population, leaving hides an outcome: the target is
 * the survivors, and everything below is about them. Three answers side by side:
 * those who stayed as they are, those who stayed weighted for those who left, and
 * the bounds without any assumption.
 *
 * Units: those of the outcome (0 and 1 for lonely or not).
 * Source: Kurland et al. (2009), Stat. Sci. 24, 211 ("partly conditional" inference).
 */
import type { Vector } from '../core/linear.ts'
import { changeBounds, isAttritionSensitive } from './bounds.ts'
import { compareDropouts, type DropoutComparison, type Trait } from './dropout-comparison.ts'
import { type StayWeights, stayWeights, type WeightedChange, weightedChange } from './ipaw.ts'
import { type NoStayModel, type StayModel, stayModel } from './stay-model.ts'

/** dropout = alive, without a valid outcome at the second wave */
export type Fate = 'observed' | 'dropout' | 'dead'

/** Of the people with a valid outcome at the first wave: one place each in every column. */
export interface AttritionInput {
  readonly fate: readonly Fate[]
  readonly before: Vector
  /** null unless observed */
  readonly after: readonly (number | null)[]
  /** lowest and highest value the outcome can take */
  readonly range: readonly [number, number]
  /** what those who left are compared on */
  readonly compared: readonly Trait[]
  /** what staying is explained by */
  readonly explaining: readonly Trait[]
  /** interval of the change as reported; left out = that of those who stayed, unweighted */
  readonly ci95?: readonly [number, number] | null
}

export interface Attrition {
  /** alive at the second wave */
  readonly nAtRisk: number
  readonly nRetained: number
  readonly nDropout: number
  readonly nDied: number
  readonly compare: readonly DropoutComparison[]
  readonly model: StayModel | NoStayModel
  readonly unweighted: WeightedChange | null
  /** null where there is no model of staying: its reason says why */
  readonly ipaw: (WeightedChange & Omit<StayWeights, 'weights'>) | null
  /** worst and best case of the change */
  readonly bounds: readonly [number, number] | null
  readonly flags: readonly 'attrition_sensitive'[]
}

export function attrition(input: AttritionInput): Attrition {
  const { fate, before, range, compared, explaining } = input
  const after = fate.map((own, i) => (own === 'observed' ? input.after[i] : null))
  const stayed = fate.map((own, i) => (own === 'dead' ? null : after[i] !== null))
  const survivors = [...fate.keys()].filter(i => stayed[i] !== null)
  const stayers = observed(before, after)
  const { model, probability } = stayModel(stayed, explaining)
  const unweighted =
    stayers.after.length === 0
      ? null
      : weightedChange(
          stayers.after.map(() => 1),
          stayers.before,
          stayers.after,
        )
  const bounds = changeBounds(
    survivors.map(i => before[i]),
    stayers.after,
    range,
  )
  const ci95 = input.ci95 === undefined ? (unweighted?.ci95Change ?? null) : input.ci95
  return {
    nAtRisk: survivors.length,
    nRetained: stayers.after.length,
    nDropout: survivors.length - stayers.after.length,
    nDied: fate.length - survivors.length,
    compare: compareDropouts(stayed, compared),
    model,
    unweighted,
    ipaw: model.reason === null ? weighted(stayed, probability, before, after) : null,
    bounds,
    flags: isAttritionSensitive(ci95, bounds) ? ['attrition_sensitive'] : [],
  }
}

function weighted(
  stayed: readonly (boolean | null)[],
  probability: readonly (number | null)[],
  before: Vector,
  after: readonly (number | null)[],
) {
  const known = probability.flatMap((p, i) => (p === null ? [] : [{ p, i }]))
  const { weights, ...summary } = stayWeights(
    known.map(({ i }) => stayed[i] === true),
    known.map(({ p }) => p),
  )
  const modelled = after.map((y, i) => (probability[i] === null ? null : y))
  const pairs = observed(before, modelled)
  return { ...weightedChange(weights, pairs.before, pairs.after), ...summary }
}

/** Both outcomes of the people whose second one is known. */
function observed(before: Vector, after: readonly (number | null)[]) {
  const pairs = after.flatMap((y, i) => (y === null ? [] : [{ before: before[i], after: y }]))
  return { before: pairs.map(pair => pair.before), after: pairs.map(pair => pair.after) }
}
