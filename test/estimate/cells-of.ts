/** Cells from records, for tests: the same aggregation as the engine's, in plain loops. */
import type { Cells, MeasureSums } from '../../src/core/cells.ts'

export interface TestRecord {
  readonly stratum: string
  /** absent = each record its own PSU */
  readonly psu?: string
  readonly fpc?: number
  readonly weight: number
  /** dimension → level; null or absent = missing */
  readonly at: Readonly<Record<string, string | null>>
  /** measure → value; null = no valid score */
  readonly y: Readonly<Record<string, number | null>>
}

export interface CellsOptions {
  readonly kinds: Readonly<Record<string, 'proportion' | 'mean'>>
  /** names the row a record goes to beside its stratum, PSU and levels; splits cells */
  readonly split?: (record: TestRecord, i: number) => string
}

export function cellsOf(records: readonly TestRecord[], { kinds, split }: CellsOptions): Cells {
  const dimensionNames = [...new Set(records.flatMap(record => Object.keys(record.at)))]
  const dimensions = dimensionNames.map(name => ({
    name,
    levels: [...new Set(records.flatMap(({ at }) => at[name] ?? []))].sort(),
  }))
  const strata = [...new Set(records.map(({ stratum }) => stratum))]
  const psuName = (record: TestRecord) => `${record.stratum} ${record.psu}`
  const psus = [...new Set(records.map(psuName))]
  const withPsu = records.some(({ psu }) => psu !== undefined)
  const groups = new Map<string, TestRecord[]>()
  records.forEach((record, i) => {
    const key = JSON.stringify([
      record.stratum,
      withPsu ? record.psu : '',
      dimensionNames.map(name => record.at[name] ?? null),
      split?.(record, i) ?? '',
    ])
    groups.set(key, [...(groups.get(key) ?? []), record])
  })
  const rows = [...groups.values()]
  const column = (of: (members: readonly TestRecord[]) => number) => Float64Array.from(rows, of)
  const index = (of: (record: TestRecord) => number) => Int32Array.from(rows, ([first]) => of(first))
  return {
    dimensions,
    strata,
    psusInStratum: Float64Array.from(strata, stratum => {
      const own = records.filter(record => record.stratum === stratum)
      return withPsu ? new Set(own.map(psuName)).size : own.length
    }),
    fpc: records.some(({ fpc }) => fpc !== undefined)
      ? Float64Array.from(strata, h => records.find(({ stratum }) => stratum === h)!.fpc ?? Infinity)
      : null,
    length: rows.length,
    stratum: index(record => strata.indexOf(record.stratum)),
    psu: withPsu ? index(record => psus.indexOf(psuName(record))) : null,
    codes: dimensions.map(({ name, levels }) =>
      index(({ at }) => (at[name] === null || at[name] === undefined ? -1 : levels.indexOf(at[name]))),
    ),
    records: column(members => members.length),
    weights: column(members => members.reduce((total, { weight }) => total + weight, 0)),
    measures: new Map(Object.entries(kinds).map(([name, kind]) => [name, sumsOf(rows, name, kind)] as const)),
  }
}

function sumsOf(
  rows: readonly (readonly TestRecord[])[],
  name: string,
  kind: 'proportion' | 'mean',
): MeasureSums {
  const sum = (of: (y: number, w: number) => number) =>
    Float64Array.from(rows, members =>
      members.reduce((total, { y, weight }) => total + (y[name] == null ? 0 : of(y[name], weight)), 0),
    )
  return {
    kind,
    n: sum(() => 1),
    events: sum(y => y),
    w: sum((_, w) => w),
    wy: sum((y, w) => w * y),
    w2: sum((_, w) => w * w),
    w2y: sum((y, w) => w * w * y),
    wyy: sum((y, w) => w * y * y),
    w2yy: sum((y, w) => w * w * y * y),
  }
}

/** A selection by level names. */
export function select(cells: Cells, at: Readonly<Record<string, string | readonly string[]>>) {
  return new Map(
    Object.entries(at).map(([name, wanted]) => {
      const { levels } = cells.dimensions.find(dimension => dimension.name === name)!
      return [name, [wanted].flat().map(level => levels.indexOf(level))] as const
    }),
  )
}
