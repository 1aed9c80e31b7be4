/**
 * How many respondents a wave needs for a break, or a change, of a given size.
 *
 * The smallest whole number, the same in every wave, with which the detectable
 * effect is no larger than asked; searched around a first guess, since the
 * weights of the line may themselves depend on it. Null where the non-sampling
 * error τ alone is too large: then no number suffices.
 *
 * Units: respondents per wave; proportions 0-1.
 * Checked against: R 4.2.
 */
import { EjzError } from '../core/error.ts'
import { designPower } from './power.ts'
import { type PowerDesign, withRespondents } from './power-design.ts'
import type { Levels } from './power-levels.ts'

export type PlannedEffect = 'mdeDelta' | 'mdeChange'

/** More than a census of everybody. */
const MOST = 2 ** 40

export function requiredN(
  design: PowerDesign,
  effect: number,
  levels: Levels,
  of: PlannedEffect = 'mdeDelta',
): number | null {
  if (!(effect > 0)) {
    throw new EjzError(
      'effect-impossible',
      `an effect of ${effect} needs more people than there are`,
      'give a break above 0, such as 0.02 for two percentage points',
      'usage',
    )
  }
  const detectable = (n: number) => designPower(withRespondents(design, n), levels)[of] ?? Infinity
  const suffices = (n: number) => detectable(n) <= effect
  if (!suffices(MOST)) return null
  let enough = firstGuess(detectable, effect)
  for (let step = 1; !suffices(enough); step *= 2) enough += step
  let tooFew = enough - 1
  for (let step = 1; tooFew > 0 && suffices(tooFew); step *= 2) {
    enough = tooFew
    tooFew = Math.max(0, tooFew - step)
  }
  while (enough - tooFew > 1) {
    const middle = Math.floor((enough + tooFew) / 2)
    if (suffices(middle)) enough = middle
    else tooFew = middle
  }
  return enough
}

/** What n would be if the weights of the line did not move: the square of the effect is a/n + b. */
function firstGuess(detectable: (n: number) => number, effect: number): number {
  const known = 1000
  const floor = detectable(MOST) ** 2
  const guess = Math.ceil(((detectable(known) ** 2 - floor) * known) / (effect ** 2 - floor))
  return guess >= 1 && guess < MOST ? guess : 1
}
