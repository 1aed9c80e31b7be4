/**
 * A JSON answer of CBS's or RIVM's open data service: what it is and its records.
 *
 * v3 says `odata.metadata`, v4 `@odata.context`; both end in # and the name of the
 * endpoint. Told by that and by the fields of the records, never by the file's name.
 */
import { EjzError } from '../../core/error.ts'
import { tableId } from './key.ts'

export interface JsonPart {
  readonly kind:
    | 'observations'
    | 'wide'
    | 'codes'
    | 'measures'
    | 'dimensions'
    | 'properties'
    | 'table'
    | 'side'
  readonly version: 3 | 4
  /** of the table, in the address of the answer */
  readonly id: string | null
  /** the last part of that address: Observations, PeriodenCodes, TypedDataSet, Perioden */
  readonly endpoint: string
  readonly records: readonly JsonRecord[]
  /** a further page exists */
  readonly continues: boolean
  /** of all pages together, where the answer says it */
  readonly count: number | null
}

export type JsonRecord = Readonly<Record<string, unknown>>

/** V8 makes no longer text. */
export const MOST_JSON = 400_000_000

/** Null = JSON, but no answer of that service. */
export function readJsonPart(bytes: Buffer, path: string): JsonPart | null {
  const answer = parseJson(bytes, path)
  if (!isRecord(answer)) return null
  const context = answer['odata.metadata'] ?? answer['@odata.context']
  if (typeof context !== 'string') return null
  const version = answer['odata.metadata'] === undefined ? 4 : 3
  const [address, fragment = ''] = context.split('#')
  const endpoint =
    fragment
      .replace(/\/@Element$/i, '')
      .split(/[./]/)
      .at(-1) ?? ''
  const list = answer.value
  const records = Array.isArray(list) ? list.filter(isRecord) : [answer]
  if (Array.isArray(list) && records.length < list.length) return null
  const count = answer['@odata.count'] ?? answer['odata.count']
  return {
    kind: partKind(version, endpoint, records),
    version,
    id: tableId(address),
    endpoint,
    records,
    continues: (answer['@odata.nextLink'] ?? answer['odata.nextLink']) !== undefined,
    count: count === undefined || count === null ? null : Number(count),
  }
}

function parseJson(bytes: Buffer, path: string): unknown {
  if (bytes.length > MOST_JSON) {
    throw new EjzError(
      'json-too-large',
      `the JSON is ${Math.round(bytes.length / 1e6)} MB, more than is read in one piece`,
      'download fewer periods or topics, or the table as CSV',
      'data',
      { where: path },
    )
  }
  try {
    const parsed: unknown = JSON.parse(bytes.toString('utf8'))
    return parsed
  } catch (cause) {
    const message = `the JSON cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`
    throw new EjzError('malformed-json', message, 'download it again: it was cut off or damaged', 'data', {
      where: path,
      cause,
    })
  }
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function partKind(version: 3 | 4, endpoint: string, records: readonly JsonRecord[]): JsonPart['kind'] {
  const [first = {}] = records
  const has = (...names: readonly string[]) => names.every(name => name in first)
  if (has('name', 'url')) return 'side'
  return version === 4 ? kindOfV4(endpoint, has) : kindOfV3(endpoint, has)
}

type Has = (...names: readonly string[]) => boolean

function kindOfV4(endpoint: string, has: Has): JsonPart['kind'] {
  if (endpoint === 'Observations' || has('Measure', 'Value')) return 'observations'
  if (has('Identifier', 'Unit', 'Decimals')) return 'measures'
  if (has('Identifier', 'Kind', 'MapYear')) return 'dimensions'
  if (has('Identifier', 'ObservationCount')) return 'table'
  if (has('Identifier', 'Title', 'DimensionGroupId')) return 'codes'
  return endpoint === 'Properties' && has('Identifier', 'Title') ? 'table' : 'side'
}

function kindOfV3(endpoint: string, has: Has): JsonPart['kind'] {
  if (/^(Typed|Untyped)DataSet$/i.test(endpoint)) return 'wide'
  if (has('Identifier', 'ShortTitle')) return 'table'
  if (has('Key', 'Type', 'ParentID')) return 'properties'
  return has('Key', 'Title') ? 'codes' : 'side'
}
