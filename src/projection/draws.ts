/**
 * Draws of what a projection rests on: the logits of the base wave, the slope
 * made of the same logits, and one common error of the forecast population.
 *
 * All logits of the waves before the programme are drawn together from their
 * full covariance; the slope is taken from each draw, so that a low start goes
 * with a steep slope, as it does in the data.
 *
 * Units: log odds; the error of the population in standard deviations.
 * Source: Krinsky & Robb (1986), Review of Economics and Statistics 68, 715.
 * Checked against: R 4.2, rnorm, within four Monte Carlo standard errors.
 */
import { dot, type Matrix, type Vector } from '../core/linear.ts'
import { factorOfPositive } from '../core/positive-definite.ts'
import { seededRandom } from '../core/random.ts'

export interface Draws {
  /** per cell of the base wave */
  readonly base: readonly Float64Array[]
  readonly beta: Float64Array
  readonly population: Float64Array
}

export interface Drawing {
  readonly draws: number
  readonly seed: number
}

/** `slopeWeights` as those of the pooled slope, the base wave last; null where the covariance is singular. */
export function drawTogether(
  logits: { readonly values: Vector; readonly covariance: Matrix },
  slopeWeights: Vector,
  { cells, draws, seed }: Drawing & { readonly cells: number },
): Draws | null {
  const lower = factorOfPositive(logits.covariance)
  if (lower === null) return null
  const random = seededRandom(seed)
  const first = logits.values.length - cells
  const base = Array.from({ length: cells }, () => new Float64Array(draws))
  const beta = new Float64Array(draws)
  const population = new Float64Array(draws)
  for (let r = 0; r < draws; r++) {
    const z = logits.values.map(() => random.normal())
    const drawn = logits.values.map((value, i) => value + firstProduct(lower[i], z, i))
    for (let cell = 0; cell < cells; cell++) base[cell][r] = drawn[first + cell]
    beta[r] = dot(slopeWeights, drawn)
    population[r] = random.normal()
  }
  return { base, beta, population }
}

/** Σ up to and with `last` */
function firstProduct(row: Vector, z: Vector, last: number): number {
  let total = 0
  for (let i = 0; i <= last; i++) total += row[i] * z[i]
  return total
}
