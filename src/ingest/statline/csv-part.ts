/**
 * What a CSV of a StatLine download is, told from its first rows and not from its name.
 *
 * Survey files and other tables are none of it: a wide table must bear codes or
 * titles that only StatLine writes, in combinations that do not repeat.
 */

import { isRegionCode } from './dimension-kind.ts'
import { marginKey } from './margin.ts'
import { isPeriodCode, parsePeriod } from './period.ts'
import { looksLikePortal } from './portal-signs.ts'
import { isNumbered } from './wide-columns.ts'

export type CsvPart =
  | { readonly kind: 'observations' }
  | { readonly kind: 'wide' }
  | { readonly kind: 'portal' }
  /** v3: <id>_metadata.csv */
  | { readonly kind: 'metadata' }
  | { readonly kind: 'codes' | 'measures' | 'dimensions' | 'properties' }
  /** groups, catalogue, links: part of a v4 download that says nothing about the figures */
  | { readonly kind: 'side' }

/** The first rows, untrimmed; null = nothing of StatLine. */
export function recogniseCsv(rows: readonly (readonly string[])[]): CsvPart | null {
  const [first = [], second = []] = rows
  const header = first.map(name => name.trim())
  const has = (...names: readonly string[]) => names.every(name => header.includes(name))
  if (has('Measure', 'Value', 'ValueAttribute') || has('Id', 'Measure', 'Value'))
    return { kind: 'observations' }
  if (SIDE_TABLES.some(names => has(...names))) return { kind: 'side' }
  if (has('Identifier', 'Title', 'Unit', 'Decimals')) return { kind: 'measures' }
  if (has('Identifier', 'Title', 'DimensionGroupId')) return { kind: 'codes' }
  if (has('Identifier', 'Title', 'Kind', 'ContainsCodes')) return { kind: 'dimensions' }
  if (has('Identifier', 'Title', 'ObservationCount')) return { kind: 'properties' }
  if (first.length === 1 && header[0] === 'TableInfos' && second.includes('ShortTitle'))
    return { kind: 'metadata' }
  if (isWide(header, rows.slice(1))) return { kind: 'wide' }
  return looksLikePortal(rows) ? { kind: 'portal' } : null
}

const SIDE_TABLES = [
  ['Id', 'Title', 'ParentId', 'DimensionId'],
  ['Identifier', 'Title', 'License', 'Homepage'],
  ['Format', 'MediaType', 'DownloadUrl'],
  ['Url', 'DatasetId'],
]

/** OData v3 and what cbsodata and cbsodataR make of it. */
function isWide(header: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const body = rows.filter(row => row.length === header.length)
  if (body.length === 0 || header.length < 3) return false
  const column = (at: number) => body.map(row => row[at].trim())
  const coded = header
    .flatMap((name, at) => (isNumbered(name) ? [] : [at]))
    .filter(at => bearsCodes(column(at)))
  const hasId = header.some(
    (name, at) => at < 2 && name === 'ID' && column(at).every(cell => /^\d+$/.test(cell)),
  )
  const numbered = header.findIndex(isNumbered)
  if (numbered > 0) {
    const places = header.flatMap((name, at) => (at < numbered && name !== 'ID' && name !== '' ? [at] : []))
    return (
      coded.some(at => at < numbered) && (hasId || bearsPeriods(header, column)) && isUnique(body, places)
    )
  }
  const period = header.findIndex(
    (name, at) => /^(Perioden|Periods)$/.test(name) && column(at).every(namesPeriod),
  )
  const margin = header.findIndex((_, at) => column(at).every(cell => marginKey(cell) !== null))
  return hasId && (period >= 0 || margin >= 0)
}

function bearsCodes(cells: readonly string[]): boolean {
  return [isPeriodCode, isRegionCode, (cell: string) => marginKey(cell) !== null].some(test =>
    cells.every(test),
  )
}

function bearsPeriods(header: readonly string[], column: (at: number) => readonly string[]): boolean {
  return header.some((_, at) => column(at).every(isPeriodCode))
}

function namesPeriod(cell: string): boolean {
  return parsePeriod(cell) !== null
}

/** A row of a table stands for a combination of categories, a respondent does not. */
function isUnique(body: readonly (readonly string[])[], places: readonly number[]): boolean {
  const combinations = body.map(row => places.map(at => row[at].trim()).join('\n'))
  return new Set(combinations).size === combinations.length
}
