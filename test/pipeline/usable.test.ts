import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Binding } from '../../src/core/binding.ts'
import { type Engine, openEngine } from '../../src/engine/engine.ts'
import { reduce } from '../../src/engine/reduce.ts'
import { ageBands } from '../../src/pipeline/age-bands.ts'
import { createUsable } from '../../src/pipeline/usable.ts'
import { waveFacts } from '../../src/pipeline/wave-facts.ts'
import { studyOf } from './study-of.ts'

const bands = ageBands(studyOf({ bands: { target: [75, 85], all: [18, 75] } }), [])
const binding: Binding = {
  scale: 'djg11',
  missingRule: 'manual',
  subscaleCutoff: 2,
  columns: { weight: 'w', stratum: 's', age: 'a', sex: 'g' },
  items: new Map(),
  answers: { yes: [1], moreOrLess: [2], no: [3], missing: [] },
  sex: { male: [1], female: [2] },
  by: new Map(),
  warnings: [],
}

// total 4 of emotional 3 + social 1; the third record has one missing item, the last two
const ROWS = `SELECT * FROM (VALUES
  (2.0, 'a', 76.0, 1, 23, 0, 0),
  (3.0, 'a', 90.0, 2, 0, 0, 0),
  (1.0, 'b', 999.0, 2, 23, 8, 8),
  (1.0, 'b', NULL, NULL, 0, 3, 0),
  (0.0, 'b', 80.0, 1, 0, 0, 0),
  (NULL, 'b', 80.0, 1, 0, 0, 0),
  ('NaN'::DOUBLE, 'b', 80.0, 1, 0, 0, 0)
) AS t(weight, stratum, age, sex, lonely, missing, unknown)`

let engine: Engine
beforeAll(async () => {
  engine = await openEngine()
  await createUsable(engine, [ROWS], { binding, bands, further: ['municipality'] })
})
afterAll(() => engine.close())

test('records with a missing, zero or not-a-number weight are out of everything, and counted', async () => {
  const facts = await waveFacts(engine)
  expect(facts.records).toBe(7)
  expect(facts.unusableWeights).toBe(3)
})

test('age 999 is implausible and belongs to no band; a missing age is counted apart', async () => {
  const facts = await waveFacts(engine)
  expect([facts.implausibleAge, facts.missingAge, facts.missingSex]).toEqual([1, 1, 1])
  expect(facts.ageRange).toEqual([76, 90])
})

test('unknown codes and missing items are counted', async () => {
  const facts = await waveFacts(engine)
  expect(facts.unknownCodes).toBe(1)
  expect(facts.missingItems).toEqual([
    { items: 0, records: 2 },
    { items: 1, records: 1 },
    { items: 2, records: 1 },
  ])
})

test('the reduction keeps every usable record, with sums over the valid scores only', async () => {
  const cells = await reduce(engine, {
    table: 'usable',
    dimensions: ['band', 'sex', 'municipality'],
    measures: [
      { name: 'lonely', kind: 'proportion', score: 'total', sql: '(total >= 3)::TINYINT' },
      { name: 'score', kind: 'mean', score: 'total', sql: 'total::DOUBLE' },
    ],
    psu: false,
    fpc: false,
  })
  const lonely = cells.measures.get('lonely')!
  const score = cells.measures.get('score')!
  expect(cells.stratum).toEqual(['a', 'a', 'b', 'b'])
  expect(cells.dimensions[0]).toEqual(['2', '3', null, null])
  expect([...cells.weights]).toEqual([2, 3, 1, 1])
  expect([...lonely.n]).toEqual([1, 1, 1, 0])
  expect([...lonely.wy]).toEqual([2, 0, 1, 0])
  expect([...lonely.w2y]).toEqual([4, 0, 1, 0])
  expect([...score.wyy]).toEqual([32, 0, 16, 0])
  expect([...score.w2yy]).toEqual([64, 0, 16, 0])
})

test('without weight, stratum, age and sex each record counts once, in one stratum', async () => {
  const bare = { ...binding, columns: {} }
  const own = await openEngine()
  await createUsable(own, ['SELECT 7 AS lonely, 0 AS missing, 0 AS unknown'], {
    binding: bare,
    bands,
    further: [],
  })
  const [row] = await own.rows('SELECT weight, stratum, band, sex, total FROM usable')
  own.close()
  expect(row).toEqual({ weight: 1, stratum: 'all', band: null, sex: null, total: 3 })
})
