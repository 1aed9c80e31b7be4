/**
 * Why the target's figure changed: rates or composition (percentage), and size
 * of the population besides (number of people).
 *
 * Each wave against the one before it, and the last against the first. The
 * percentage uses each wave's own weighted composition, the number the register.
 */
import { bandLabel } from '../core/domain.ts'
import type { DomainEstimates } from '../core/estimate.ts'
import { sum } from '../core/linear.ts'
import type { DecompositionEntry } from '../core/results.ts'
import type { Study } from '../core/study.ts'
import { dasGupta } from '../standardise/das-gupta.ts'
import type { FittedCell } from '../standardise/fit.ts'
import { kitagawa } from '../standardise/kitagawa.ts'
import { sameInstrument } from './comparability.ts'
import { targetLabel } from './domain-tables.ts'
import type { PopulationRow } from './reference-data.ts'
import { personsOf, registerDay } from './register.ts'
import { cellEstimates } from './series.ts'
import type { SourceData } from './source-data.ts'
import { selectionOf } from './source-standards.ts'

export function decompositionEntries(
  study: Study,
  source: SourceData,
  cells: readonly FittedCell[],
  population: readonly PopulationRow[],
): DecompositionEntry[] {
  if (cells.length === 0) return []
  return [...source.cells.measures].flatMap(([measure, { kind }]) =>
    wavePairs(source, measure).flatMap(pair => {
      const byCell = cellsOfPair(study, source, measure, cells, pair)
      const about = {
        source: source.name,
        measure,
        domain: { target: targetLabel(study) },
        standard: null,
        from: source.entries[pair[0]].wave,
        to: source.entries[pair[1]].wave,
        shown: true,
      }
      return [
        ...percentage(byCell, cells).map(entry => ({ ...about, ...entry })),
        ...(kind === 'proportion' ? number(byCell, cells, registers(source, pair, population)) : []).map(
          entry => ({ ...about, ...entry }),
        ),
      ]
    }),
  )
}

type WavePair = readonly [from: number, to: number]

function wavePairs(source: SourceData, measure: string): WavePair[] {
  const last = source.entries.length - 1
  const steps = Array.from({ length: Math.max(last, 0) }, (_, i): WavePair => [i, i + 1])
  const all: WavePair[] = last > 1 ? [...steps, [0, last]] : steps
  return all.filter(([a, b]) => sameInstrument([source.entries[a], source.entries[b]], measure))
}

/** The cells of the first wave, then those of the second. */
function cellsOfPair(
  study: Study,
  source: SourceData,
  measure: string,
  cells: readonly FittedCell[],
  pair: WavePair,
): DomainEstimates {
  const request = {
    source,
    measure,
    domain: { target: targetLabel(study) },
    selection: new Map(),
    lonelyPsu: study.design.lonelyPsu,
  }
  const standard = { id: '', selections: cells.map(selectionOf), shares: [] }
  return cellEstimates(request, standard, pair)
}

function percentage(byCell: DomainEstimates, cells: readonly FittedCell[]) {
  const [from, to] = [0, 1].map(half => {
    const positions = cells.map((_, i) => half * cells.length + i)
    return { cells: positions, shares: sharesOf(positions.map(i => byCell.estimates[i].population)) }
  })
  if (from.shares.some(Number.isNaN) || to.shares.some(Number.isNaN)) return []
  const found = kitagawa(byCell, from, to)
  if (found === null) return []
  const named = found.cells.map((effects, i) => ({ ...labelOf(cells[i]), ...effects }))
  return [{ method: 'kitagawa' as const, ...found, cells: named }]
}

interface Register {
  readonly persons: readonly number[]
}

function number(byCell: DomainEstimates, cells: readonly FittedCell[], days: ReturnType<typeof registers>) {
  if (days === null) return []
  const [from, to] = days.map((day, half) => {
    const persons = cells.map(cell => personsOf(day, cell.from, cell.to, cell.sex))
    return { half, persons: persons.filter(count => count !== null) }
  })
  const counted = ({ half, persons }: Register & { half: number }) => ({
    cells: cells.map((_, i) => half * cells.length + i),
    shares: sharesOf(persons),
    persons: sum(persons),
  })
  if (from.persons.length < cells.length || to.persons.length < cells.length) return []
  const found = dasGupta(byCell, counted(from), counted(to))
  return found === null ? [] : [{ method: 'dasgupta' as const, ...found }]
}

/** The register beside both waves; null where it lacks one, or has one day for both. */
function registers(source: SourceData, [a, b]: WavePair, population: readonly PopulationRow[]) {
  const from = registerDay(population, source.entries[a].time)
  const to = registerDay(population, source.entries[b].time)
  return from === null || to === null || from.year === to.year ? null : [from, to]
}

function sharesOf(persons: readonly number[]): number[] {
  const total = sum(persons)
  return persons.map(count => count / total)
}

function labelOf({ from, to, sex }: FittedCell): { age: string; sex: string } {
  return { age: bandLabel(from, to), sex: sex ?? 'both' }
}
