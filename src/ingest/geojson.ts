/**
 * What a GeoJSON file holds: how many features, of which shapes, with which properties.
 *
 * Source: RFC 7946.
 */

import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { EjzError } from '../core/error.ts'
import { fingerprint } from './fingerprint.ts'

export interface GeoJsonFacts {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly features: number
  /** Point, MultiPolygon …, with how many features have it */
  readonly shapes: readonly { readonly shape: string; readonly n: number }[]
  readonly properties: readonly GeoJsonProperty[]
}

export interface GeoJsonProperty {
  readonly name: string
  readonly type: 'number' | 'text' | 'other'
  /** features with a value */
  readonly n: number
  readonly missing: number
}

const MOST_BYTES = 400_000_000

export function readGeoJson(path: string): GeoJsonFacts {
  if (statSync(path).size > MOST_BYTES)
    throw refused(path, 'json-too-large', 'the JSON is too large to be read')
  const features = featuresOf(parsed(path))
  if (features === null) {
    throw refused(path, 'unknown-json', 'the file is JSON, but neither GeoJSON nor an answer of StatLine')
  }
  const { bytes, sha256 } = fingerprint(path)
  return {
    path,
    bytes,
    sha256,
    features: features.length,
    shapes: shapesOf(features),
    properties: propertiesOf(features),
  }
}

type JsonObject = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parsed(path: string): unknown {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''))
    return value
  } catch (cause) {
    throw refused(
      path,
      'malformed-json',
      `${basename(path)} is no valid JSON: it was cut off or damaged`,
      cause,
    )
  }
}

function featuresOf(value: unknown): readonly JsonObject[] | null {
  if (!isObject(value) || value.type !== 'FeatureCollection' || !Array.isArray(value.features)) return null
  const features = value.features.filter(isObject)
  return features.length === value.features.length ? features : null
}

function shapesOf(features: readonly JsonObject[]): GeoJsonFacts['shapes'] {
  const counts = new Map<string, number>()
  for (const { geometry } of features) {
    const shape = isObject(geometry) && typeof geometry.type === 'string' ? geometry.type : 'none'
    counts.set(shape, (counts.get(shape) ?? 0) + 1)
  }
  return [...counts].map(([shape, n]) => ({ shape, n }))
}

function propertiesOf(features: readonly JsonObject[]): GeoJsonProperty[] {
  const values = new Map<string, unknown[]>()
  for (const { properties } of features) {
    if (!isObject(properties)) continue
    for (const [name, value] of Object.entries(properties)) {
      const list = values.get(name) ?? []
      if (value !== null && value !== '') list.push(value)
      values.set(name, list)
    }
  }
  return [...values].map(([name, list]) => ({
    name,
    type: typeOf(list),
    n: list.length,
    missing: features.length - list.length,
  }))
}

function typeOf(values: readonly unknown[]): GeoJsonProperty['type'] {
  if (values.every(value => typeof value === 'number')) return 'number'
  return values.every(value => typeof value === 'string') ? 'text' : 'other'
}

const HINTS = {
  'json-too-large': 'take a more generalised map, or fewer areas',
  'unknown-json':
    'survey data are read as .sav, CSV or Parquet, tables of CBS and RIVM as they are downloaded from StatLine',
  'malformed-json': 'download it again',
} as const

function refused(path: string, code: keyof typeof HINTS, message: string, cause?: unknown): EjzError {
  const details = { where: path, ...(cause === undefined ? {} : { cause }) }
  return new EjzError(code, message, HINTS[code], 'data', details)
}
