/** The level of a test and the chance asked of it: a design is planned for both. */
import { EjzError } from '../core/error.ts'

export interface Levels {
  /** of the two-sided test */
  readonly alpha: number
  readonly power: number
}

export const USUAL_LEVELS: Levels = { alpha: 0.05, power: 0.8 }

/** A test of level α finds something with chance α where nothing is: less cannot be asked. */
export function checkLevels({ alpha, power }: Levels): void {
  if (!(alpha > 0 && alpha < 1)) {
    throw new EjzError('alpha-impossible', `α cannot be ${alpha}`, 'give a level such as 0.05', 'usage')
  }
  if (!(power < 1 && power > 0)) {
    throw new EjzError(
      'power-impossible',
      `the power cannot be ${power}`,
      'give a chance such as 0.8',
      'usage',
    )
  }
  if (power <= alpha) {
    throw new EjzError(
      'power-not-above-alpha',
      `a power of ${power} is not above the level of the test, ${alpha}`,
      'give a power above α, such as 0.8',
      'usage',
    )
  }
}
