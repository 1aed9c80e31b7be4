/**
 * Change within people before and during the programme, at equal ages.
 *
 * Each interval between two interviews gives a yearly change; it is regressed on
 * `post` (the interval lies in the programme), band of age at its start and sex.
 * β_post is what the period adds to ageing: a mean that rises within people is
 * ageing, never "no break". A person may have intervals of both kinds: the
 * sandwich A⁻¹BA⁻¹ adds a person's scores before squaring.
 *
 * Units: points of the score per year; the bands' upper bounds are exclusive.
 * Source: Binder (1983), Int. Stat. Rev. 51, 279.
 * Checked against: R survey 4.1, svyglm with ids = ~id.
 */
import { tQuantile, tTwoSided } from '../core/distributions.ts'
import { bandLabel } from '../core/domain.ts'
import { EjzError } from '../core/error.ts'
import { sum, type Vector } from '../core/linear.ts'
import { clusteredRegression } from './clustered-regression.ts'
import { type ClusterRecord, personClusters } from './person-clusters.ts'

/** Two interviews of one person, one wave after the other. */
export interface AgeInterval extends ClusterRecord {
  /** at the first of the two */
  readonly age: number
  readonly female: boolean
  /** second score − first */
  readonly change: number
  readonly years: number
  /** the interval lies in the programme */
  readonly post: boolean
}

export interface AgeMatched {
  readonly nIntervals: number
  readonly nPersons: number
  readonly names: readonly string[]
  readonly beta: Vector
  readonly se: Vector
  readonly df: number
  readonly postEffect: number
  readonly postSe: number
  readonly ci95: readonly [number, number]
  readonly ci90: readonly [number, number]
  readonly p: number
  /** mean yearly change, ages as they are */
  readonly crude: { readonly pre: number; readonly post: number }
  readonly reason: null
}

export type NoAgeMatchReason =
  | 'no_intervals_before'
  | 'no_intervals_after'
  | 'singular_design'
  | 'no_df'
  | 'no_variance'

export interface NoAgeMatch {
  readonly nIntervals: number
  readonly nPersons: number
  readonly reason: NoAgeMatchReason
}

const BANDS = [75, 80, 85, 90]

/** Intervals that start outside the bands do not count. */
export function ageMatchedChange(
  intervals: readonly AgeInterval[],
  bands: readonly number[] = BANDS,
): AgeMatched | NoAgeMatch {
  refuseBackwards(intervals)
  const used = intervals.filter(({ age }) => age >= bands[0] && age < bands[bands.length - 1])
  const clusters = personClusters(used)
  const counts = { nIntervals: used.length, nPersons: clusters.persons }
  if (used.every(({ post }) => post)) return { ...counts, reason: 'no_intervals_before' }
  if (!used.some(({ post }) => post)) return { ...counts, reason: 'no_intervals_after' }
  const columns = columnsOf(used, bands)
  const yearly = used.map(({ change, years }) => change / years)
  const fit = clusteredRegression(clusters, columns, yearly)
  if (fit === null) return { ...counts, reason: 'singular_design' }
  const { beta, se, df } = fit
  if (df <= 0) return { ...counts, reason: 'no_df' }
  if (!(se[1] > 0)) return { ...counts, reason: 'no_variance' }
  const within = (p: number) => tQuantile(p, df) * se[1]
  return {
    ...counts,
    names: columns.map(({ name }) => name),
    beta,
    se,
    df,
    postEffect: beta[1],
    postSe: se[1],
    ci95: [beta[1] - within(0.975), beta[1] + within(0.975)],
    ci90: [beta[1] - within(0.95), beta[1] + within(0.95)],
    p: tTwoSided(beta[1] / se[1], df),
    crude: { pre: meanWhere(used, yearly, false), post: meanWhere(used, yearly, true) },
    reason: null,
  }
}

/** The first band with anybody in it is the one the others are compared with; empty bands have no column. */
function columnsOf(used: readonly AgeInterval[], bounds: readonly number[]) {
  const column = (name: string, holds: (interval: AgeInterval) => boolean) => ({
    name,
    values: used.map((interval): number => (holds(interval) ? 1 : 0)),
  })
  const bands = bounds.slice(0, -1).map((from, i) => {
    const to = bounds[i + 1]
    return column(bandLabel(from, to), ({ age }) => age >= from && age < to)
  })
  const met = bands.filter(({ values }) => values.includes(1))
  const female = column('female', interval => interval.female)
  const bothSexes = new Set(female.values).size === 2
  return [
    column('intercept', () => true),
    column('post', ({ post }) => post),
    ...met.slice(1),
    ...(bothSexes ? [female] : []),
  ]
}

function meanWhere(used: readonly AgeInterval[], yearly: Vector, post: boolean): number {
  const own = yearly.filter((_, i) => used[i].post === post)
  return sum(own) / own.length
}

function refuseBackwards(intervals: readonly AgeInterval[]): void {
  const wrong = intervals.find(({ years }) => !(years > 0 && years < Infinity))
  if (wrong === undefined) return
  throw new EjzError(
    'interval-without-length',
    `the interval of person ${wrong.person} takes ${wrong.years} years`,
    'give the second interview of a person a later date than the first',
  )
}
