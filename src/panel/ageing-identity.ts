/**
 * Longitudinal − cross-sectional = time-lag: three slopes that a panel can know.
 *
 * With a, p and c the linear effects of age, period and cohort, of which only two
 * are identified: people change by a + p a year, people a year older at one moment
 * differ by a − c, and people of one age a year later differ by p + c. The first
 * comes from each person's own departures, the other two from one regression of
 * the score on age and time. What is left of the identity is bends and leaving:
 * a line of consistency, never three effects.
 *
 * Units: points of the score per year.
 * Source: Schaie (1965), Psychol. Bull. 64, 92; Fosse & Winship (2019), Demography 56.
 * Checked against: R survey 4.1 svyglm; R 4.2 lm with a dummy per person.
 */
import { sum } from '../core/linear.ts'
import { clusteredRegression } from './clustered-regression.ts'
import { type GrowthRecord, sexColumn } from './growth.ts'
import { type ClusterRecord, personClusters } from './person-clusters.ts'
import { fixedEffects } from './within-between.ts'

export interface DatedRecord extends GrowthRecord, ClusterRecord {
  /** of the interview or the wave, in decimal years */
  readonly time: number
}

export interface YearlySlope {
  readonly value: number
  readonly se: number
}

export interface AgeingIdentity {
  /** within people: a + p */
  readonly longitudinal: YearlySlope
  /** between people of different ages at one moment: a − c */
  readonly crossSectional: YearlySlope
  /** between moments at one age: p + c */
  readonly timeLag: YearlySlope
  /** longitudinal − cross-sectional − time-lag */
  readonly remainder: number
  readonly reason: null
}

export interface NoIdentity {
  readonly reason: 'no_records' | 'ages_do_not_vary_within' | 'singular_design'
}

export function ageingIdentity(records: readonly DatedRecord[]): AgeingIdentity | NoIdentity {
  if (records.length === 0) return { reason: 'no_records' }
  const centred = (values: readonly number[]) => {
    const mean = sum(values) / values.length
    return values.map(value => value - mean)
  }
  const age = centred(records.map(record => record.age))
  const score = records.map(record => record.score)
  const own = fixedEffects(
    records.map(({ person }) => person),
    age,
    score,
  )
  if (own === null) return { reason: 'ages_do_not_vary_within' }
  const columns = [
    { name: 'intercept', values: age.map(() => 1) },
    { name: 'age', values: age },
    { name: 'time', values: centred(records.map(({ time }) => time)) },
    ...sexColumn(records),
  ]
  const fit = clusteredRegression(personClusters(records), columns, score)
  if (fit === null) return { reason: 'singular_design' }
  return {
    longitudinal: { value: own.value, se: own.se },
    crossSectional: { value: fit.beta[1], se: fit.se[1] },
    timeLag: { value: fit.beta[2], se: fit.se[2] },
    remainder: own.value - fit.beta[1] - fit.beta[2],
    reason: null,
  }
}
