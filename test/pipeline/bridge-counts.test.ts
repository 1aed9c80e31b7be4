import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Results } from '../../src/core/results.ts'
import { type Engine, openEngine } from '../../src/engine/engine.ts'
import { analyse } from '../../src/pipeline/analyse.ts'
import { bridgeCounts } from '../../src/pipeline/bridge-counts.ts'
import { threeWaves } from './three-waves.ts'

/** Made with R from the same answers; see the script beside it. */
const reference = JSON.parse(readFileSync(new URL('../reference/bridge.json', import.meta.url), 'utf8'))

const ELEVEN = new Map(Array.from({ length: 11 }, (_, i) => [i + 1, `dj${i + 1}`]))
const WAVE = { scale: 'djg11', items: ELEVEN, missingRule: 'manual' } as const

const mask = (...items: number[]) => items.reduce((bits, item) => bits | (1 << (item - 1)), 0)

let engine: Engine
beforeAll(async () => {
  engine = await openEngine()
  // items 1, 2, 5, 6 and 11 are not among the six
  const rows = [
    [1, 2, mask(1, 2, 3, 4, 5), 0, 5],
    [2, 2, mask(1, 2, 5, 11), 0, 4],
    [4, 2, mask(3, 4), 0, 2],
    [8, 2, 0, 0, 0],
    [8, 2, 0, mask(1), 0],
    [16, 2, 0, mask(1, 2), 'NULL'],
    [32, 1, mask(3, 4, 7), 0, 3],
    [64, 'NULL', mask(3, 4, 7), 0, 3],
  ]
  await engine.run(`CREATE TABLE usable AS SELECT weight::DOUBLE AS weight, band, lonely::SMALLINT AS lonely,
    missing::SMALLINT AS missing, total FROM (VALUES ${rows.map(row => `(${row.join(', ')})`).join(', ')})
    AS t(weight, band, lonely, missing, total)`)
})
afterAll(() => engine.close())

describe('the cross-table of a wave', () => {
  test('counts those of the target with a valid score on both scales, and their weights', async () => {
    expect(await bridgeCounts(engine, WAVE, [2, 3])).toEqual({
      both: { n: 1, w: 1, w2: 1 },
      only11: { n: 1, w: 2, w2: 4 },
      only6: { n: 1, w: 4, w2: 16 },
      neither: { n: 2, w: 16, w2: 128 },
    })
  })

  test('is not there where six items were asked, items are not delivered, or nobody is of that age', async () => {
    expect(await bridgeCounts(engine, { ...WAVE, scale: 'djg6' }, [2])).toBeNull()
    expect(await bridgeCounts(engine, { ...WAVE, items: new Map() }, [2])).toBeNull()
    expect(await bridgeCounts(engine, WAVE, [7])).toBeNull()
    expect(await bridgeCounts(engine, WAVE, [])).toBeNull()
  })
})

describe('against R, from answers to bridge', () => {
  let results: Results
  beforeAll(async () => {
    results = (await analyse(threeWaves())).results
  })

  test('shares of the weighted cross-table of the target in each wave', () => {
    expect(results.bridges.map(({ wave }) => wave)).toEqual(['2012', '2016', '2020'])
    for (const [i, { wave, n, counts, ...shares }] of reference.bridges.entries()) {
      expect(results.bridges[i]).toMatchObject({ wave, n, counts, domain: { target: '75+' } })
      for (const [field, value] of Object.entries(shares)) {
        expect(results.bridges[i]).toHaveProperty(field, expect.closeTo(Number(value), 9))
      }
    }
  })

  test('the crosswalk of the first wave to the others, with its error', () => {
    const found = results.bridges[0].crosswalks
    expect(found).toHaveLength(2)
    for (const [i, { wave, ...numbers }] of reference.crosswalks.entries()) {
      expect(found[i].wave).toBe(wave)
      for (const [field, value] of Object.entries(numbers)) {
        expect(found[i]).toHaveProperty(field, expect.closeTo(Number(value), 9))
      }
    }
  })

  test('p11 is the estimate of the same wave', () => {
    const estimate = results.estimates.find(
      ({ wave, measure, standard, domain }) =>
        wave === '2016' && measure === 'lonely' && standard === null && Object.keys(domain).length === 1,
    )
    expect(results.bridges[1].p11).toBeCloseTo(estimate?.value ?? Number.NaN, 12)
  })
})
