import { existsSync, readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Engine, openEngine } from '../../src/engine/engine.ts'

let engine: Engine
beforeAll(async () => {
  engine = await openEngine({ threads: 2 })
})
afterAll(() => engine.close())

describe('results', () => {
  test('numbers of any width arrive as numbers, dates and texts as text', async () => {
    const rows = await engine.rows(
      `SELECT 1 AS a, 'x' AS b, true AS c, 1.25::DECIMAL(5,2) AS d, sum(x) AS e, NULL AS f, DATE '2022-09-01' AS g, 0.1 + 0.2 AS h FROM range(10) t(x)`,
    )
    expect(rows).toEqual([{ a: 1, b: 'x', c: true, d: 1.25, e: 45, f: null, g: '2022-09-01', h: 0.3 }])
  })

  test('a column of numbers is a Float64Array, one with a NULL an array', async () => {
    const columns = await engine.columns('SELECT x, nullif(x, 1) AS y, x::VARCHAR AS z FROM range(3) t(x)')
    expect([...columns]).toEqual([
      ['x', new Float64Array([0, 1, 2])],
      ['y', [0, null, 2]],
      ['z', ['0', '1', '2']],
    ])
  })

  test('rows keep their order over many chunks', async () => {
    const columns = await engine.columns('SELECT x FROM range(100000) t(x)')
    expect(columns.get('x')).toEqual(Float64Array.from({ length: 100_000 }, (_, i) => i))
  })

  test('an empty result has its columns', async () => {
    expect(await engine.rows('SELECT 1 AS a WHERE false')).toEqual([])
    expect((await engine.columns('SELECT 1 AS a WHERE false')).get('a')).toHaveLength(0)
  })
})

describe('filling a table', () => {
  test('NaN and empty texts become NULL, chunk after chunk', async () => {
    await engine.run('CREATE TABLE filled (a DOUBLE, b VARCHAR)')
    const rows = await engine.fill(
      'filled',
      ['DOUBLE', 'VARCHAR'],
      [
        { rows: 3, columns: [new Float64Array([1, Number.NaN, 3]), ['a', '', 'é€']] },
        {
          rows: 2,
          columns: [new Float64Array([-0.5, 1e308]), ['een lange tekst van meer dan twaalf bytes', 'z']],
        },
      ],
    )
    expect(rows).toBe(5)
    expect(await engine.rows('FROM filled')).toEqual([
      { a: 1, b: 'a' },
      { a: null, b: null },
      { a: 3, b: 'é€' },
      { a: -0.5, b: 'een lange tekst van meer dan twaalf bytes' },
      { a: 1e308, b: 'z' },
    ])
  })
})

describe('threads', () => {
  const setting = `SELECT current_setting('threads') AS threads`

  test('work in order runs on one thread and restores the others, also when it fails', async () => {
    expect(await engine.inOrder(() => engine.rows(setting))).toEqual([{ threads: 1 }])
    await expect(engine.inOrder(() => engine.run('SELECT nonsense'))).rejects.toThrow()
    expect(await engine.rows(setting)).toEqual([{ threads: 2 }])
    await engine.threads(3)
    expect(await engine.rows(setting)).toEqual([{ threads: 3 }])
    await engine.threads(2)
  })
})

describe('limits and errors', () => {
  test('what the engine complains of is an error of ejz', async () => {
    await expect(engine.run('SELECT nonsense')).rejects.toMatchObject({ code: 'engine-failed', fault: 'bug' })
    await expect(engine.run(`FROM read_csv('/nowhere.csv')`)).rejects.toMatchObject({
      code: 'file-not-readable',
    })
  })

  test.each([{ memory: 'lots' }, { memory: '10' }, { threads: 0 }, { threads: 1.5 }])(
    '%o is wrong use',
    async options => {
      await expect(openEngine(options)).rejects.toMatchObject({ fault: 'usage' })
    },
  )

  test('extensions are neither installed nor loaded', async () => {
    await expect(engine.run(`SELECT ST_Point(1, 2)`)).rejects.toThrow()
    const installed = await engine.rows(
      `SELECT count(*) AS n FROM duckdb_extensions() WHERE loaded AND install_mode NOT IN ('STATICALLY_LINKED', 'NOT_INSTALLED')`,
    )
    expect(installed).toEqual([{ n: 0 }])
  })

  test('work beyond the memory limit spills to a folder that is gone afterwards', async () => {
    const small = await openEngine({ threads: 1, memory: '60MB' })
    const [{ folder }] = await small.rows(`SELECT current_setting('temp_directory') AS folder`)
    await small.run('CREATE TABLE big AS SELECT x, hash(x) AS h FROM range(8000000) t(x)')
    expect(readdirSync(String(folder))).not.toEqual([])
    expect(await small.rows('SELECT count(*) AS n, max(x) AS x FROM big')).toEqual([
      { n: 8_000_000, x: 7_999_999 },
    ])
    small.close()
    expect(existsSync(String(folder))).toBe(false)
  })
})
