/**
 * What a reader may add and subtract: the linear relations between the figures of
 * one measure in one wave.
 *
 * Within a slice a union is the sum of its atoms; a slice is the sum of the
 * slices that split it by a further dimension (records without that dimension
 * are taken as none, which errs on the safe side). A standardised value is a
 * fixed combination of the finest cells shown for it; which one depends on the
 * standard, so its coefficients are taken as arbitrary but fixed.
 */
import type { Domain } from '../core/domain.ts'
import type { Relation } from './determined.ts'
import { groupBy } from './group-by.ts'
import { type Region, regionsOf } from './regions.ts'
import { atomsWithin, type Difference, type Slice, sliced } from './slices.ts'

export interface Subject {
  readonly domain: Domain
  /** null = crude */
  readonly standard: string | null
}

export interface Related {
  /** sums of respondents, events and weights */
  readonly sums: readonly Relation[]
  /** standardised values as combinations of cells */
  readonly combinations: readonly Relation[]
  /** how the implied figures, numbered on after the subjects, follow from those */
  readonly implied: readonly Difference[]
}

export function relationsOf(subjects: readonly Subject[]): Related {
  const regions = regionsOf(subjects.map(({ domain }) => domain))
  const crude = subjects.flatMap(({ standard }, i) => (standard === null ? [i] : []))
  const { slices, implied } = sliced(crude.map(i => regions[i]))
  // the slices number the crude figures only
  const number = (i: number) => (i < crude.length ? crude[i] : subjects.length + i - crude.length)
  const sums = [...unionRelations(slices), ...splitRelations(slices)].map(({ figures, coefficients }) => ({
    figures: figures.map(number),
    coefficients,
  }))
  const combinations = subjects.flatMap(({ standard }, i) => {
    if (standard === null) return []
    const cells = cellsOf(regions[i], slices).map(number)
    return cells.length < 2 ? [] : [standardRelation(standard, i, cells)]
  })
  return {
    sums,
    combinations,
    implied: implied.map(
      difference => difference && { whole: number(difference.whole), others: difference.others.map(number) },
    ),
  }
}

function unionRelations(slices: readonly Slice[]): Relation[] {
  return slices.flatMap(slice =>
    slice.unions.map(({ figure, from, to }) => equal([figure], atomsWithin(slice, from, to))),
  )
}

/** Σ left = Σ right */
function equal(left: readonly number[], right: readonly number[]): Relation {
  return { figures: [...left, ...right], coefficients: [...left.map(() => 1), ...right.map(() => -1)] }
}

function splitRelations(slices: readonly Slice[]): Relation[] {
  const tables = [...groupBy(slices, ({ others }) => JSON.stringify(namesOf(others))).values()]
  return tables.flatMap(children =>
    parentTables(children, tables).flatMap(parents => {
      const shared = namesOf(parents[0].others)
      const groups = groupBy(children, child => keyOf(child, shared))
      return parents.flatMap(parent => sumRelations(parent, groups.get(keyOf(parent, shared)) ?? []))
    }),
  )
}

/** The tables with fewer dimensions that no other table stands between. */
function parentTables(children: readonly Slice[], tables: readonly Slice[][]): Slice[][] {
  const names = namesOf(children[0].others)
  const isPart = (a: readonly string[], b: readonly string[]) =>
    a.length < b.length && a.every(name => b.includes(name))
  const coarser = tables.filter(table => isPart(namesOf(table[0].others), names))
  return coarser.filter(
    table => !coarser.some(between => isPart(namesOf(table[0].others), namesOf(between[0].others))),
  )
}

/** The parent between two ages is the sum of its children there, for every age that all have as an edge. */
function sumRelations(parent: Slice, children: readonly Slice[]): Relation[] {
  if (children.length === 0) return []
  const common = parent.edges.filter(edge => children.every(child => child.edges.includes(edge)))
  return common.slice(1).map((to, i) =>
    equal(
      atomsWithin(parent, common[i], to),
      children.flatMap(child => atomsWithin(child, common[i], to)),
    ),
  )
}

/** The finest cells within a region: ages × sexes where they are shown, else ages. */
function cellsOf({ from, to, others }: Region, slices: readonly Slice[]): number[] {
  const own = JSON.stringify(others)
  const bySex = slices.filter(
    slice =>
      slice.others.some(([name]) => name === 'sex') &&
      JSON.stringify(slice.others.filter(([name]) => name !== 'sex')) === own,
  )
  const alone = slices.filter(slice => JSON.stringify(slice.others) === own)
  const byAge = (group: readonly Slice[]) => group.map(slice => atomsWithin(slice, from, to))
  const detailed = [bySex, alone].map(byAge).find(group => group.some(cells => cells.length > 1))
  return (detailed ?? []).flat()
}

function standardRelation(standard: string, figure: number, cells: readonly number[]): Relation {
  return {
    figures: [figure, ...cells],
    coefficients: [-1, ...cells.map(cell => arbitrary(`${standard} ${cell}`))],
  }
}

/** A number between ½ and 1½ that is always the same for a text (FNV-1a). */
function arbitrary(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return 0.5 + ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32
}

function namesOf(others: Region['others']): string[] {
  return others.map(([name]) => name)
}

function keyOf({ others }: Slice, names: readonly string[]): string {
  return JSON.stringify(others.filter(([name]) => names.includes(name)))
}
