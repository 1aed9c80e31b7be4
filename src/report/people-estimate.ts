/**
 * How many people a percentage of the target stands for.
 *
 * Percentage × residents of that age in the register; the weights of a survey are
 * not used, since they need not add up to a population. Null without a register.
 *
 * Units: persons. The interval is that of the percentage alone.
 */
import type { EstimateEntry } from '../core/results.ts'
import type { Context } from './context.ts'
import { persons, personsInterval } from './format.ts'

export interface PeopleEstimate {
  readonly number: string
  readonly interval: string
  readonly bounds: readonly [number, number]
}

export function peopleEstimate(context: Context, entry: EstimateEntry): PeopleEstimate | null {
  const wave = context.results.waves.find(each => each.source === entry.source && each.wave === entry.wave)
  const total = wave?.targetPopulation?.persons
  if (total === undefined || entry.value === null || entry.low === null || entry.high === null) return null
  const bounds = [entry.low * total, entry.high * total] as const
  return {
    number: persons(entry.value * total, context.lang),
    interval: personsInterval(...bounds, context.lang),
    bounds,
  }
}
