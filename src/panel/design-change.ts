/**
 * Change of a weighted prevalence or mean within the same people.
 *
 * d̄ = Σ w d / Σ w with d = second − first; the person is the PSU, so that what
 * the two waves share is in the variance: Var = Σ_h n_h/(n_h − 1) Σ (u − ū_h)²,
 * u = w (d − d̄)/Σ w. n_h counts every person of the design, also those without
 * both waves. Weights are taken as known, those for attrition included.
 *
 * Units: as the columns: 0 and 1 for a prevalence, points for a score.
 * Source: Lumley (2010), Complex Surveys, ch. 2; Robins, Hernán & Brumback
 * (2000), Epidemiology 11, 550, for weights against attrition.
 * Checked against: R survey 4.1 svymean.
 */
import { tQuantile, tTwoSided } from '../core/distributions.ts'
import { EjzError } from '../core/error.ts'
import type { LonelyPsu } from '../core/estimate.ts'
import { sum } from '../core/linear.ts'
import type { Limits } from './newcombe.ts'
import type { Column, Pairs } from './pairs.ts'

export interface DesignChange {
  readonly n: number
  /** Σ weight of the pairs */
  readonly population: number
  readonly from: number | null
  readonly to: number | null
  readonly diff: number | null
  readonly se: number | null
  /** persons with both waves − their strata */
  readonly df: number
  readonly t: number | null
  readonly p: number | null
  readonly ci95: Limits | null
  readonly ci90: Limits | null
  readonly reason?: 'no_pairs' | 'no_df' | 'no_variance'
}

/** What is known of the sample beyond the pairs; all of it may be left out. */
export interface PanelDesign {
  /** stratum of each pair */
  readonly stratum?: Column
  /** persons in any wave by stratum; else those of the pairs */
  readonly persons?: ReadonlyMap<number, number>
  readonly lonelyPsu?: LonelyPsu
}

/** Change of the share from the cut-off on. */
export function designPrevalenceChange(
  pairs: Omit<Pairs, 'years'>,
  cut: number,
  design: PanelDesign = {},
): DesignChange {
  const isLonely = (scores: Column) => Array.from(scores, score => (score >= cut ? 1 : 0))
  return designChange({ ...pairs, from: isLonely(pairs.from), to: isLonely(pairs.to) }, design)
}

/** Change of the mean. */
export function designChange(pairs: Omit<Pairs, 'years'>, design: PanelDesign = {}): DesignChange {
  const { from, to } = pairs
  const n = from.length
  if (n === 0) return { ...NOTHING, n, population: 0, df: 0, reason: 'no_pairs' }
  const weight = pairs.weight ?? Array.from(from, () => 1)
  const population = sum(Array.from(weight))
  const mean = (values: Column) => sum(Array.from(values, (value, i) => weight[i] * value)) / population
  const change = Array.from(to, (value, i) => value - from[i])
  const diff = mean(change)
  const strata = strataOf(
    change.map((d, i) => (weight[i] * (d - diff)) / population),
    design,
  )
  const df = n - strata.length
  const points = { ...NOTHING, n, population, from: mean(from), to: mean(to), diff, df }
  if (df <= 0) return { ...points, reason: 'no_df' }
  if (change.every(d => d === change[0])) return { ...points, reason: 'no_variance' }
  const se = Math.sqrt(varianceOf(strata, design.lonelyPsu ?? 'adjust'))
  if (se === 0) return { ...points, reason: 'no_variance' }
  const within = (p: number): Limits => [diff - tQuantile(p, df) * se, diff + tQuantile(p, df) * se]
  return { ...points, se, t: diff / se, p: tTwoSided(diff / se, df), ci95: within(0.975), ci90: within(0.95) }
}

/** Sums of the linearised values of one stratum. */
interface StratumSums {
  readonly persons: number
  readonly total: number
  readonly squares: number
}

function strataOf(linearised: readonly number[], { stratum, persons }: PanelDesign): StratumSums[] {
  const members = new Map<number, number[]>()
  for (const [i, u] of linearised.entries()) {
    const h = stratum === undefined ? 0 : stratum[i]
    const values = members.get(h) ?? []
    values.push(u)
    members.set(h, values)
  }
  return [...members].map(([h, values]) => ({
    persons: personsIn(h, values.length, persons),
    total: sum(values),
    squares: sum(values.map(u => u * u)),
  }))
}

function personsIn(h: number, pairs: number, persons: ReadonlyMap<number, number> | undefined): number {
  const count = persons === undefined ? pairs : (persons.get(h) ?? 0)
  if (count >= pairs) return count
  throw new EjzError(
    'pairs-not-usable',
    `stratum ${h} has ${pairs} people with both waves and ${count} in any wave`,
    'count every person of the panel once, in the stratum of the first wave',
  )
}

function varianceOf(strata: readonly StratumSums[], lonelyPsu: LonelyPsu): number {
  const proper = strata.filter(({ persons }) => persons > 1)
  const lonely = strata.filter(({ persons }) => persons === 1)
  const spread = sum(
    proper.map(({ persons, total, squares }) => (persons / (persons - 1)) * (squares - total ** 2 / persons)),
  )
  if (lonely.length === 0) return Math.max(0, spread)
  if (lonelyPsu === 'adjust') return Math.max(0, spread) + sum(lonely.map(({ squares }) => squares))
  if (lonelyPsu === 'average') return (Math.max(0, spread) * strata.length) / Math.max(1, proper.length)
  if (lonelyPsu === 'fail') {
    throw new EjzError(
      'lonely-psu',
      `${lonely.length} strata of the panel have one person`,
      'join strata, or choose another rule with design.lonelyPsu',
    )
  }
  return Math.max(0, spread)
}

const NOTHING = { from: null, to: null, diff: null, se: null, t: null, p: null, ci95: null, ci90: null }
