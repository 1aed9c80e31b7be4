import { describe, expect, test } from 'vitest'
import { timeLagOdds } from '../../src/panel/time-lag-odds.ts'
import { expectClose, hasReference, readReference } from './reference.ts'
import { CELLS, inventedWaves, LAG, lagRecords } from './time-lag-records.ts'

describe.skipIf(!hasReference(LAG))('odds at equal ages (skipped without ../shared)', () => {
  test('equal svyglm, whose band × sex are our cells', () => {
    const { beta, se, or_2019 } = JSON.parse(readReference(LAG)).logistic
    const odds = timeLagOdds({ records: lagRecords(), waves: [0, 1], cells: CELLS })
    if (odds.reason !== null) throw new Error(odds.reason)
    expect(odds.names).toEqual(['intercept', 'now', '75-84 female', '85-94 male', '85-94 female'])
    const [intercept, now, women, old, oldWomen] = odds.beta
    expectClose([intercept, now, old, women, oldWomen - old - women], beta, 1e-7)
    const contrast = [0, 0, -1, -1, 1]
    const variance = contrast.reduce(
      (total, x, i) => total + contrast.reduce((sum, y, j) => sum + x * y * odds.vcov[i][j], 0),
      0,
    )
    expectClose([odds.se[0], odds.se[1], odds.se[3], odds.se[2], Math.sqrt(variance)], se, 1e-6)
    expectClose(odds.or, or_2019, 1e-7)
    expect(odds.orCi[1]).toBeLessThan(1)
    expect(odds.df).toBe(926 - 1 + 1 - 5)
  })
})

describe('odds at equal ages', () => {
  const request = { records: inventedWaves(), waves: [0, 1], cells: CELLS } as const

  test('do not exist where nobody was lonely in one of the waves', () => {
    const records = request.records.map(record => (record.wave === 0 ? { ...record, lonely: 0 } : record))
    expect(timeLagOdds({ ...request, records })).toEqual({ reason: 'separation' })
    const one = request.records.filter(({ wave }) => wave === 1)
    expect(timeLagOdds({ ...request, records: one })).toEqual({ reason: 'singular_design' })
  })

  test('leave out cells nobody is in, and people outside the cells', () => {
    const young = request.records.filter(({ age }) => age < 85)
    const all = timeLagOdds({ ...request, records: young })
    const cut = timeLagOdds({ ...request, cells: CELLS.slice(0, 2) })
    if (all.reason !== null || cut.reason !== null) throw new Error('no odds')
    expect(all.names).toEqual(['intercept', 'now', '75-84 female'])
    expectClose(all.beta, cut.beta, 1e-9)
  })
})
