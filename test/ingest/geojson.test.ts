import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readGeoJson } from '../../src/ingest/geojson.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ejz-geojson-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function read(text: string) {
  const path = join(folder, 'map.geojson')
  writeFileSync(path, text)
  return readGeoJson(path)
}

const feature = (properties: object | null, type = 'Point') => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates: [] },
})

describe('a map', () => {
  it('shows its features, shapes and properties, with what is missing', () => {
    const features = [
      feature({ code: 'GM0014', n: 3 }),
      feature({ code: null, n: 4 }, 'Polygon'),
      feature(null),
    ]
    expect(read(JSON.stringify({ type: 'FeatureCollection', features }))).toMatchObject({
      features: 3,
      shapes: [
        { shape: 'Point', n: 2 },
        { shape: 'Polygon', n: 1 },
      ],
      properties: [
        { name: 'code', type: 'text', n: 1, missing: 2 },
        { name: 'n', type: 'number', n: 2, missing: 1 },
      ],
    })
  })

  it('is not JSON of another kind, nor JSON that was cut off', () => {
    expect(() => read('{"a":1}')).toThrow('neither GeoJSON nor an answer of StatLine')
    expect(() => read('{"type":"FeatureCollection","features":[{')).toThrow('no valid JSON')
  })
})
