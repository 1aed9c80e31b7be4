/**
 * Somebody of an age now beside somebody of that age about ten years before.
 *
 * D = Σ_g W_g (p_g,now − p_g,then) with persons as clusters over both waves. Period
 * and cohort together: a difference between generations and times, not an effect.
 * By band also the mean score, as Hedges' g; bands without people in one of the
 * waves are left out, as cells are.
 *
 * Units: proportions; scores in points; g in standard deviations.
 * Source: Schaie (1965), Psychol. Bull. 64, 92; Palmore (1978), Soc. Forces 57, 282.
 * Checked against: R survey 4.1, svydesign(ids = ~id), svyby(covmat = TRUE).
 */
import { tQuantile, tTwoSided } from '../core/distributions.ts'
import { bandLabel } from '../core/domain.ts'
import { sum } from '../core/linear.ts'
import { domainMeans } from './domain-means.ts'
import { type Hedges, hedges } from './hedges.ts'
import type { Band, LagRecord } from './lag-records.ts'
import { clusteredDf, type PersonClusters, personClusters } from './person-clusters.ts'
import {
  type DroppedCell,
  inWaves,
  type LagRequest,
  type LagSeries,
  type NoLagSeries,
  recordsOf,
  timeLagSeries,
} from './time-lag-series.ts'

type Pair = readonly [number, number]

export interface TimeLag {
  /** then and now, as positions */
  readonly waves: Pair
  readonly bands: readonly LagBand[]
  readonly standardised: LagDifference | (NoLagSeries & { readonly p: null })
  readonly dropped: readonly DroppedCell[]
}

export interface LagDifference {
  readonly p: Pair
  readonly diff: number
  readonly se: number
  /** had the two waves no people in common */
  readonly seNaive: number
  readonly df: number
  readonly ci95: Pair | null
  readonly ci90: Pair | null
  readonly pValue: number | null
  readonly persons: number
  readonly overlapPersons: number
  readonly series: LagSeries
  readonly reason: 'no_df' | null
}

export interface LagBand {
  readonly band: string
  /** people with a valid answer, and their mean age: equal bands may differ within */
  readonly n: Pair
  readonly meanAge: Pair
  readonly p: Pair
  readonly var: Pair
  readonly cov: number
  readonly diff: number
  readonly se: number | null
  readonly ci95: Pair | null
  readonly mean: Pair | null
  readonly meanDiff: number | null
  readonly seMeanDiff: number | null
  readonly hedges: Hedges | null
  readonly reason: 'no_variance' | 'no_df' | null
}

export function timeLag(request: Omit<LagRequest, 'waves'> & { readonly waves: Pair }): TimeLag {
  const series = timeLagSeries(request)
  const records = inWaves(request)
  const clusters = personClusters(records, request.lonelyPsu)
  return {
    waves: request.waves,
    bands: bandsOf(request).flatMap(band => compareBand(records, clusters, request.waves, band)),
    standardised: series.reason === null ? differenceOf(series) : { ...series, p: null },
    dropped: series.dropped,
  }
}

function differenceOf(series: LagSeries): LagDifference {
  const { values, covariance, naive, df, persons, overlapPersons } = series
  const diff = values[1] - values[0]
  const se = Math.sqrt(Math.max(0, covariance[0][0] + covariance[1][1] - 2 * covariance[0][1]))
  const points = {
    p: [values[0], values[1]] as const,
    diff,
    se,
    seNaive: Math.sqrt(sum(naive)),
    df,
    persons,
    overlapPersons,
    series,
  }
  if (!(df > 0 && se > 0)) return { ...points, ci95: null, ci90: null, pValue: null, reason: 'no_df' }
  const [ci95, ci90] = [around(diff, se, 0.975, df), around(diff, se, 0.95, df)]
  return { ...points, ci95, ci90, pValue: tTwoSided(diff / se, df), reason: null }
}

/** The bands of the cells, each once. */
function bandsOf({ cells }: Pick<LagRequest, 'cells'>): Band[] {
  const bands = cells.map(({ ageFrom, ageTo }) => [ageFrom, ageTo] as const)
  return bands.filter(([from, to], i) => bands.findIndex(band => band[0] === from && band[1] === to) === i)
}

/** Nothing where one of the waves has nobody of the band with a valid answer. */
function compareBand(
  records: readonly LagRecord[],
  clusters: PersonClusters,
  waves: Pair,
  [ageFrom, ageTo]: Band,
): LagBand[] {
  const members = waves.map(wave => recordsOf(records, wave, { ageFrom, ageTo, sex: null }))
  const weight = records.map(record => record.weight)
  const lonely = records.map(record => record.lonely)
  const { means, covariance } = domainMeans(clusters, weight, lonely, members)
  const [then, now] = means
  if (then.value === null || now.value === null) return []
  const inBand = new Set(members.flat())
  const df = clusteredDf(clusters, i => lonely[i] !== null && inBand.has(i))
  const spread = covariance[0][0] > 0 && covariance[1][1] > 0
  const variance = covariance[0][0] + covariance[1][1] - 2 * covariance[0][1]
  const se = spread && variance > 0 ? Math.sqrt(variance) : null
  const diff = now.value - then.value
  const age = records.map((record, i) => (lonely[i] === null ? null : record.age))
  const ages = domainMeans(clusters, weight, age, members).means
  return [
    {
      band: bandLabel(ageFrom, ageTo),
      n: [then.n, now.n],
      meanAge: [ages[0].value ?? 0, ages[1].value ?? 0],
      p: [then.value, now.value],
      var: [covariance[0][0], covariance[1][1]],
      cov: covariance[0][1],
      diff,
      se,
      ci95: se === null || df <= 0 ? null : around(diff, se, 0.975, df),
      ...compareScores(records, clusters, weight, members),
      reason: se === null ? 'no_variance' : df <= 0 ? 'no_df' : null,
    },
  ]
}

function compareScores(
  records: readonly LagRecord[],
  clusters: PersonClusters,
  weight: readonly number[],
  members: readonly (readonly number[])[],
) {
  const scores = records.map(({ score }) => score)
  const { means, covariance } = domainMeans(clusters, weight, scores, members)
  const [then, now] = means
  const none = { mean: null, meanDiff: null, seMeanDiff: null, hedges: null }
  if (then.value === null || now.value === null) return none
  const variance = covariance[0][0] + covariance[1][1] - 2 * covariance[0][1]
  const group = ({ n, spread }: typeof then, mean: number) => ({ n, mean, spread: spread ?? 0 })
  return {
    mean: [then.value, now.value] as const,
    meanDiff: now.value - then.value,
    seMeanDiff: variance > 0 ? Math.sqrt(variance) : null,
    hedges: variance > 0 ? hedges(group(then, then.value), group(now, now.value), variance) : null,
  }
}

function around(diff: number, se: number, p: number, df: number): Pair {
  const half = tQuantile(p, df) * se
  return [diff - half, diff + half]
}
