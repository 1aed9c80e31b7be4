/**
 * Ageing within people beside differences in age between people (Mundlak).
 *
 * score = β₀ + β_w (a − ā_i) + β_b ā_i + β₂ female + u₀ + e with a = (age − 80) / 10.
 * β_w is a person's own ageing; β_b compares people of different ages, and so
 * also of different cohorts. They differ where cohorts differ or where those who
 * leave are not like those who stay; their difference has its own test.
 * β_fixed, from each person's own departures alone, holds whatever people are like.
 *
 * Units: points of the score per 10 years of age.
 * Source: Mundlak (1978), Econometrica 46, 69; Bell & Jones (2015), PSRM 3, 133.
 * Checked against: R lme4 1.1-31, lmer; the fixed effects against R lm with a dummy per person.
 */
import { normalQuantile, normalTwoSided } from '../core/distributions.ts'
import { dot, sum, type Vector } from '../core/linear.ts'
import { type GrowthRecord, perTenYears, sexColumn } from './growth.ts'
import { type MixedFit, mixedModel, type NoFitReason } from './mixed-model.ts'
import { type PersonId, personCodes } from './person-codes.ts'

export interface Slope {
  readonly value: number
  readonly se: number
  readonly ci95: readonly [number, number]
}

export interface WithinBetween {
  readonly nRecords: number
  readonly nPersons: number
  readonly names: readonly string[]
  readonly beta: Vector
  readonly se: Vector
  readonly within: Slope
  readonly between: Slope
  /** between − within: 0 where cohorts and those who leave make no difference */
  readonly difference: Slope & { readonly p: number }
  readonly fixedEffects: FixedEffects
  readonly reason: null
}

export interface FixedEffects {
  readonly value: number
  readonly se: number
  readonly df: number
}

export type NoSplitReason = NoFitReason | 'ages_do_not_vary_within'

export function withinBetween(
  records: readonly GrowthRecord[],
): WithinBetween | { readonly nRecords: number; readonly nPersons: number; readonly reason: NoSplitReason } {
  const person = records.map(record => record.person)
  const age = records.map(record => perTenYears(record.age))
  const outcome = records.map(({ score }) => score)
  const means = meansByPerson(person, age)
  const own = age.map((value, i) => value - means[i])
  const sex = sexColumn(records)
  const fixed = [own.map(() => 1), own, means, ...sex.map(({ values }) => values)]
  const fit = mixedModel({ person, outcome, fixed, slope: null }, 'intercept')
  const fixedSlope = fixedEffects(person, age, outcome)
  if (fit.kind === 'fit' && fixedSlope !== null) {
    return { ...splitOf(fit, sex), fixedEffects: fixedSlope }
  }
  const reason = fit.kind === 'none' ? fit.reason : 'ages_do_not_vary_within'
  return { nRecords: records.length, nPersons: new Set(person).size, reason }
}

/** Least squares on departures from each person's own means; null where nothing varies within people. */
export function fixedEffects(person: readonly PersonId[], x: Vector, y: Vector): FixedEffects | null {
  const [xMeans, yMeans] = [meansByPerson(person, x), meansByPerson(person, y)]
  const dx = x.map((value, i) => value - xMeans[i])
  const dy = y.map((value, i) => value - yMeans[i])
  const [squares, df] = [dot(dx, dx), x.length - new Set(person).size - 1]
  if (!(squares > 1e-14 * dot(x, x)) || df <= 0) return null
  const value = dot(dx, dy) / squares
  const rest = sum(dy.map((departure, i) => (departure - value * dx[i]) ** 2))
  return { value, se: Math.sqrt(rest / df / squares), df }
}

/** For each record the mean over the records of its person. */
function meansByPerson(ids: readonly PersonId[], values: Vector): number[] {
  const { person, persons } = personCodes(ids)
  const [totals, counts] = [new Float64Array(persons), new Float64Array(persons)]
  for (const [i, value] of values.entries()) {
    totals[person[i]] += value
    counts[person[i]] += 1
  }
  return values.map((_, i) => totals[person[i]] / counts[person[i]])
}

function splitOf(
  { nRecords, nPersons, beta, se, vcov }: MixedFit,
  sex: readonly { readonly name: string }[],
) {
  const difference = slope(beta[2] - beta[1], Math.sqrt(vcov[1][1] + vcov[2][2] - 2 * vcov[1][2]))
  return {
    nRecords,
    nPersons,
    names: ['intercept', 'within', 'between', ...sex.map(({ name }) => name)],
    beta,
    se,
    within: slope(beta[1], se[1]),
    between: slope(beta[2], se[2]),
    difference: { ...difference, p: normalTwoSided(difference.value / difference.se) },
    reason: null,
  }
}

function slope(value: number, se: number): Slope {
  const half = normalQuantile(0.975) * se
  return { value, se, ci95: [value - half, value + half] }
}
