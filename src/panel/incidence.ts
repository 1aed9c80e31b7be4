/**
 * Onset of loneliness and recovery from it, per person-year.
 *
 * Who changed did so halfway: person-years = Σ Δt of those who stayed + Σ Δt/2
 * of those who changed. Limits are exact for a Poisson count. Changes there and
 * back between two interviews stay unseen, so this rate is a lower bound; the
 * two-state process is there to correct for it. Beside it the constant hazard,
 * which needs no midpoint.
 *
 * Units: events per person-year; Δt in years.
 * Source: Garwood (1936), Biometrika 28, 437, for the limits.
 * Checked against: R 4.2 qchisq, poisson.test.
 */
import { gammaQuantile } from '../core/distributions.ts'
import { sum } from '../core/linear.ts'
import { constantHazard, type Hazard, type Observed } from './hazard.ts'
import { type TwoStates, twoStates } from './markov.ts'
import type { Limits } from './newcombe.ts'
import type { Pairs } from './pairs.ts'

export interface Incidence {
  readonly onset: Rate
  readonly recovery: Rate
  readonly markov: TwoStates
}

export interface Rate {
  readonly atRisk: number
  readonly events: number
  readonly personYears: number
  readonly rate: number | null
  readonly ci95: Limits | null
  readonly hazard: Hazard
  readonly reason?: 'nobody_at_risk'
}

/** A person is lonely from the cut-off on. */
export function incidence(pairs: Pick<Pairs, 'from' | 'to' | 'years'>, cut: number): Incidence {
  const [free, lonely] = observedByState(pairs, cut)
  return { onset: rateOf(free), recovery: rateOf(lonely), markov: twoStates(free, lonely) }
}

/** Those not lonely at the first wave, and those who were; the event is the other state at the second. */
function observedByState({ from, to, years }: Pick<Pairs, 'from' | 'to' | 'years'>, cut: number) {
  const states: [Observed[], Observed[]] = [[], []]
  for (let i = 0; i < from.length; i++) {
    const [before, after] = [from[i] >= cut, to[i] >= cut]
    states[before ? 1 : 0].push({ years: years[i], event: before !== after })
  }
  return states
}

function rateOf(observed: readonly Observed[]): Rate {
  const atRisk = observed.length
  const events = observed.filter(({ event }) => event).length
  const personYears = sum(observed.map(({ years, event }) => (event ? years / 2 : years)))
  const counts = { atRisk, events, personYears, hazard: constantHazard(observed) }
  if (atRisk === 0) return { ...counts, rate: null, ci95: null, reason: 'nobody_at_risk' }
  const [low, high] = poissonLimits(events)
  return { ...counts, rate: events / personYears, ci95: [low / personYears, high / personYears] }
}

/** Exact limits of the mean of a Poisson count. */
export function poissonLimits(events: number, level = 0.95): Limits {
  const tail = (1 - level) / 2
  return [events === 0 ? 0 : gammaQuantile(tail, events), gammaQuantile(1 - tail, events + 1)]
}
