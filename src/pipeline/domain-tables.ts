/**
 * The domains of an analysis, table by table: for the target and for all
 * respondents the total, and one table for each entry of `by`.
 */
import type { Cells, Selection } from '../core/cells.ts'
import { bandBounds, bandLabel, type Domain } from '../core/domain.ts'
import type { Study } from '../core/study.ts'
import { type AgeBands, bandsWithin } from './age-bands.ts'

export interface DomainTable {
  /** "75+" or "all" */
  readonly target: string
  /** the columns that split it; none for the total */
  readonly by: readonly string[]
  readonly domains: readonly NamedDomain[]
}

export interface NamedDomain {
  readonly domain: Domain
  /** without `wave`: the same domain serves every wave */
  readonly selection: Selection
}

export function domainTables(study: Study, cells: Cells, bands: AgeBands): DomainTable[] {
  const populations = [targetPopulation(study, bands), allRespondents(study)]
  return populations.flatMap(population =>
    [[], ...study.by].map(by => ({
      target: population.name,
      by,
      domains: cross(
        population,
        by.map(column => levelsOf(column, population, cells, bands)),
      ),
    })),
  )
}

/** Areas are too many and too small to be followed over time. */
const AREAS = ['part', 'province', 'ggd', 'municipality', 'district', 'neighbourhood']

/** One-way tables and totals are followed over time. */
export function hasSeries({ by }: Pick<DomainTable, 'by'>): boolean {
  return by.length === 0 || (by.length === 1 && !AREAS.includes(by[0]))
}

/** The label of the target: "75+" or "75-84". */
export function targetLabel(study: Study): string {
  const [first, last] = study.target.age
  return bandLabel(first, last === null ? null : last + 1)
}

interface Population {
  readonly name: string
  readonly selection: Selection
  readonly ageBands: readonly [number, number | null][]
}

interface Level {
  readonly column: string
  readonly name: string
  readonly codes: readonly number[]
}

function targetPopulation(study: Study, bands: AgeBands): Population {
  const [first, last] = study.target.age
  const end = last === null ? null : last + 1
  return {
    name: targetLabel(study),
    selection: new Map([['age', bandsWithin(bands, first, end)]]),
    ageBands: bandBounds(study.bands.target, end),
  }
}

function allRespondents(study: Study): Population {
  return { name: 'all', selection: new Map(), ageBands: bandBounds(study.bands.all) }
}

function levelsOf(column: string, population: Population, cells: Cells, bands: AgeBands): Level[] {
  if (column === 'age') {
    return population.ageBands.map(([from, to]) => ({
      column,
      name: bandLabel(from, to),
      codes: bandsWithin(bands, from, to),
    }))
  }
  const dimension = cells.dimensions.find(({ name }) => name === column)
  return (dimension?.levels ?? []).map((name, code) => ({ column, name, codes: [code] }))
}

function cross(population: Population, columns: readonly (readonly Level[])[]): NamedDomain[] {
  const combinations = columns.reduce<Level[][]>(
    (rows, levels) => rows.flatMap(row => levels.map(level => [...row, level])),
    [[]],
  )
  return combinations.map(levels => ({
    domain: {
      target: population.name,
      ...Object.fromEntries(levels.map(({ column, name }) => [column, name])),
    },
    selection: new Map([
      ...population.selection,
      ...levels.map(({ column, codes }) => [column, codes] as const),
    ]),
  }))
}
