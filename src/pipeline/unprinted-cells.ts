/**
 * The age × sex cells behind a decomposition that no table prints: disclosure
 * control must know them, for its effects could give them away.
 */
import { bandLabel, type Domain, domainKey } from '../core/domain.ts'
import type { EstimateEntry } from '../core/results.ts'
import type { Study } from '../core/study.ts'
import type { Unprinted } from '../disclosure/measure-tables.ts'
import { estimateDomains } from '../estimate/domain.ts'
import type { FittedCell } from '../standardise/fit.ts'
import { targetLabel } from './domain-tables.ts'
import type { SourceData } from './source-data.ts'
import { selectionOf } from './source-standards.ts'

export function unprintedCells(
  study: Study,
  source: SourceData,
  cells: readonly FittedCell[],
  printed: readonly EstimateEntry[],
): Unprinted[] {
  const known = new Set(printed.map(({ domain }) => domainKey(domain)))
  const hidden = cells.filter(cell => !known.has(domainKey(domainOf(study, cell))))
  const rows = source.entries.flatMap(({ wave }, i) => hidden.map(cell => ({ wave, i, cell })))
  const selections = rows.map(({ i, cell }) => new Map([...selectionOf(cell), ['wave', [i]] as const]))
  return [...source.cells.measures.keys()].flatMap(measure =>
    estimateDomains(source.cells, measure, selections, study.design).map(({ n, events }, row) => ({
      source: source.name,
      wave: rows[row].wave,
      measure,
      domain: domainOf(study, rows[row].cell),
      n,
      events,
    })),
  )
}

function domainOf(study: Study, { from, to, sex }: FittedCell): Domain {
  return { target: targetLabel(study), age: bandLabel(from, to), ...(sex === null ? {} : { sex }) }
}
