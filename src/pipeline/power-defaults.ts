/** What is planned with where nobody says: the choices of a study file, and the most cautious design. */
import { DEFAULTS } from '../study/defaults.ts'
import { USUAL_LEVELS } from '../trend/power-levels.ts'
import type { PowerPlan } from './power-plan.ts'

export function completePlan(asked: Partial<PowerPlan>): PowerPlan {
  const { margin, tau, alpha } = DEFAULTS.decision
  return {
    years: [],
    start: DEFAULTS.programme.start,
    n: [],
    deff: [1],
    prevalence: 0.5,
    rho: 0,
    breaks: [],
    discordant: null,
    simulate: null,
    power: USUAL_LEVELS.power,
    margin,
    tau,
    alpha,
    ...asked,
  }
}
