/**
 * Growth model: how loneliness goes with age within people, who differ in level and pace.
 *
 * score = β₀ + β₁ a + β₂ female + u₀ + u₁ a + e with a = (age − 80) / 10, by REML.
 * Where the random slope is not identified or its fit lies on the edge, the slope is
 * dropped and flagged: every person then ages at the same pace. Ageing here is
 * age and period together; it says nothing of the programme.
 *
 * Units: points of the score; slopes per 10 years of age.
 * Source: Laird & Ware (1982), Biometrics 38, 963.
 * Checked against: R lme4 1.1-31, lmer(score ~ a + female + (a | id)).
 */
import { normalQuantile } from '../core/distributions.ts'
import type { Matrix, Vector } from '../core/linear.ts'
import type { Structure } from './mixed-identified.ts'
import { type MixedFit, mixedModel, type NoFitReason } from './mixed-model.ts'
import type { PersonId } from './person-codes.ts'

/** One interview with a valid score. */
export interface GrowthRecord {
  readonly person: PersonId
  /** in years, with its fraction where known */
  readonly age: number
  readonly female: boolean
  readonly score: number
}

export interface Growth {
  readonly nRecords: number
  readonly nPersons: number
  readonly names: readonly string[]
  readonly beta: Vector
  readonly se: Vector
  readonly ci95: readonly (readonly [number, number])[]
  readonly vcov: Matrix
  readonly varIntercept: number
  /** null = everybody ages at the same pace */
  readonly varSlope: number | null
  readonly cov: number | null
  readonly residVar: number
  readonly remlCrit: number
  readonly logLik: number
  /** share of the variance that lies between people, at age 80 */
  readonly icc: number
  readonly flags: readonly GrowthFlag[]
  readonly reason: null
}

/** slope_not_identified, singular_fit: the random slope was dropped; no_person_variance: people do not differ */
export type GrowthFlag = 'slope_not_identified' | 'singular_fit' | 'no_person_variance'

export interface NoGrowth {
  readonly nRecords: number
  readonly nPersons: number
  readonly reason: NoFitReason
}

export function growthModel(records: readonly GrowthRecord[]): Growth | NoGrowth {
  const slope = records.map(({ age }) => perTenYears(age))
  const columns = [
    { name: 'intercept', values: slope.map(() => 1) },
    { name: 'age', values: slope },
    ...sexColumn(records),
  ]
  const modelWith = (structure: Structure) =>
    mixedModel(
      {
        person: records.map(({ person }) => person),
        outcome: records.map(({ score }) => score),
        fixed: columns.map(({ values }) => values),
        slope,
      },
      structure,
    )
  const sloped = modelWith('correlated')
  if (sloped.kind === 'fit' && !sloped.singular) return growthOf(sloped, columns, [])
  const flag = sloped.kind === 'fit' ? 'singular_fit' : 'slope_not_identified'
  const alone = modelWith('intercept')
  if (alone.kind === 'fit') return growthOf(alone, columns, [flag, ...edge(alone)])
  const nPersons = new Set(records.map(({ person }) => person)).size
  return { nRecords: records.length, nPersons, reason: alone.reason }
}

/** Age on the scale of the model: 0 at 80, 1 at 90. */
export function perTenYears(age: number): number {
  return (age - 80) / 10
}

/** No column where all are of one sex: it would say what the constant says. */
export function sexColumn(records: readonly { readonly female: boolean }[]) {
  const values = records.map(({ female }): number => (female ? 1 : 0))
  return new Set(values).size === 2 ? [{ name: 'female', values }] : []
}

function edge({ singular }: MixedFit): GrowthFlag[] {
  return singular ? ['no_person_variance'] : []
}

function growthOf(
  fit: MixedFit,
  columns: readonly { readonly name: string }[],
  flags: readonly GrowthFlag[],
): Growth {
  const { nRecords, nPersons, beta, se, vcov, varIntercept, varSlope, cov, residVar, criterion } = fit
  const z = normalQuantile(0.975)
  return {
    nRecords,
    nPersons,
    names: columns.map(({ name }) => name),
    beta,
    se,
    ci95: beta.map((value, j) => [value - z * se[j], value + z * se[j]] as const),
    vcov,
    varIntercept,
    varSlope,
    cov,
    residVar,
    remlCrit: criterion,
    logLik: -criterion / 2,
    icc: varIntercept / (varIntercept + residVar),
    flags,
    reason: null,
  }
}
