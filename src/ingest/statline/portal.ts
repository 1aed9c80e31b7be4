/** A table as the StatLine portal writes it, with or without its title block, or trimmed by hand. */

import { EjzError } from '../../core/error.ts'
import type { Warning } from '../../core/warning.ts'
import type { Dialect } from '../csv-dialect.ts'
import type { Draft, DraftMeasure } from './assemble.ts'
import { type Assumption, CellReader } from './cell-reader.ts'
import { keyFromTitle } from './key.ts'
import { Observations } from './observations.ts'
import { type PortalAxes, type PortalAxis, portalAxes } from './portal-axes.ts'
import { type GridRow, type PortalGrid, portalGrid } from './portal-grid.ts'
import { scanRecords } from './scan-records.ts'
import { isUnit } from './unit.ts'

export function readPortal(
  text: string,
  dialect: Dialect,
  path: string,
  warnings: readonly Warning[],
): { draft: Draft; title: string | null } {
  const rows: GridRow[] = []
  scanRecords(text, dialect, path, (fields, line) => {
    rows.push({ line, cells: fields.map(field => field.trim()) })
  })
  const grid = portalGrid(rows, path)
  const axes = portalAxes(grid)
  const where = (line: number) => `${path}:${line}`
  let assumption: Assumption = { mark: 'comma', trusted: dialect.delimiter !== ',', textColumns: new Set() }
  for (;;) {
    const { observations, measures, reader } = onePass(grid, axes, assumption, where)
    const better = reader.judge(topic => `topic ${measures[topic].key}`, where)
    if (better !== null) {
      assumption = better
      continue
    }
    const dimensions = [...axes.dimensions, ...grid.chosen.map(([name]) => ({ name }))]
    const draft: Draft = {
      form: 'portal',
      isTitled: true,
      dimensions: dimensions.map(({ name }) => ({ name })),
      measures,
      observations,
      where,
      warnings,
    }
    return { draft, title: grid.title }
  }
}

function onePass(
  grid: PortalGrid,
  { dimensions, topics, unit }: PortalAxes,
  assumption: Assumption,
  where: (line: number) => string,
): { observations: Observations; measures: readonly DraftMeasure[]; reader: CellReader } {
  const observations = new Observations(dimensions.length + grid.chosen.length)
  const reader = new CellReader(assumption)
  const measures = new Map<string, DraftMeasure>()
  const columnKeys = topicKeys(grid, topics)
  const codes = new Int32Array(dimensions.length + grid.chosen.length)
  for (const { cells, line } of grid.data) {
    for (let column = grid.labels; column < grid.width; column++) {
      for (const [i, axis] of dimensions.entries()) {
        codes[i] = observations.categories[i].index(category(grid, cells, column, axis, where(line)), line)
      }
      for (const [i, [, chosen]] of grid.chosen.entries()) {
        codes[dimensions.length + i] = observations.categories[dimensions.length + i].index(chosen, line)
      }
      const key = columnKeys?.[column] ?? topics.map(place => at(grid, cells, column, place)).join('|')
      const topic = observations.measures.index(key, line)
      if (!measures.has(key)) measures.set(key, measure(grid, cells, column, topics, unit))
      const value = reader.read(topic, cells[column], line)
      if (reader.text !== null) observations.texts.set(observations.length, reader.text)
      if (reader.reason !== null) observations.absent.set(observations.length, reader.reason)
      observations.add(codes, topic, value)
    }
  }
  return { observations, measures: [...measures.values()], reader }
}

/**
 * Where topics stand in the headings, columns with the same heading and the same
 * categories are topics by themselves.
 */
function topicKeys(grid: PortalGrid, topics: PortalAxes['topics']): string[] | null {
  if (topics.some(place => 'column' in place)) return null
  const seen = new Map<string, number>()
  return Array.from({ length: grid.width }, (_, column) => {
    const heads = grid.headings.map(({ cells }) => cells[column]).join('\n')
    const count = seen.get(heads) ?? 0
    seen.set(heads, count + 1)
    const key = topics.map(place => at(grid, [], column, place)).join('|')
    return count === 0 ? key : `${key}\n${count}`
  })
}

function at(
  { headings }: PortalGrid,
  cells: readonly string[],
  column: number,
  place: PortalAxis['place'],
): string {
  return 'row' in place ? headings[place.row].cells[column] : cells[place.column]
}

function category(
  grid: PortalGrid,
  cells: readonly string[],
  column: number,
  { name, place }: PortalAxis,
  where: string,
): string {
  const found = at(grid, cells, column, place)
  if (found !== '') return found
  throw new EjzError(
    'statline-no-category',
    `dimension ${name} is empty in a row or heading of the table`,
    'download the table again, or remove what was written under it',
    'data',
    { where },
  )
}

function measure(
  grid: PortalGrid,
  cells: readonly string[],
  column: number,
  topics: PortalAxes['topics'],
  unitPlace: PortalAxes['unit'],
): DraftMeasure {
  const key = topics.map(place => at(grid, cells, column, place)).join('|')
  const named = key === '' ? (grid.title ?? '') : key
  const leaf = named.split('|').at(-1) ?? named
  const [, bare, inBrackets] = /^(.*\S)\s*\(([^()]+)\)$/.exec(leaf) ?? []
  const hasUnit = inBrackets !== undefined && isUnit(inBrackets)
  const title = hasUnit ? bare : leaf
  const unit = unitPlace === null ? '' : at(grid, cells, column, unitPlace)
  return {
    key: named,
    title,
    unit: unit !== '' ? unit : hasUnit ? inBrackets : isUnit(leaf) ? leaf : null,
    stem: keyFromTitle(title),
  }
}
