/**
 * How much of a change in the NUMBER of people is population size, its
 * composition, and the rates.
 *
 * L = N Σ W_g p_g in three factors; with S(a,b) = Σ W^a p^b the effect of size is
 * (N₂ − N₁)[(S₁₁ + S₂₂)/3 + (S₁₂ + S₂₁)/6], and likewise for the others. They sum
 * exactly to the change. All three are linear in p, so their standard errors
 * are exact given the register population, which counts as known.
 *
 * Units: persons; shares of each year's register sum to 1.
 * Source: Das Gupta (1993), Standardization and Decomposition of Rates, Census Bureau P23-186.
 * Checked against: R 4.2; DasGuptR for the values.
 */
import type { DomainEstimates } from '../core/estimate.ts'
import { dot, quadraticForm, type Vector } from '../core/linear.ts'
import {
  refuseShares,
  smoothedCovariance,
  spreadOver,
  valuesOf,
  type WeightedCells,
} from './weighted-cells.ts'

/** Cells of one wave with the register's shares and its number of persons. */
export interface CountedPopulation extends WeightedCells {
  readonly persons: number
}

export interface DasGupta {
  readonly numberFrom: number
  readonly numberTo: number
  readonly total: number
  readonly seTotal: number
  readonly size: number
  readonly seSize: number
  readonly rate: number
  readonly seRate: number
  readonly composition: number
  readonly seComposition: number
}

/** `from` and `to` hold the same cells in the same order; null where one of them is empty. */
export function dasGupta(
  byCell: DomainEstimates,
  from: CountedPopulation,
  to: CountedPopulation,
): DasGupta | null {
  refuseShares(from)
  refuseShares(to)
  const before = valuesOf(byCell, from.cells)
  const after = valuesOf(byCell, to.cells)
  if (before === null || after === null) return null
  const covariance = smoothedCovariance(byCell)
  const effect = ({ atFrom, atTo }: Gradient) => {
    const gradient = spreadOver(covariance.length, [...from.cells, ...to.cells], [...atFrom, ...atTo])
    return {
      value: dot(atFrom, before) + dot(atTo, after),
      se: Math.sqrt(quadraticForm(gradient, covariance)),
    }
  }
  const size = effect(sizeGradient(from, to))
  const composition = effect(compositionGradient(from, to))
  const rate = effect(rateGradient(from, to))
  const total = effect({ atFrom: times(-from.persons, from.shares), atTo: times(to.persons, to.shares) })
  return {
    numberFrom: from.persons * dot(from.shares, before),
    numberTo: to.persons * dot(to.shares, after),
    total: total.value,
    seTotal: total.se,
    size: size.value,
    seSize: size.se,
    rate: rate.value,
    seRate: rate.se,
    composition: composition.value,
    seComposition: composition.se,
  }
}

/** An effect as coefficients of the cells' prevalences in both waves. */
interface Gradient {
  readonly atFrom: Vector
  readonly atTo: Vector
}

function sizeGradient(from: CountedPopulation, to: CountedPopulation): Gradient {
  const growth = to.persons - from.persons
  return {
    atFrom: from.shares.map((w, g) => growth * (w / 3 + to.shares[g] / 6)),
    atTo: from.shares.map((w, g) => growth * (to.shares[g] / 3 + w / 6)),
  }
}

function compositionGradient(from: CountedPopulation, to: CountedPopulation): Gradient {
  const moved = from.shares.map((w, g) => to.shares[g] - w)
  return {
    atFrom: times(from.persons / 3 + to.persons / 6, moved),
    atTo: times(to.persons / 3 + from.persons / 6, moved),
  }
}

function rateGradient(from: CountedPopulation, to: CountedPopulation): Gradient {
  const [n1, n2] = [from.persons, to.persons]
  const atTo = from.shares.map((w1, g) => {
    const w2 = to.shares[g]
    return (n1 * w1 + n2 * w2) / 3 + (n1 * w2 + n2 * w1) / 6
  })
  return { atFrom: times(-1, atTo), atTo }
}

function times(factor: number, vector: Vector): number[] {
  return vector.map(value => factor * value)
}
