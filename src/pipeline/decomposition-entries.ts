/**
 * Why the target's figure changed: rates or composition (percentage), and size
 * of the population besides (number of people).
 *
 * Each wave against the one before it, and the last against the first, over each
 * wave's own weighted composition; the number besides takes the size of the
 * target from the register, so that it agrees with share × register.
 */
import { bandLabel } from '../core/domain.ts'
import type { DomainEstimates } from '../core/estimate.ts'
import { sum } from '../core/linear.ts'
import type { DecompositionEntry, WaveEntry } from '../core/results.ts'
import type { Study } from '../core/study.ts'
import { dasGupta } from '../standardise/das-gupta.ts'
import type { FittedCell } from '../standardise/fit.ts'
import { kitagawa } from '../standardise/kitagawa.ts'
import type { WeightedCells } from '../standardise/weighted-cells.ts'
import { sameInstrument } from './comparability.ts'
import { targetLabel } from './domain-tables.ts'
import { hasMeasure, type SourceData } from './source-data.ts'
import { selectionOf } from './source-standards.ts'
import { cellEstimates } from './survey-series.ts'

export function decompositionEntries(
  study: Study,
  source: SourceData,
  cells: readonly FittedCell[],
): DecompositionEntry[] {
  if (cells.length === 0) return []
  return [...source.cells.measures].flatMap(([measure, { kind }]) =>
    wavePairs(study, source, measure).flatMap(pair => {
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
      const waves = composition(byCell, cells)
      if (waves.some(({ shares }) => shares.some(Number.isNaN))) return []
      const entries = pair.map(wave => source.entries[wave])
      return [
        ...percentage(byCell, cells, waves).map(entry => ({ ...about, ...entry })),
        ...(kind === 'proportion' ? number(byCell, waves, entries) : []).map(entry => ({
          ...about,
          ...entry,
        })),
      ]
    }),
  )
}

type WavePair = readonly [from: number, to: number]

function wavePairs(study: Study, source: SourceData, measure: string): WavePair[] {
  const last = source.entries.length - 1
  const steps = Array.from({ length: Math.max(last, 0) }, (_, i): WavePair => [i, i + 1])
  const all: WavePair[] = last > 1 ? [...steps, [0, last]] : steps
  const domain = { target: targetLabel(study) }
  return all.filter(
    pair =>
      pair.every(wave => hasMeasure(source, wave, measure)) &&
      sameInstrument([source.entries[pair[0]], source.entries[pair[1]]], measure, domain),
  )
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
  const standard = { id: '', domains: [], selections: cells.map(selectionOf), shares: [] }
  return cellEstimates(request, standard, pair)
}

/** Each wave's cells with their shares of that wave's own weights. */
function composition(byCell: DomainEstimates, cells: readonly FittedCell[]): [WeightedCells, WeightedCells] {
  const half = (start: number): WeightedCells => {
    const positions = cells.map((_, i) => start + i)
    return { cells: positions, shares: sharesOf(positions.map(i => byCell.estimates[i].population)) }
  }
  return [half(0), half(cells.length)]
}

function percentage(
  byCell: DomainEstimates,
  cells: readonly FittedCell[],
  waves: [WeightedCells, WeightedCells],
) {
  const found = kitagawa(byCell, ...waves)
  if (found === null) return []
  const named = found.cells.map((effects, i) => ({ ...labelOf(cells[i]), ...effects }))
  return [{ method: 'kitagawa' as const, ...found, cells: named }]
}

/** With the register's count of the target beside each wave; nothing where it lacks one, or has one day for both. */
function number(
  byCell: DomainEstimates,
  waves: [WeightedCells, WeightedCells],
  entries: readonly WaveEntry[],
) {
  const [from, to] = entries.map(entry => entry.targetPopulation)
  if (from === null || to === null || from.date === to.date) return []
  const found = dasGupta(byCell, { ...waves[0], persons: from.persons }, { ...waves[1], persons: to.persons })
  return found === null ? [] : [{ method: 'dasgupta' as const, ...found }]
}

function sharesOf(persons: readonly number[]): number[] {
  const total = sum(persons)
  return persons.map(count => count / total)
}

function labelOf({ from, to, sex }: FittedCell): { age: string; sex: string } {
  return { age: bandLabel(from, to), sex: sex ?? 'both' }
}
