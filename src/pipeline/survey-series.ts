/**
 * One measure of one domain over the surveyed waves of a source, crude or
 * standardised, with the covariance between the waves.
 */
import type { Selection } from '../core/cells.ts'
import type { Domain } from '../core/domain.ts'
import type { DomainEstimates, Estimate, LonelyPsu } from '../core/estimate.ts'
import { dot, type Matrix } from '../core/linear.ts'
import { estimateJointly } from '../estimate/covariance.ts'
import { standardise } from '../standardise/standardise.ts'
import type { SourceData } from './source-data.ts'

export interface SurveySeries {
  readonly source: string
  readonly measure: string
  readonly kind: 'proportion' | 'mean'
  readonly domain: Domain
  /** null = crude */
  readonly standard: StandardCells | null
  /** in the order of the surveyed waves */
  readonly estimates: readonly Estimate[]
  readonly covariance: Matrix
}

export interface SeriesRequest {
  readonly source: SourceData
  readonly measure: string
  readonly domain: Domain
  readonly selection: Selection
  readonly lonelyPsu: LonelyPsu
}

/** The cells of a standard within a domain, with their shares of the standard population. */
export interface StandardCells {
  readonly id: string
  /** whom each cell is about, with its age band; none where no published figures can stand for them */
  readonly domains: readonly Domain[]
  readonly selections: readonly Selection[]
  readonly shares: readonly number[]
}

export function crudeSeries(request: SeriesRequest): SurveySeries {
  const { source, measure, selection, lonelyPsu } = request
  const { estimates, covariance } = estimateJointly(
    source.cells,
    measure,
    source.waves.map((_, wave) => inWave(selection, wave)),
    { lonelyPsu },
  )
  return { ...named(request, null), estimates, covariance }
}

/** Each wave's cells are weighted by the standard; waves that share people keep their covariance. */
export function standardisedSeries(request: SeriesRequest, standard: StandardCells): SurveySeries {
  const waves = request.source.waves.map((_, wave) => cellEstimates(request, standard, [wave]))
  const estimates = waves.map(cells => standardise(cells, standard.shares))
  return { ...named(request, standard), estimates, covariance: betweenWaves(request, standard, estimates) }
}

/** The estimates of the standard's cells in these waves, wave by wave; made once for standards with the same cells. */
export function cellEstimates(
  { source, measure, selection, lonelyPsu }: SeriesRequest,
  { selections }: Pick<StandardCells, 'selections'>,
  waves: readonly number[],
): DomainEstimates {
  const within = memo(cellsWithin, selections, () => new WeakMap<Selection, CellsWithin>())
  const { cells, found } = memo(within, selection, () => ({
    cells: selections.map(cell => new Map([...selection, ...cell])),
    found: new Map<string, DomainEstimates>(),
  }))
  return memo(found, [measure, lonelyPsu, ...waves].join(' '), () => {
    const inWaves = waves.flatMap(wave => cells.map(cell => inWave(cell, wave)))
    return estimateJointly(source.cells, measure, inWaves, { lonelyPsu })
  })
}

/** A domain cut into the cells of a standard, and what was estimated for them. */
interface CellsWithin {
  readonly cells: readonly Selection[]
  readonly found: Map<string, DomainEstimates>
}

const cellsWithin = new WeakMap<readonly Selection[], WeakMap<Selection, CellsWithin>>()

interface Memory<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): unknown
}

function memo<K, V>(memory: Memory<K, V>, key: K, make: () => V): V {
  const known = memory.get(key)
  if (known !== undefined) return known
  const made = make()
  memory.set(key, made)
  return made
}

/** Independent samples have none; a panel's is w'Vw over the cells of both waves. */
function betweenWaves(
  request: SeriesRequest,
  standard: StandardCells,
  estimates: readonly Estimate[],
): number[][] {
  const own = estimates.map((estimate, a) => estimates.map((_, b) => (a === b ? estimate.variance : 0)))
  if (!request.source.waves.some(wave => wave.spec.panel)) return own
  const joint = cellEstimates(request, standard, [...estimates.keys()])
  const size = standard.shares.length
  const block = (a: number, b: number) =>
    joint.covariance.slice(a * size, (a + 1) * size).map(row => row.slice(b * size, (b + 1) * size))
  const across = (a: number, b: number) =>
    dot(
      standard.shares,
      block(a, b).map(row => dot(row, standard.shares)),
    )
  return own.map((row, a) => row.map((variance, b) => (a === b ? variance : across(a, b))))
}

/** The same object for the same selection and wave, so that its rows are looked up once for all measures. */
function inWave(selection: Selection, wave: number): Selection {
  const waves = memo(wavesOf, selection, () => new Map<number, Selection>())
  return memo(waves, wave, () => new Map([...selection, ['wave', [wave]]]))
}

const wavesOf = new WeakMap<Selection, Map<number, Selection>>()

function named({ source, measure, domain }: SeriesRequest, standard: StandardCells | null) {
  const kind = source.cells.measures.get(measure)?.kind ?? 'proportion'
  return { source: source.name, measure, kind, domain, standard }
}
