/**
 * Joins the cells of the waves of one source into one table.
 *
 * Strata are wave-qualified, and equal PSUs in different waves are different
 * people, unless the source is a panel: then a stratum and a person run on
 * through the waves, and `n_h` counts the persons of any wave.
 */
import type { Cells, Dimension, MeasureSums } from '../core/cells.ts'
import { refuseMixedDesigns, refuseWanderers } from './design-refusals.ts'

/** What the engine gives back for one wave. */
export interface WavePart {
  readonly wave: string
  readonly length: number
  readonly stratum: readonly string[]
  readonly psu: readonly string[] | null
  readonly fpc: Float64Array | null
  readonly dimensions: readonly (readonly (string | null)[])[]
  readonly records: Float64Array
  readonly weights: Float64Array
  readonly measures: ReadonlyMap<string, MeasureSums>
}

export interface JoinOptions {
  readonly panel: boolean
  /** names of the parts' dimensions, in their order */
  readonly names: readonly string[]
  /** levels in a given order (age bands, sexes); other dimensions are sorted */
  readonly levels: ReadonlyMap<string, readonly string[]>
}

export function joinCells(parts: readonly WavePart[], options: JoinOptions): Cells {
  const strata = new Index()
  const psus = new Index()
  const qualify = (part: WavePart, name: string) => (options.panel ? name : `${part.wave} ${name}`)
  const stratum = concatInts(parts.map(part => part.stratum.map(name => strata.of(qualify(part, name)))))
  refuseMixedDesigns(parts)
  const psu = parts.some(part => part.psu !== null)
    ? concatInts(parts.map(part => rowPsus(part, psus, options.panel)))
    : null
  if (psu !== null) refuseWanderers(stratum, psu, strata.names, psus.names)
  const records = concatFloats(parts.map(part => part.records))
  return {
    dimensions: [waveDimension(parts), ...dimensionsOf(parts, options)],
    strata: strata.names,
    psusInStratum: countPsus(strata.names.length, stratum, psu, records),
    fpc: joinFpc(strata.names.length, stratum, parts),
    length: records.length,
    stratum,
    psu,
    codes: [waveCodes(parts), ...codesOf(parts, options)],
    records,
    weights: concatFloats(parts.map(part => part.weights)),
    measures: joinMeasures(parts),
  }
}

/** Numbers names in the order of their first appearance. */
class Index {
  readonly names: string[] = []
  private readonly numbers = new Map<string, number>()

  of(name: string): number {
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    this.names.push(name)
    this.numbers.set(name, this.names.length - 1)
    return this.names.length - 1
  }
}

/** A PSU is named within its stratum; in a panel a person is one PSU wherever and whenever seen. */
function rowPsus(part: WavePart, psus: Index, panel: boolean): number[] {
  const names = part.psu ?? []
  return part.stratum.map((stratum, row) =>
    psus.of(panel ? names[row] : `${part.wave} ${stratum} ${names[row]}`),
  )
}

function waveDimension(parts: readonly WavePart[]): Dimension {
  return { name: 'wave', levels: parts.map(part => part.wave) }
}

function waveCodes(parts: readonly WavePart[]): Int32Array {
  return concatInts(parts.map((part, wave) => new Array<number>(part.length).fill(wave)))
}

function dimensionsOf(parts: readonly WavePart[], options: JoinOptions): Dimension[] {
  return options.names.map((name, d) => ({ name, levels: levelsOf(parts, d, options.levels.get(name)) }))
}

function levelsOf(parts: readonly WavePart[], d: number, given?: readonly string[]): readonly string[] {
  if (given !== undefined) return given
  const seen = new Set(parts.flatMap(part => part.dimensions[d]).filter(level => level !== null))
  return [...seen].sort(byNumberThenText)
}

function byNumberThenText(a: string, b: string): number {
  const difference = Number(a) - Number(b)
  if (Number.isFinite(difference) && difference !== 0) return difference
  return a < b ? -1 : a > b ? 1 : 0
}

function codesOf(parts: readonly WavePart[], options: JoinOptions): Int32Array[] {
  return options.names.map((name, d) => {
    const levels = new Map(levelsOf(parts, d, options.levels.get(name)).map((level, i) => [level, i]))
    return concatInts(
      parts.map(part => part.dimensions[d].map(level => (level === null ? -1 : (levels.get(level) ?? -1)))),
    )
  })
}

function countPsus(
  strata: number,
  stratum: Int32Array,
  psu: Int32Array | null,
  records: Float64Array,
): Float64Array {
  const counts = new Float64Array(strata)
  const seen = new Set<number>()
  for (let row = 0; row < stratum.length; row++) {
    if (psu === null) counts[stratum[row]] += records[row]
    else if (!seen.has(psu[row])) {
      seen.add(psu[row])
      counts[stratum[row]] += 1
    }
  }
  return counts
}

function joinFpc(strata: number, stratum: Int32Array, parts: readonly WavePart[]): Float64Array | null {
  if (parts.every(part => part.fpc === null)) return null
  const rows = concatFloats(parts.map(part => part.fpc ?? new Float64Array(part.length).fill(Infinity)))
  const fpc = new Float64Array(strata)
  for (let row = 0; row < rows.length; row++) fpc[stratum[row]] = rows[row]
  return fpc
}

function joinMeasures(parts: readonly WavePart[]): Map<string, MeasureSums> {
  const kinds = new Map(parts.flatMap(part => [...part.measures].map(([name, { kind }]) => [name, kind])))
  return new Map(
    [...kinds].map(([name, kind]) => [
      name,
      joinSums(parts.map(part => part.measures.get(name) ?? unmeasured(kind, part.length))),
    ]),
  )
}

/** A wave whose instrument does not have the measure: nobody has a valid value. */
function unmeasured(kind: MeasureSums['kind'], length: number): MeasureSums {
  const none = new Float64Array(length)
  return { kind, n: none, events: none, w: none, wy: none, w2: none, w2y: none, wyy: none, w2yy: none }
}

function joinSums(sums: readonly MeasureSums[]): MeasureSums {
  const joined = (pick: (sums: MeasureSums) => Float64Array) => concatFloats(sums.map(pick))
  const wy = joined(part => part.wy)
  const w2y = joined(part => part.w2y)
  const binary = sums[0].kind === 'proportion'
  return {
    kind: sums[0].kind,
    n: joined(part => part.n),
    events: joined(part => part.events),
    w: joined(part => part.w),
    wy,
    w2: joined(part => part.w2),
    w2y,
    wyy: binary ? wy : joined(part => part.wyy),
    w2yy: binary ? w2y : joined(part => part.w2yy),
  }
}

function concatInts(parts: readonly ArrayLike<number>[]): Int32Array {
  const joined = new Int32Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

function concatFloats(parts: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
