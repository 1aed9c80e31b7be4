/** Prints what a GeoJSON file holds. */
import type { MapInspection } from '../pipeline/inspect.ts'
import { type Column, type Format, printTable } from './print-table.ts'
import type { Terminal } from './terminal.ts'

type Property = MapInspection['properties'][number]

export async function printMap(found: MapInspection, format: Format, { out }: Terminal): Promise<void> {
  const shapes = found.shapes.map(({ shape, n }) => `${n} ${shape}`).join(', ')
  if (format === 'table') {
    out.line(`GeoJSON: ${found.features} features (${shapes}). Geography, no survey data.\n`)
  }
  return printTable(out, format, COLUMNS, found.properties)
}

const COLUMNS: readonly Column<Property>[] = [
  { key: 'name', title: 'property', value: ({ name }) => name },
  { key: 'type', title: 'type', value: ({ type }) => type },
  { key: 'n', title: 'n', align: 'right', value: ({ n }) => n },
  { key: 'missing', title: 'missing', align: 'right', value: ({ missing }) => missing },
]
