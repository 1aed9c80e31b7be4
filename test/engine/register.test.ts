import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Engine, openEngine } from '../../src/engine/engine.ts'
import { describeParquet } from '../../src/engine/parquet-relation.ts'
import { type RegisterOptions, register, release } from '../../src/engine/register.ts'
import { openDataFile } from '../../src/ingest/open.ts'
import type { OpenOptions } from '../../src/ingest/opened-content.ts'
import { writeSav } from '../../src/ingest/sav-write.ts'

let engine: Engine
let folder: string
beforeAll(async () => {
  engine = await openEngine({ threads: 2 })
  folder = mkdtempSync(join(tmpdir(), "ejz-test-'quoted' "))
})
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true })
})

let files = 0

function written(content: string | Buffer): string {
  const path = join(folder, `${++files}.csv`)
  writeFileSync(path, content)
  return path
}

async function registered(
  path: string,
  columns: readonly string[],
  options: OpenOptions & RegisterOptions = {},
) {
  const file = await openDataFile(path, options)
  const relation = await register(engine, file, 'data', columns, options)
  return { relation, rows: await engine.rows('FROM data') }
}

describe('a CSV', () => {
  test('becomes a relation of the columns asked for, blanks as NULL', async () => {
    const path = written('id,gm,w,open\n1,GM0014,1.5,"a\nb"\n2,,NA,\n3," GM1900 ",-2e-3,x\n')
    const { relation, rows } = await registered(path, ['w', 'gm', 'id'])
    expect(rows).toEqual([
      { w: 1.5, gm: 'GM0014', id: 1 },
      { w: null, gm: null, id: 2 },
      { w: -0.002, gm: 'GM1900', id: 3 },
    ])
    expect([...relation.columns]).toEqual([
      ['w', 'DOUBLE'],
      ['gm', 'VARCHAR'],
      ['id', 'DOUBLE'],
    ])
    expect(relation).toMatchObject({ name: 'data', rows: 3, mixed: [], warnings: [] })
  })

  test.each([
    ['Dutch Excel', Buffer.from('id;w;stad\r\n1;12,5;Fryslân\r\n2;0,25;"a;b"\r\n')],
    [
      'Dutch Excel in windows-1252',
      iconv.encode('id;w;stad\n1;12,5;Fryslân\n2;0,25;"a;b"\n', 'windows-1252'),
    ],
    ['a byte order mark', Buffer.from('\ufeffid,w,stad\n1,12.5,Fryslân\n2,0.25,a;b\n')],
    ['UTF-16', iconv.encode('id\tw\tstad\n1\t12,5\tFryslân\n2\t0,25\ta;b\n', 'utf-16le', { addBOM: true })],
    ['line breaks of an old Mac', Buffer.from('id,w,stad\r1,12.5,Fryslân\r2,0.25,a;b\r')],
    ['no break at the end', Buffer.from('id,w,stad\n1,12.5,Fryslân\n2,0.25,a;b')],
    ['blank lines', Buffer.from('id,w,stad\n1,12.5,Fryslân\n\n2,0.25,a;b\n\n\n')],
    ['everything quoted', Buffer.from('"id","w","stad"\n"1","12.5","Fryslân"\n"2","0.25","a;b"\n')],
    ['quoted decimal commas', Buffer.from('id,w,stad\n1,"12,5",Fryslân\n2,"0,25",a;b\n')],
    ['apostrophes for quotes', Buffer.from("id;w;stad\n'1';'12,5';'Fryslân'\n'2';'0,25';'a;b'\n")],
  ])('is the same however it is written: %s', async (_, content) => {
    const { rows } = await registered(written(content), ['id', 'w', 'stad'])
    expect(rows).toEqual([
      { id: 1, w: 12.5, stad: 'Fryslân' },
      { id: 2, w: 0.25, stad: 'a;b' },
    ])
  })

  test('may have names that SQL would stumble over', async () => {
    const { rows } = await registered(written('"a""b",select,"x y",\'q\'\n1,2,3,4\n'), [
      'a"b',
      'select',
      'x y',
      "'q'",
    ])
    expect(rows).toEqual([{ 'a"b': 1, select: 2, 'x y': 3, "'q'": 4 }])
  })

  test('without a column that is asked for is refused', async () => {
    await expect(registered(written('a,b\n1,2\n'), ['a', 'c'])).rejects.toMatchObject({
      code: 'missing-column',
    })
  })
})

