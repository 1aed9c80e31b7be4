import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Engine, openEngine } from '../../src/engine/engine.ts'
import { reduce } from '../../src/engine/reduce.ts'

let engine: Engine
beforeAll(async () => {
  engine = await openEngine()
  await engine.run(`CREATE TABLE scored AS SELECT * FROM (VALUES
    (2.0, 'a', 'p1', 40, 'male', 3, 1),
    (1.0, 'a', 'p2', 40, 'male', 1, NULL),
    (3.0, 'a', 'p2', 40, 'male', NULL, 2),
    (0.5, 'b', 'p3', 10, NULL, 8, 0)
  ) AS t(weight, stratum, psu, fpc, sex, total, emotional)`)
})
afterAll(() => engine.close())

const measures = [
  { name: 'lonely', kind: 'proportion', score: 'total', sql: '(total >= 3)' },
  { name: 'emotional', kind: 'proportion', score: 'emotional', sql: '(emotional >= 2)' },
  { name: 'score', kind: 'mean', score: 'total', sql: 'total::DOUBLE' },
] as const

test('one row per stratum and combination of levels, missing levels kept', async () => {
  const cells = await reduce(engine, {
    table: 'scored',
    dimensions: ['sex'],
    measures,
    psu: false,
    fpc: true,
  })
  expect(cells.stratum).toEqual(['a', 'b'])
  expect(cells.dimensions).toEqual([['male', null]])
  expect([...cells.records]).toEqual([3, 1])
  expect([...cells.weights]).toEqual([6, 0.5])
  expect([...(cells.fpc ?? [])]).toEqual([40, 10])
  expect(cells.psu).toBeNull()
})

test('each measure has the denominator of its own score', async () => {
  const cells = await reduce(engine, {
    table: 'scored',
    dimensions: ['sex'],
    measures,
    psu: false,
    fpc: false,
  })
  const of = (name: string) => cells.measures.get(name)!
  expect([[...of('lonely').n], [...of('lonely').w], [...of('lonely').w2]]).toEqual([
    [2, 1],
    [3, 0.5],
    [5, 0.25],
  ])
  expect([[...of('lonely').events], [...of('lonely').wy], [...of('lonely').w2y]]).toEqual([
    [1, 1],
    [2, 0.5],
    [4, 0.25],
  ])
  expect([[...of('emotional').n], [...of('emotional').wy]]).toEqual([
    [2, 1],
    [3, 0],
  ])
})

test('a mean carries the squares of the scores', async () => {
  const cells = await reduce(engine, {
    table: 'scored',
    dimensions: ['sex'],
    measures,
    psu: false,
    fpc: false,
  })
  const score = cells.measures.get('score')!
  expect([[...score.wy], [...score.wyy], [...score.w2yy]]).toEqual([
    [7, 4],
    [19, 32],
    [37, 16],
  ])
})

test('declared PSUs split the cells', async () => {
  const cells = await reduce(engine, { table: 'scored', dimensions: [], measures, psu: true, fpc: false })
  expect(cells.psu).toEqual(['p1', 'p2', 'p3'])
  expect([...cells.records]).toEqual([1, 2, 1])
})

test('the sums do not depend on the number of threads', async () => {
  await engine.run(
    'CREATE TABLE many AS SELECT random() AS weight, (i % 7)::VARCHAR AS stratum, (i % 5)::INTEGER AS total, 1 AS emotional FROM range(200000) t(i)',
  )
  const sums = []
  for (const threads of [1, 2]) {
    await engine.threads(threads)
    const cells = await reduce(engine, { table: 'many', dimensions: [], measures, psu: false, fpc: false })
    sums.push(JSON.stringify([[...cells.weights], [...cells.measures.get('lonely')!.w2y]]))
  }
  expect(sums[0]).toBe(sums[1])
})
