/**
 * Onset and recovery as a process of two states in continuous time.
 *
 * P01(t) = λ/(λ+μ) (1 − e^{−(λ+μ)t}): changes there and back between two
 * interviews are counted in. With one interval Δt for everybody the solution is
 * closed: λ+μ = −ln(1 − s)/Δt with s = P01 + P10, shared out as P01 : P10. With
 * intervals that differ it is the maximum of the likelihood. From s ≥ 1 on, or
 * where the likelihood has no top, the process is too fast for these interviews
 * to tell. A direction in which nobody went has rate 0 and no interval. The
 * prevalence in balance is λ/(λ+μ).
 *
 * Units: per person-year; t in years. Standard errors by expected information,
 * which for one Δt is the delta method on two binomials; intervals on the log
 * scale, for the prevalence on the logit scale.
 * Source: Kalbfleisch & Lawless (1985), JASA 80, 863.
 * Checked against: R 4.2; msm 1.7.
 */
import { normalQuantile } from '../core/distributions.ts'
import { inverse, type Matrix } from '../core/linear.ts'
import {
  constantHazard,
  type Hazard,
  type HazardReason,
  hazardOf,
  noHazard,
  type Observed,
} from './hazard.ts'
import { mostLikely, type Rates } from './markov-likelihood.ts'
import type { Limits } from './newcombe.ts'

export interface TwoStates {
  readonly onset: Hazard
  readonly recovery: Hazard
  /** prevalence the process tends to */
  readonly balance: Balance
  /** `likelihood` where the intervals between interviews differ */
  readonly method: 'closed_form' | 'likelihood'
}

export interface Balance {
  readonly value: number | null
  readonly se: number | null
  readonly ci95: Limits | null
  readonly reason?: HazardReason | 'nobody_changed'
}

/** `free` were not lonely at the first interview, `lonely` were; the event is the other state. */
export function twoStates(free: readonly Observed[], lonely: readonly Observed[]): TwoStates {
  const all = [...free, ...lonely]
  const method = all.every(({ years }) => years === all[0].years) ? 'closed_form' : 'likelihood'
  if (free.length === 0 || lonely.length === 0) return { ...none('nobody_at_risk'), method }
  const changed = [free, lonely].map(group => group.filter(({ event }) => event).length)
  if (changed.some(events => events === 0)) return { ...withoutEvents(free, lonely), method }
  const rates = method === 'closed_form' ? closedForm(free, lonely) : mostLikely(free, lonely)
  const covariance = rates && inverse(informationOf(rates, free, lonely))
  if (rates === null || covariance === null || isVague(covariance)) {
    return { ...none('faster_than_observed'), method }
  }
  return { ...processOf(rates, covariance), method }
}

/** s = P01 + P10 < 1 has one solution; all intervals are alike. */
function closedForm(free: readonly Observed[], lonely: readonly Observed[]): Rates | null {
  const [p01, p10] = [changedShare(free), changedShare(lonely)]
  const s = p01 + p10
  if (s >= 1) return null
  const total = -Math.log1p(-s) / free[0].years
  return { onset: (p01 / s) * total, recovery: (p10 / s) * total }
}

/** Expected information of ln(onset) and ln(recovery). */
function informationOf(
  { onset, recovery }: Rates,
  free: readonly Observed[],
  lonely: readonly Observed[],
): Matrix {
  const information = [
    [0, 0],
    [0, 0],
  ]
  const add = (chance: number, slope: readonly number[]) => {
    for (const [i, own] of slope.entries()) {
      for (const [j, other] of slope.entries()) information[i][j] += (own * other) / (chance * (1 - chance))
    }
  }
  for (const { years } of free) {
    const { chance, byThere, byBack } = passage(onset, recovery, years)
    add(chance, [byThere, byBack])
  }
  for (const { years } of lonely) {
    const { chance, byThere, byBack } = passage(recovery, onset, years)
    add(chance, [byBack, byThere])
  }
  return information
}

/** Chance to be found in the other state after t, and its derivatives by ln(there) and ln(back). */
function passage(there: number, back: number, years: number) {
  const total = there + back
  const [share, other] = [there / total, back / total]
  const moved = -Math.expm1(-total * years)
  const late = years * Math.exp(-total * years)
  return {
    chance: share * moved,
    byThere: share * (other * moved + there * late),
    byBack: share * (back * late - other * moved),
  }
}

/** A rate known no better than to a factor of e²⁰ is not known. */
function isVague(covariance: Matrix): boolean {
  return covariance.some((row, i) => !(row[i] < 100))
}

function processOf({ onset, recovery }: Rates, covariance: Matrix): Omit<TwoStates, 'method'> {
  const [[varOnset, between], [, varRecovery]] = covariance
  return {
    onset: hazardOf(onset, onset * Math.sqrt(varOnset)),
    recovery: hazardOf(recovery, recovery * Math.sqrt(varRecovery)),
    balance: balanceOf(onset / recovery, Math.sqrt(varOnset + varRecovery - 2 * between)),
  }
}

/** Symmetric on the logit scale: logit(λ/(λ+μ)) = ln λ − ln μ. */
function balanceOf(odds: number, seLogit: number): Balance {
  const factor = Math.exp(normalQuantile(0.975) * seLogit)
  const value = shareOf(odds)
  return { value, se: value * (1 - value) * seLogit, ci95: [shareOf(odds / factor), shareOf(odds * factor)] }
}

function shareOf(odds: number): number {
  return odds / (1 + odds)
}

/** One direction, or both, in which nobody went. */
function withoutEvents(free: readonly Observed[], lonely: readonly Observed[]): Omit<TwoStates, 'method'> {
  const [onset, recovery] = [constantHazard(free), constantHazard(lonely)]
  return { onset, recovery, balance: oneSided(onset, recovery) }
}

function oneSided(onset: Hazard, recovery: Hazard): Balance {
  const none = { value: null, se: null, ci95: null }
  if (onset.value === null || recovery.value === null) return { ...none, reason: 'everybody_changed' }
  if (onset.value === 0 && recovery.value === 0) return { ...none, reason: 'nobody_changed' }
  return { ...none, value: onset.value === 0 ? 0 : 1, reason: 'no_events' }
}

function none(reason: HazardReason): Omit<TwoStates, 'method'> {
  return {
    onset: noHazard(reason),
    recovery: noHazard(reason),
    balance: { value: null, se: null, ci95: null, reason },
  }
}

function changedShare(observed: readonly Observed[]): number {
  return observed.filter(({ event }) => event).length / observed.length
}