describe('a numeric column with cells that are no number', () => {
  const many = (last: string) => `id;item;w\n${'1;3;0,5\n'.repeat(30_000)}${last}`

  test('becomes text, so that nothing is lost; the odd cells are counted and placed', async () => {
    const path = written(many('2;?;1,5\n3; 2 ;1,5\n4;geen;1,5\n'))
    const { relation } = await registered(path, ['id', 'item', 'w'])
    expect(relation.columns.get('item')).toBe('VARCHAR')
    expect(relation.columns.get('w')).toBe('DOUBLE')
    expect(relation.rows).toBe(30_003)
    expect(relation.mixed).toEqual([{ name: 'item', count: 2, value: '?', where: `${path}:30002` }])
    expect(
      await engine.rows('SELECT item, count(*) AS n, sum(w) AS w FROM data GROUP BY item ORDER BY item'),
    ).toEqual([
      { item: '2', n: 1, w: 1.5 },
      { item: '3', n: 30_000, w: 15_000 },
      { item: '?', n: 1, w: 1.5 },
      { item: 'geen', n: 1, w: 1.5 },
    ])
  })

  test('writes its numbers with a point, whatever mark the file has', async () => {
    const { rows } = await registered(written('id;w\n1;1,5\n2;x\n3;2,5\n'), ['w'])
    expect(rows).toEqual([{ w: '1.5' }, { w: 'x' }, { w: '2.5' }])
  })

  test('stays numeric where the odd cells are only spaces', async () => {
    const { relation, rows } = await registered(written('id;w\n1;1,5\n2;   \n3; 2,5\n'), ['w'])
    expect(relation.mixed).toEqual([])
    expect(rows).toEqual([{ w: 1.5 }, { w: null }, { w: 2.5 }])
  })

  test.each(['nan', 'inf', '-Infinity', '1e999'])('%s is no number', async value => {
    const { relation } = await registered(written(many(`2;3;0,5\n3;${value};0,5\n`)), ['item'])
    const takenAsMissing = value === '-Infinity'
    expect(relation.columns.get('item')).toBe(takenAsMissing ? 'DOUBLE' : 'VARCHAR')
  })

  test('is an error where only a number will do', async () => {
    const path = written('id,w\n1,1.5\n2,veel\n3,2.5\n4,weinig\n')
    const error = await registered(path, ['id', 'w'], { numbers: ['w'] }).catch(thrown => thrown)
    expect(error.problems).toEqual([
      {
        code: 'not-a-number',
        message: 'column w: "veel" is no number',
        hint: expect.any(String),
        where: `${path}:3`,
        count: 2,
      },
    ])
  })

  test('is an error there as well when it looked like text from the start, in any format', async () => {
    const csv = written('id;w\n1;1.5\n2;veel\n3;weinig\n4;niets\n')
    const error = await registered(csv, ['w'], { numbers: ['w'] }).catch(thrown => thrown)
    expect(error.problems).toMatchObject([{ code: 'not-a-number', where: `${csv}:3`, count: 3 }])
    const sav = join(folder, 'text-weight.sav')
    writeSav(sav, { created: '2026-01-05', columns: [{ name: 'w', type: 'text', values: ['1.5'] }] })
    await expect(registered(sav, ['w'], { numbers: ['w'] })).rejects.toMatchObject({ code: 'not-a-number' })
  })

  test('holds identifiers too long for a number: they stay whole', async () => {
    const rows = '1,7\n'.repeat(5000)
    const path = written(`w,id\n${rows}2,90071992547409931\n3,90071992547409932\n`)
    const { relation } = await registered(path, ['id'])
    expect(relation.mixed).toEqual([])
    expect(await engine.rows('SELECT count(DISTINCT id) AS n FROM data')).toEqual([{ n: 3 }])
  })

  test('R leaves NA for a missing number, quoted or not', async () => {
    const { relation, rows } = await registered(written('"w","g"\n1.5,"a"\nNA,NA\n"NA","b"\n'), ['w', 'g'])
    expect(relation.mixed).toEqual([])
    expect(rows).toEqual([
      { w: 1.5, g: 'a' },
      { w: null, g: null },
      { w: null, g: 'b' },
    ])
  })
})

describe('a row that does not fit the header', () => {
  const body = '1,"een\ntwee",3\n'.repeat(400_000)

  test('far down is refused with its line, counted', async () => {
    const path = written(`a,b,c\n${body}4,5\n6,7,8\n9,10\n`)
    const error = await registered(path, ['a']).catch(thrown => thrown)
    expect(error.problems).toMatchObject([{ code: 'ragged-row', where: `${path}:800002`, count: 2 }])
  })

  test('too long, or with a quote that stays open, is refused as well', async () => {
    const path = written(`a,b,c\n${body}4,5,6,7\n`)
    const error = await registered(path, ['a']).catch(thrown => thrown)
    expect(error.problems).toMatchObject([{ code: 'ragged-row', where: `${path}:800002`, count: 1 }])
    const open = written(`a,b,c\n${body}4,"5,6\n7,8,9\n`)
    await expect(registered(open, ['a'])).rejects.toMatchObject({ fault: 'data' })
  })

  test('a mixture of line breaks is refused, not half read', async () => {
    const path = written(`a,b\r\n${'1,2\r\n'.repeat(2000)}3,4\n5,6\r\n`)
    const error = await registered(path, ['a']).catch(thrown => thrown)
    expect(error).toMatchObject({ code: 'malformed-csv', fault: 'data' })
    expect(error.problems[0]).toMatchObject({
      where: path,
      hint: expect.stringContaining('end in different ways'),
    })
  })
})

