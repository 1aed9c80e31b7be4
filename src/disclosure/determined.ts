/**
 * What a reader can compute: the unknown figures that linear relations leave no
 * freedom.
 *
 * Relations with one unknown are used up first, one after the other; the rest is
 * brought to reduced row echelon form, in which an unknown is determined exactly
 * when a row holds nothing else. Rows with few unknowns go first, so that tables
 * of many municipalities stay sparse.
 */

/** Σ coefficient · figure = 0. */
export interface Relation {
  readonly figures: readonly number[]
  readonly coefficients: readonly number[]
}

/** A secret that can be computed, and the relations that may be to blame. */
export interface Leak {
  readonly secret: number
  readonly through: readonly Relation[]
}

/** The first secret that can be computed, or null; `isKnown` and `isSecret` by figure. */
export function firstLeak(
  relations: readonly Relation[],
  isKnown: (figure: number) => boolean,
  isSecret: (figure: number) => boolean,
): Leak | null {
  const derived = new Set<number>()
  const isUnknown = (figure: number) => !isKnown(figure) && !derived.has(figure)
  const open = relations.map(({ figures }) => figures.filter(figure => !isKnown(figure)))
  const left = open.map(unknown => unknown.length)
  const uses = usesOf(open)
  const ready = [...left.keys()].filter(r => left[r] === 1)
  for (const r of ready) {
    const figure = open[r].find(isUnknown)
    if (figure === undefined) continue
    if (isSecret(figure)) return { secret: figure, through: [relations[r]] }
    derived.add(figure)
    for (const other of uses.get(figure) ?? []) if (--left[other] === 1) ready.push(other)
  }
  const core = relations.filter(({ figures }) => figures.some(isUnknown))
  const secret = aloneIn(reduce(core.map(relation => rowOf(relation, isUnknown))), isSecret)
  if (secret === null) return null
  return { secret, through: core.filter(({ figures }) => figures.includes(secret)) }
}

type Row = Map<number, number>

/** The relations in which each figure is unknown. */
function usesOf(open: readonly (readonly number[])[]): Map<number, number[]> {
  const uses = new Map<number, number[]>()
  for (const [r, unknown] of open.entries()) {
    for (const figure of unknown) {
      const own = uses.get(figure)
      if (own === undefined) uses.set(figure, [r])
      else own.push(r)
    }
  }
  return uses
}

function rowOf({ figures, coefficients }: Relation, isUnknown: (figure: number) => boolean): Row {
  const row: Row = new Map()
  for (const [i, figure] of figures.entries()) {
    if (isUnknown(figure)) row.set(figure, (row.get(figure) ?? 0) + coefficients[i])
  }
  return row
}

/** Reduced row echelon form, in place. */
function reduce(rows: readonly Row[]): readonly Row[] {
  const columns = new Map<number, Set<Row>>()
  for (const row of rows) for (const figure of row.keys()) enter(columns, figure, row)
  const waiting = new Set(rows)
  while (waiting.size > 0) {
    const row = shortest(waiting)
    waiting.delete(row)
    const pivot = rarest(row, columns)
    if (pivot === null) continue
    const factor = row.get(pivot)!
    for (const other of [...columns.get(pivot)!]) {
      if (other !== row) subtract(other, row, other.get(pivot)! / factor, columns)
    }
  }
  return rows
}

function shortest(rows: Iterable<Row>): Row {
  let best: Row | undefined
  for (const row of rows) if (best === undefined || row.size < best.size) best = row
  return best!
}

/** The unknown of the row that the fewest rows use. */
function rarest(row: Row, columns: ReadonlyMap<number, ReadonlySet<Row>>): number | null {
  let best: number | null = null
  for (const figure of row.keys()) {
    if (best === null || columns.get(figure)!.size < columns.get(best)!.size) best = figure
  }
  return best
}

function subtract(target: Row, row: Row, factor: number, columns: Map<number, Set<Row>>): void {
  for (const [figure, coefficient] of row) {
    const left = (target.get(figure) ?? 0) - factor * coefficient
    if (Math.abs(left) > ROUNDING) {
      target.set(figure, left)
      enter(columns, figure, target)
    } else {
      target.delete(figure)
      columns.get(figure)!.delete(target)
    }
  }
}

const ROUNDING = 1e-9

function enter(columns: Map<number, Set<Row>>, figure: number, row: Row): void {
  const rows = columns.get(figure)
  if (rows === undefined) columns.set(figure, new Set([row]))
  else rows.add(row)
}

function aloneIn(rows: readonly Row[], isSecret: (figure: number) => boolean): number | null {
  const alone = rows.filter(row => row.size === 1).map(row => [...row.keys()][0])
  return alone.filter(isSecret).reduce<number | null>((a, b) => (a === null || b < a ? b : a), null)
}
