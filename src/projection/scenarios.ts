/**
 * The scenarios: for how many years' worth of the earlier slope the logit moves
 * on from the base wave.
 *
 * Until the programme began the slope runs on; from then on (1 − x) of it: x = 0
 * continuing, ½ half broken, 1 broken, 1½ turned. `constant` keeps the rates of
 * the base wave. None of them is the effect of a programme.
 *
 * Units: decimal years.
 */
import type { Scenario } from '../core/projection-schema.ts'

/** The share of the slope that is gone. */
export const BROKEN: Readonly<Record<Exclude<Scenario, 'constant'>, number>> = {
  continuing: 0,
  broken50: 0.5,
  broken100: 1,
  broken150: 1.5,
}

export interface Course {
  /** the last wave before the programme */
  readonly baseTime: number
  /** never before the base */
  readonly breakTime: number
}

export function slopeYears(scenario: Scenario, { baseTime, breakTime }: Course, time: number): number {
  if (scenario === 'constant') return 0
  return breakTime - baseTime + (1 - BROKEN[scenario]) * (time - breakTime)
}