describe('a .sav', () => {
  test('becomes a relation with user-missing codes as numbers and blanks as NULL', async () => {
    const path = join(folder, 'small.sav')
    const missing = [{ kind: 'value' as const, value: 9 }]
    writeSav(path, {
      created: '2026-01-05',
      columns: [
        { name: 'item', type: 'number', missing, values: [1, 9, null] },
        { name: 'gm', type: 'text', width: 6, values: ['GM0014', '', 'x'] },
        { name: 'unused', type: 'number', values: [1, 2, 3] },
      ],
    })
    const { relation, rows } = await registered(path, ['gm', 'item'])
    expect(rows).toEqual([
      { gm: 'GM0014', item: 1 },
      { gm: null, item: 9 },
      { gm: 'x', item: null },
    ])
    expect(relation.rows).toBe(3)
  })

  test('and a CSV may take each other’s name', async () => {
    const sav = join(folder, 'again.sav')
    writeSav(sav, { created: '2026-01-05', columns: [{ name: 'a', type: 'number', values: [1] }] })
    expect((await registered(sav, ['a'])).rows).toEqual([{ a: 1 }])
    expect((await registered(written('b\n2\n'), ['b'])).rows).toEqual([{ b: 2 }])
    expect((await registered(sav, ['a'])).rows).toEqual([{ a: 1 }])
  })

  test('leaves nothing behind when it is released', async () => {
    const path = join(folder, 'released.sav')
    writeSav(path, { created: '2026-01-05', columns: [{ name: 'a', type: 'number', values: [1] }] })
    await registered(path, ['a'])
    await release(engine, { name: 'data' })
    expect(await engine.rows(`SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'data%'`)).toEqual(
      [],
    )
    await expect(engine.rows('FROM data')).rejects.toThrow()
  })

  test('whose texts are in another encoding says so when they are read', async () => {
    const path = join(folder, 'latin.sav')
    writeSav(path, { created: '2026-01-05', columns: [{ name: 'stad', type: 'text', values: ['Fryslxn'] }] })
    const { readFileSync } = await import('node:fs')
    const bytes = readFileSync(path)
    bytes[bytes.lastIndexOf('xn')] = 0xe2
    writeFileSync(path, bytes)
    const { relation, rows } = await registered(path, ['stad'])
    expect(rows).toEqual([{ stad: 'Fryslân' }])
    expect(relation.warnings).toMatchObject([{ code: 'encoding_guessed', count: 1 }])
  })
})

describe('Parquet', () => {
  test('is described and registered by the engine', async () => {
    const path = join(folder, 'small.parquet')
    const values = `(1::BIGINT, 1.5::DECIMAL(4,2), 'GM0014', DATE '2022-09-01'), (NULL, NULL, '', NULL)`
    await engine.run(
      `COPY (FROM (VALUES ${values}) t(id, w, gm, day)) TO '${path.replaceAll("'", "''")}' (FORMAT parquet)`,
    )
    const file = await openDataFile(path, { describeParquet: parquet => describeParquet(engine, parquet) })
    expect(file).toMatchObject({ format: 'parquet', rows: 2 })
    expect(file.variables.map(({ name, type, format }) => [name, type, format])).toEqual([
      ['id', 'number', 'BIGINT'],
      ['w', 'number', 'DECIMAL(4,2)'],
      ['gm', 'text', 'VARCHAR'],
      ['day', 'text', 'DATE'],
    ])
    const relation = await register(engine, file, 'data', ['gm', 'w', 'day'])
    expect(relation.rows).toBe(2)
    expect(await engine.rows('FROM data')).toEqual([
      { gm: 'GM0014', w: 1.5, day: '2022-09-01' },
      { gm: null, w: null, day: null },
    ])
  })

  test('keeps identifiers whole that are too long for a number', async () => {
    const path = join(folder, 'long.parquet')
    const target = path.replaceAll("'", "''")
    await engine.run(
      `COPY (SELECT 9007199254740993 + x AS id FROM range(2) t(x)) TO '${target}' (FORMAT parquet)`,
    )
    const file = await openDataFile(path, { describeParquet: parquet => describeParquet(engine, parquet) })
    const relation = await register(engine, file, 'data', ['id'])
    expect(relation.columns.get('id')).toBe('VARCHAR')
    expect(await engine.rows('FROM data')).toEqual([{ id: '9007199254740993' }, { id: '9007199254740994' }])
  })
})
