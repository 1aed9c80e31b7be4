/**
 * Reduces the scored respondents of one wave to cells: one aggregation, in two queries side by side.
 *
 * The scored table was made in parallel; the sums are taken in row order, each
 * query on one thread, so that the number of threads never changes a byte. Both
 * have the same rows, one the measures of the total score, one the others.
 * Measures that share a denominator share its sums.
 */
import type { MeasureSums } from '../core/cells.ts'
import type { Engine } from './engine.ts'
import { quotedName } from './sql-text.ts'

export interface ReduceRequest {
  /** table with weight, stratum, the dimensions and the scores as columns */
  readonly table: string
  /** columns that split the cells, in the order of the result */
  readonly dimensions: readonly string[]
  readonly measures: readonly MeasureColumn[]
  readonly psu: boolean
  readonly fpc: boolean
}

/** A measure y = `sql`; y is NULL exactly where the column `score` is. */
export interface MeasureColumn {
  readonly name: string
  readonly kind: 'proportion' | 'mean'
  /** total, emotional or social: decides the denominator */
  readonly score: string
  readonly sql: string
}

/** The cells of one wave, still keyed by text. */
export interface WaveCells {
  readonly length: number
  readonly stratum: readonly string[]
  readonly psu: readonly string[] | null
  readonly fpc: Float64Array | null
  /** per dimension the level of each row; null = missing */
  readonly dimensions: readonly (readonly (string | null)[])[]
  readonly records: Float64Array
  readonly weights: Float64Array
  readonly measures: ReadonlyMap<string, MeasureSums>
}

export async function reduce(engine: Engine, request: ReduceRequest): Promise<WaveCells> {
  const ofTotal = ({ kind, score }: MeasureColumn) => kind === 'proportion' && score === 'total'
  const halves = [
    aggregation(request, request.measures.filter(ofTotal), cellSums(request)),
    aggregation(
      request,
      request.measures.filter(measure => !ofTotal(measure)),
      [],
    ),
  ]
  const found = await engine.inOrder(() => Promise.all(halves.map(sql => engine.columns(sql))))
  const columns = new Map(found.flatMap(half => [...half]))
  const numbers = (name: string) => toNumbers(columns.get(name) ?? [])
  const texts = (name: string) => toTexts(columns.get(name) ?? [])
  const required = (name: string) => texts(name).map(text => text ?? '')
  const records = numbers('records')
  return {
    length: records.length,
    stratum: required('stratum'),
    psu: request.psu ? required('psu') : null,
    fpc: request.fpc ? numbers('fpc') : null,
    dimensions: request.dimensions.map(texts),
    records,
    weights: numbers('weights'),
    measures: new Map(request.measures.map(measure => [measure.name, waveSums(measure, numbers)])),
  }
}

function aggregation(
  request: ReduceRequest,
  measures: readonly MeasureColumn[],
  first: readonly string[],
): string {
  const keys = keysOf(request)
  const denominators = [...new Set(measures.map(measure => measure.score))]
  const selected = [...first, ...denominators.flatMap(denominatorSums), ...measures.flatMap(numeratorSums)]
  return `SELECT ${selected.join(', ')} FROM ${request.table} GROUP BY ${keys.join(', ')} ORDER BY ${keys.join(', ')}`
}

function keysOf({ psu, dimensions }: ReduceRequest): string[] {
  return ['stratum', ...(psu ? ['psu'] : []), ...dimensions].map(quotedName)
}

/** What a cell is and holds, whatever is measured. */
function cellSums(request: ReduceRequest): string[] {
  return [
    ...keysOf(request),
    ...(request.fpc ? ['max(fpc) AS fpc'] : []),
    'count(*)::DOUBLE AS records',
    'sum(weight) AS weights',
  ]
}

function denominatorSums(score: string): string[] {
  const weight = `CASE WHEN ${score} IS NOT NULL THEN weight END`
  return [
    `count(${score})::DOUBLE AS n_${score}`,
    `coalesce(sum(${weight}), 0) AS w_${score}`,
    `coalesce(sum(${weight} * weight), 0) AS w2_${score}`,
  ]
}

function numeratorSums({ name, kind, sql }: MeasureColumn): string[] {
  if (kind === 'proportion') {
    const weight = `CASE WHEN ${sql} THEN weight END`
    return [
      `(count(*) FILTER (WHERE ${sql}))::DOUBLE AS events_${name}`,
      `coalesce(sum(${weight}), 0) AS wy_${name}`,
      `coalesce(sum(${weight} * weight), 0) AS w2y_${name}`,
    ]
  }
  return [
    `coalesce(sum(${sql}), 0)::DOUBLE AS events_${name}`,
    `coalesce(sum(weight * ${sql}), 0) AS wy_${name}`,
    `coalesce(sum(weight * weight * ${sql}), 0) AS w2y_${name}`,
    `coalesce(sum(weight * ${sql} * ${sql}), 0) AS wyy_${name}`,
    `coalesce(sum(weight * weight * ${sql} * ${sql}), 0) AS w2yy_${name}`,
  ]
}

function waveSums(measure: MeasureColumn, numbers: (name: string) => Float64Array): MeasureSums {
  const { name, kind, score } = measure
  const wy = numbers(`wy_${name}`)
  const w2y = numbers(`w2y_${name}`)
  const squares =
    kind === 'proportion'
      ? { wyy: wy, w2yy: w2y }
      : { wyy: numbers(`wyy_${name}`), w2yy: numbers(`w2yy_${name}`) }
  return {
    kind,
    n: numbers(`n_${score}`),
    events: numbers(`events_${name}`),
    w: numbers(`w_${score}`),
    wy,
    w2: numbers(`w2_${score}`),
    w2y,
    ...squares,
  }
}

function toNumbers(column: ArrayLike<unknown>): Float64Array {
  return column instanceof Float64Array ? column : Float64Array.from(column, Number)
}

function toTexts(column: ArrayLike<unknown>): (string | null)[] {
  return Array.from(column, value => (value === null || value === undefined ? null : String(value)))
}
