/**
 * How many respondents a wave needs for a break, or a change, of a given size.
 *
 * The smallest whole number, the same in every wave, with which the detectable
 * effect is no larger than asked; found by doubling and halving, since the
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
  const suffices = (n: number) => {
    const detectable = designPower(withRespondents(design, n), levels)[of]
    return detectable !== null && detectable <= effect
  }
  let enough = 1
  while (!suffices(enough)) {
    if (enough >= MOST) return null
    enough *= 2
  }
  let tooFew = Math.floor(enough / 2)
  while (enough - tooFew > 1) {
    const middle = Math.floor((enough + tooFew) / 2)
    if (suffices(middle)) enough = middle
    else tooFew = middle
  }
  return enough
}
