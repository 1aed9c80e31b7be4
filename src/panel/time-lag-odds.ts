/**
 * Odds of loneliness now beside then, with age and sex held constant.
 *
 * logit P(lonely) = β₀ + β_now + one constant per cell but the first; the sandwich
 * A⁻¹BA⁻¹ adds a person's scores over both waves before squaring. A check on the
 * standardised difference: one ratio for all cells, where that lets cells differ.
 *
 * Units: log odds.
 * Source: Binder (1983), Int. Stat. Rev. 51, 279.
 * Checked against: R survey 4.1, svyglm(quasibinomial), svydesign(ids = ~id).
 */
import { tQuantile, tTwoSided } from '../core/distributions.ts'
import { type Matrix, multiply, type Vector } from '../core/linear.ts'
import { logisticFit, type NoLogisticFit } from '../core/logistic.ts'
import { belongs, cellName } from './lag-records.ts'
import { clusteredCovariance, clusteredDf, personClusters } from './person-clusters.ts'
import { inWaves, type LagRequest } from './time-lag-series.ts'

export interface LagOdds {
  readonly names: readonly string[]
  readonly beta: Vector
  readonly se: Vector
  readonly vcov: Matrix
  readonly df: number
  /** odds now ÷ odds then */
  readonly or: number
  readonly orCi: readonly [number, number]
  readonly p: number
  readonly reason: null
}

export interface NoLagOdds {
  readonly reason: NoLogisticFit['reason'] | 'no_df'
}

export function timeLagOdds(
  request: Omit<LagRequest, 'waves'> & { readonly waves: readonly [number, number] },
): LagOdds | NoLagOdds {
  const all = inWaves(request)
  const cellOf = all.map(record => request.cells.findIndex(cell => belongs(record, cell)))
  const used = [...all.keys()].filter(i => cellOf[i] >= 0 && all[i].lonely !== null)
  const met = request.cells.filter((_, g) => used.some(i => cellOf[i] === g))
  const columns = [
    { name: 'intercept', of: () => 1 },
    { name: 'now', of: (i: number) => Number(all[i].wave === request.waves[1]) },
    ...met.slice(1).map(cell => ({ name: cellName(cell), of: (i: number) => Number(belongs(all[i], cell)) })),
  ]
  const design = used.map(i => columns.map(({ of }) => of(i)))
  const outcome = used.map(i => all[i].lonely ?? 0)
  const weight = used.map(i => all[i].weight)
  const fit = logisticFit(design, outcome, weight)
  if (fit.kind === 'none') return { reason: fit.reason }
  const clusters = personClusters(all, request.lonelyPsu)
  const counted = new Set(used)
  const df = clusteredDf(clusters, i => counted.has(i)) + 1 - columns.length
  const scores = columns.map((_, j) => {
    const values = new Float64Array(all.length)
    for (const [at, i] of used.entries()) {
      values[i] = weight[at] * design[at][j] * (outcome[at] - fit.probabilities[at])
    }
    return values
  })
  const meat = clusteredCovariance(clusters, scores)
  const vcov = multiply(multiply(fit.inverseInformation, meat), fit.inverseInformation)
  const se = vcov.map((row, j) => Math.sqrt(Math.max(0, row[j])))
  if (!(df > 0 && se[1] > 0)) return { reason: 'no_df' }
  const half = tQuantile(0.975, df) * se[1]
  return {
    names: columns.map(({ name }) => name),
    beta: fit.beta,
    se,
    vcov,
    df,
    or: Math.exp(fit.beta[1]),
    orCi: [Math.exp(fit.beta[1] - half), Math.exp(fit.beta[1] + half)],
    p: tTwoSided(fit.beta[1] / se[1], df),
    reason: null,
  }
}
