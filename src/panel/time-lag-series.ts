/**
 * Prevalence at equal ages over the waves of a panel, standardised, with full covariance.
 *
 * p_w = Σ_g W_g p_gw over bands of age (by sex), the same shares W in every wave;
 * persons are the clusters over all waves: somebody of 75-84 then may be of 85-94
 * now. A cell that is empty in one wave is left out of all, named, and the other
 * shares are raised in proportion. A cell at 0 or 100 % takes the variance of
 * (n p + ½)/(n + 1), not certainty.
 *
 * Units: proportions; order of the waves as asked.
 * Source: Schaie (1965), Psychol. Bull. 64, 92 (time-lag); Korn & Graubard (1999).
 * Checked against: R survey 4.1, svyby(covmat = TRUE).
 */
import type { LonelyPsu } from '../core/estimate.ts'
import { dot, type Matrix, quadraticForm, sum, type Vector } from '../core/linear.ts'
import type { StandardCell } from '../core/standard.ts'
import { type DomainMeans, domainMeans } from './domain-means.ts'
import { belongs, cellName, commonAgeFloor, type LagRecord, refuseBelow } from './lag-records.ts'
import { clusteredDf, type PersonClusters, personClusters } from './person-clusters.ts'

export interface LagRequest {
  readonly records: readonly LagRecord[]
  /** positions, in order of time */
  readonly waves: readonly number[]
  /** the standard population within the common ages */
  readonly cells: readonly StandardCell[]
  /** lowest age of a wave by its position, where it is declared; else as found */
  readonly lowestAge?: ReadonlyMap<number, number>
  readonly lonelyPsu?: LonelyPsu
}

export interface DroppedCell {
  readonly cell: string
  /** positions of the waves in which nobody of it has a valid score */
  readonly emptyIn: readonly number[]
}

export interface LagSeries {
  readonly waves: readonly number[]
  readonly cells: readonly StandardCell[]
  /** shares of the cells that are left; they sum to 1 */
  readonly shares: Vector
  readonly dropped: readonly DroppedCell[]
  /** by wave and cell: estimate and records */
  readonly byCell: readonly (readonly { readonly value: number; readonly n: number }[])[]
  readonly values: Vector
  /** of the values */
  readonly covariance: Matrix
  /** variances had the waves no people in common */
  readonly naive: Vector
  readonly df: number
  /** people with a valid score in the cells, and those among them met in more than one wave */
  readonly persons: number
  readonly overlapPersons: number
  readonly reason: null
}

export interface NoLagSeries {
  readonly dropped: readonly DroppedCell[]
  readonly reason: 'no_common_cells'
}

export function timeLagSeries(request: LagRequest): LagSeries | NoLagSeries {
  const { waves, cells } = request
  const records = inWaves(request)
  const lowest = Math.min(...cells.map(({ ageFrom }) => ageFrom))
  refuseBelow(commonAgeFloor(records, waves, lowest, request.lowestAge), cells)
  const dropped = emptyCells(records, waves, cells)
  const left = cells.filter(cell => !dropped.some(other => other.cell === cellName(cell)))
  if (left.length === 0) return { dropped, reason: 'no_common_cells' }
  const total = sum(left.map(({ persons }) => persons))
  const shares = left.map(({ persons }) => persons / total)
  const clusters = personClusters(records, request.lonelyPsu)
  const domains = waves.flatMap(wave => left.map(cell => recordsOf(records, wave, cell)))
  const weight = records.map(record => record.weight)
  const outcome = records.map(({ lonely }) => lonely)
  const found = domainMeans(clusters, weight, outcome, domains)
  const used = new Set(domains.flat().filter(i => outcome[i] !== null))
  return {
    waves,
    cells: left,
    shares,
    dropped,
    byCell: waves.map((_, w) =>
      left.map((_, g) => {
        const { value, n } = found.means[w * left.length + g]
        return { value: value ?? 0, n }
      }),
    ),
    ...standardised(found, shares, waves.length),
    df: clusteredDf(clusters, i => used.has(i)),
    ...people(clusters, used),
    reason: null,
  }
}

export function inWaves({ records, waves }: Pick<LagRequest, 'records' | 'waves'>): LagRecord[] {
  return records.filter(({ wave }) => waves.includes(wave))
}

export function recordsOf(
  records: readonly LagRecord[],
  wave: number,
  cell: Omit<StandardCell, 'persons'>,
): number[] {
  return [...records.keys()].filter(i => records[i].wave === wave && belongs(records[i], cell))
}

function emptyCells(
  records: readonly LagRecord[],
  waves: readonly number[],
  cells: readonly StandardCell[],
): DroppedCell[] {
  return cells.flatMap(cell => {
    const emptyIn = waves.filter(wave =>
      recordsOf(records, wave, cell).every(i => records[i].lonely === null),
    )
    return emptyIn.length === 0 ? [] : [{ cell: cellName(cell), emptyIn }]
  })
}

function standardised({ means, covariance }: DomainMeans, shares: Vector, waves: number) {
  const full = covariance.map((row, a) =>
    row.map((value, b) => (a === b && value === 0 ? smoothedVariance(means[a]) : value)),
  )
  const contrasts = Array.from({ length: waves }, (_, w) =>
    means.map((_, at) => (Math.floor(at / shares.length) === w ? shares[at % shares.length] : 0)),
  )
  const products = contrasts.map(contrast => full.map(row => dot(row, contrast)))
  const values = means.map(({ value }) => value ?? 0)
  return {
    values: contrasts.map(contrast => dot(contrast, values)),
    covariance: contrasts.map((_, a) =>
      contrasts.map((_, b) => dot(products[Math.max(a, b)], contrasts[Math.min(a, b)])),
    ),
    naive: contrasts.map(contrast =>
      quadraticForm(
        contrast,
        full.map((row, a) => row.map((value, b) => (a === b ? value : 0))),
      ),
    ),
  }
}

function smoothedVariance({ value, n }: { readonly value: number | null; readonly n: number }): number {
  const p = (n * (value ?? 0) + 0.5) / (n + 1)
  return (p * (1 - p)) / n
}

function people({ person, persons }: PersonClusters, used: ReadonlySet<number>) {
  const visits = new Uint16Array(persons)
  for (const i of used) visits[person[i]] += 1
  return {
    persons: visits.reduce((count, own) => count + (own > 0 ? 1 : 0), 0),
    overlapPersons: visits.reduce((count, own) => count + (own > 1 ? 1 : 0), 0),
  }
}
