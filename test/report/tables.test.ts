import { describe, expect, test } from 'vitest'
import { harmless } from '../../src/report/csv.ts'
import type { TABLES } from '../../src/report/table-names.ts'
import { resultTables } from '../../src/report/tables.ts'
import { resultsFixture } from './results-fixture.ts'

async function tableOf(name: (typeof TABLES)[number], results = resultsFixture()) {
  const tables = await resultTables(results)
  return tables.find(table => table.name === name)!
}

function cell(table: Awaited<ReturnType<typeof tableOf>>, row: number, column: string) {
  return table.rows[row][table.columns.indexOf(column)]
}

describe('the result tables', () => {
  test('are the ten kinds of entry and the sensitivity of the breaks', async () => {
    const tables = await resultTables(resultsFixture())
    expect(tables.map(({ name }) => name)).toEqual([
      'estimates',
      'changes',
      'trends',
      'decompositions',
      'breaks',
      'sensitivity',
      'projections',
      'scale',
      'register',
      'comparability',
      'bridges',
      'warnings',
    ])
    for (const { rows, columns } of tables) {
      expect(rows.length).toBeGreaterThan(0)
      expect(new Set(columns).size).toBe(columns.length)
      expect(rows.every(row => row.length === columns.length)).toBe(true)
    }
  })

  test('hold one row per estimate with its groups as columns', async () => {
    const results = resultsFixture()
    const table = await tableOf('estimates', results)
    expect(table.rows).toHaveLength(results.estimates.length)
    expect(table.columns.slice(0, 9)).toEqual([
      'source',
      'wave',
      'time',
      'instrument',
      'measure',
      'target',
      'sex',
      'age',
      'municipality',
    ])
    const row = results.estimates.findIndex(
      entry => entry.domain.age === '90+' && entry.domain.sex === 'male',
    )
    expect(cell(table, row, 'age')).toBe('90+')
    expect(cell(table, row, 'municipality')).toBeNull()
    expect(cell(table, row, 'value')).toBe(results.estimates[row].value)
    expect(cell(table, row, 'reportingLow')).toBe(results.estimates[row].reporting!.low)
  })

  test('say of every row that the data are synthetic, or that they are not', async () => {
    for (const table of await resultTables(resultsFixture())) {
      expect(table.columns.at(-1)).toBe('synthetic')
      expect(table.rows.every(row => row.at(-1) === true)).toBe(true)
    }
    const real = await tableOf('estimates', { ...resultsFixture(), synthetic: false })
    expect(real.rows.every(row => row.at(-1) === false)).toBe(true)
  })

  test('leave a suppressed figure empty and give the reason', async () => {
    const table = await tableOf('estimates', resultsFixture('suppressed-target'))
    expect([cell(table, 0, 'value'), cell(table, 0, 'n'), cell(table, 0, 'low')]).toEqual([null, null, null])
    expect([cell(table, 0, 'shown'), cell(table, 0, 'reason')]).toEqual([false, 'suppressed_n'])
  })

  test('keep a group apart from a figure of the same name', async () => {
    const results = resultsFixture()
    const estimates = results.estimates.map(entry => ({
      ...entry,
      domain: { ...entry.domain, n: 'group', synthetic: 'no', '=cmd': 'x' },
    }))
    const table = await tableOf('estimates', { ...results, estimates })
    expect([cell(table, 0, 'by_n'), cell(table, 0, 'n')]).toEqual(['group', results.estimates[0].n])
    expect([cell(table, 0, 'by_synthetic'), cell(table, 0, 'synthetic')]).toEqual(['no', true])
    expect(table.columns).toContain("'=cmd")
  })

  test('give the parts of a decomposition as rows that add up to the whole', async () => {
    const table = await tableOf('decompositions')
    const rows = table.rows.map((_, i) => i).filter(i => cell(table, i, 'method') === 'kitagawa')
    const first = rows.filter(
      i =>
        cell(table, i, 'from') === '2012' &&
        cell(table, i, 'to') === '2016' &&
        cell(table, i, 'measure') === 'lonely',
    )
    const parts = first.filter(i => cell(table, i, 'cellAge') !== null)
    const sum = parts.reduce((total, i) => total + Number(cell(table, i, 'rate')), 0)
    expect(parts).toHaveLength(8)
    expect(sum).toBeCloseTo(Number(cell(table, first[0], 'rate')), 12)
  })
})

describe('the CSV', () => {
  test('for machines has commas, points and every digit', async () => {
    const { csv, rows } = await tableOf('breaks')
    expect(csv.split('\n')).toHaveLength(rows.length + 2)
    expect(csv).toMatch(/^source,measure,target,standard,level,t0,/)
    expect(csv).toContain('2018.180821917808')
    expect(csv).toMatch(/,true\n$/)
  })

  test('for Dutch Excel has a mark of its encoding, semicolons and decimal commas', async () => {
    const tables = await resultTables(resultsFixture(), 'nl')
    const { csv } = tables.find(({ name }) => name === 'breaks')!
    expect(csv.startsWith('\uFEFFsource;measure;')).toBe(true)
    expect(csv).toContain(';2018,180821917808;')
  })

  test('quotes a text that holds the delimiter, a quote or a line end', async () => {
    const results = resultsFixture()
    const warnings = [{ code: 'unknown_code' as const, message: 'one, "two"\nthree' }]
    const { csv } = await tableOf('warnings', { ...results, warnings })
    expect(csv).toContain('"one, ""two""\nthree"')
  })

  test.each(['=1+1', '+1', '-1', '@x', '\t=1'])('disarms the formula %j', text => {
    expect(harmless(text)).toBe(`'${text}`)
  })

  test('leaves a negative number a number', async () => {
    const { csv } = await tableOf('changes', resultsFixture('turnaround'))
    expect(csv).toMatch(/,-0\.0\d+,/)
    expect(csv).not.toContain("'-")
  })
})
