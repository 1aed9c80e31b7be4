import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Binding } from '../../src/core/binding.ts'
import type { MissingCode, Variable } from '../../src/core/data-file.ts'
import { type Engine, openEngine } from '../../src/engine/engine.ts'
import { neededColumns, scoredSelect } from '../../src/pipeline/scored.ts'
import { DJG6_ITEMS, fileOf } from './scored-file.ts'

let engine: Engine
beforeAll(async () => {
  engine = await openEngine({ threads: 1 })
})
afterAll(() => engine.close())

const BINDING: Binding = {
  scale: 'djg6',
  missingRule: 'manual',
  subscaleCutoff: 1,
  columns: {},
  items: DJG6_ITEMS,
  answers: { no: [1], moreOrLess: [2], yes: [3], missing: [9] },
  sex: { male: [1], female: [2, 'v'] },
  by: new Map(),
  warnings: [],
}

interface Column {
  name: string
  type: 'DOUBLE' | 'VARCHAR'
  values: readonly (number | string | null)[]
  missing?: readonly MissingCode[]
}

/** Runs the query over these columns and items that are all answered "no". */
async function select(columns: readonly Column[], binding: Partial<Binding>, id = false) {
  const items = [...DJG6_ITEMS.values()].map(name => ({
    name,
    type: 'DOUBLE' as const,
    values: columns[0].values.map(() => 1),
  }))
  const all: readonly Column[] = [...items, ...columns]
  const name = engine.newName('file')
  const literal = (value: number | string | null, type: string) =>
    value === null ? 'NULL' : `'${value}'::${type}`
  const rows = columns[0].values.map((_, row) => all.map(({ values, type }) => literal(values[row], type)))
  await engine.run(`CREATE TABLE ${name} (${all.map(column => `"${column.name}" ${column.type}`)})`)
  await engine.run(`INSERT INTO ${name} VALUES ${rows.map(row => `(${row})`)}`)
  const relation = {
    name,
    columns: new Map(all.map(column => [column.name, column.type])),
    rows: rows.length,
    mixed: [],
    warnings: [],
  }
  const full = { ...BINDING, ...binding }
  const sql = scoredSelect(relation, full, fileOf(all.map(variableOf)), { id })
  return engine.rows(`${sql}`)
}

function variableOf(column: Column): Variable {
  return {
    name: column.name,
    label: '',
    type: column.type === 'DOUBLE' ? 'number' : 'text',
    format: '',
    valueLabels: [],
    missing: column.missing ?? [],
  }
}

async function one(form: 'sex' | 'age' | 'weight' | 'stratum', column: Omit<Column, 'name'>) {
  const rows = await select([{ name: 'x', ...column }], { columns: { [form]: 'x' } })
  return rows.map(row => row[form])
}

describe('scored records', () => {
  it('have only the columns that the file has', async () => {
    const [row] = await select([{ name: 'w', type: 'DOUBLE', values: [2] }], { columns: { weight: 'w' } })
    expect(row).toEqual({ weight: 2, lonely: 0b11001000, missing: 0, unknown: 0 })
  })

  it('carry an id only when it is asked for, whole numbers without decimals', async () => {
    const column = { name: 'nr', type: 'DOUBLE' as const, values: [7, 100000000001, 2.5] }
    const rows = await select([column], { columns: { id: 'nr' } }, true)
    expect(rows.map(row => row.id)).toEqual(['7', '100000000001', '2.5'])
    expect(neededColumns({ ...BINDING, columns: { id: 'nr' } })).not.toContain('nr')
    expect(neededColumns({ ...BINDING, columns: { id: 'nr' } }, { id: true })).toContain('nr')
  })

  it('read sex by its codes, numbers and texts', async () => {
    expect(await one('sex', { type: 'DOUBLE', values: [1, 2, 9, null] })).toEqual([1, 2, null, null])
    expect(await one('sex', { type: 'VARCHAR', values: ['1', ' v', 'V', ''] })).toEqual([1, 2, null, null])
  })

  it('take as missing what the file declares missing, in every column', async () => {
    const missing = [{ kind: 'value', value: 999 } as const, { kind: 'range', from: 900, to: 990 } as const]
    const column = { type: 'DOUBLE' as const, values: [80, 999, 950, -1], missing }
    expect(await one('age', column)).toEqual([80, null, null, null])
    expect(await one('stratum', column)).toEqual(['80', null, null, '-1'])
    expect(await one('weight', column)).toEqual([80, null, null, -1])
  })

  it('take a text that is no number as a missing number, and leave a bad weight to be seen', async () => {
    expect(await one('age', { type: 'VARCHAR', values: ['85', '85+', '', 'NaN'] })).toEqual([
      85,
      null,
      null,
      null,
    ])
    expect(await one('weight', { type: 'DOUBLE', values: ['NaN', 0, -2] })).toEqual([null, 0, -2])
  })

  it('name the groups of `by` after their canonical column, as delivered', async () => {
    const column = { name: 'opl', type: 'DOUBLE' as const, values: [1, 3, -1, null] }
    const rows = await select([column], { by: new Map([['education', 'opl']]) })
    expect(rows.map(row => row.by_education)).toEqual(['1', '3', '-1', null])
  })
})
