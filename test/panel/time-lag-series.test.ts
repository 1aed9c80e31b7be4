import { describe, expect, test } from 'vitest'
import type { LagRecord } from '../../src/panel/lag-records.ts'
import { type LagRequest, timeLagSeries } from '../../src/panel/time-lag-series.ts'
import { expectClose, hasReference, readReference } from './reference.ts'
import { CELLS, inventedWaves, LAG, lagRecords } from './time-lag-records.ts'

function seriesOf(request: LagRequest) {
  const series = timeLagSeries(request)
  if (series.reason !== null) throw new Error(series.reason)
  return series
}

describe.skipIf(!hasReference(LAG))('cells of the time lag (skipped without ../shared)', () => {
  test('equal R survey, and the covariance of the waves is that of the cells', () => {
    const { names, p, vcov } = JSON.parse(readReference(LAG)).standardised.cells
    const series = seriesOf({ records: lagRecords(), waves: [0, 1], cells: CELLS })
    const theirs = (wave: number, cell: number) => {
      const { ageFrom, ageTo, sex } = CELLS[cell]
      return names.indexOf(
        `${wave === 0 ? 2009 : 2019}.${ageFrom}-${ageTo - 1} ${sex === 'male' ? 'm' : 'v'}`,
      )
    }
    const contrast = (wave: number) => {
      const row = new Array<number>(names.length).fill(0)
      for (const [cell, share] of series.shares.entries()) row[theirs(wave, cell)] = share
      return row
    }
    for (const wave of [0, 1]) {
      for (const cell of CELLS.keys()) expectClose(series.byCell[wave][cell].value, p[theirs(wave, cell)])
      for (const other of [0, 1]) {
        const [a, b] = [contrast(wave), contrast(other)]
        const expected = a.reduce(
          (total, x, i) => total + x * b.reduce((sum, y, j) => sum + y * vcov[i][j], 0),
          0,
        )
        expectClose(series.covariance[wave][other], expected)
      }
    }
  })
})

describe('a series of equal ages', () => {
  const third = inventedWaves()
    .filter(({ wave }) => wave === 1)
    .map((record): LagRecord => ({ ...record, wave: 2, lonely: Number((record.score ?? 0) >= 4) }))
  const records = [...inventedWaves(), ...third]

  test('of three waves has one covariance, in which two waves of the same people covary', () => {
    const { values, covariance, overlapPersons } = seriesOf({ records, waves: [0, 1, 2], cells: CELLS })
    expect(values).toHaveLength(3)
    expect(covariance[1][2]).toBeGreaterThan(0.3 * Math.sqrt(covariance[1][1] * covariance[2][2]))
    expect(covariance[1][2]).toBe(covariance[2][1])
    expect(overlapPersons).toBe(200)
  })

  test('gives two of its waves the values they have alone', () => {
    const three = seriesOf({ records, waves: [0, 1, 2], cells: CELLS })
    const two = seriesOf({ records, waves: [0, 1], cells: CELLS })
    expectClose(three.values.slice(0, 2), two.values, 1e-12)
    expectClose(three.covariance[0][0], two.covariance[0][0], 1e-2)
  })

  test('a cell at 100 % is not certain', () => {
    const sure = records.map(record => (record.age < 85 ? { ...record, lonely: 1 } : record))
    const { covariance } = seriesOf({ records: sure, waves: [0], cells: CELLS.slice(0, 2) })
    const n = (sex: string) => sure.filter(r => r.wave === 0 && r.age < 85 && r.sex === sex).length
    const variance = (size: number) => {
      const p = (size + 0.5) / (size + 1)
      return (p * (1 - p)) / size
    }
    const expected = (520 / 1135) ** 2 * variance(n('male')) + (615 / 1135) ** 2 * variance(n('female'))
    expectClose(covariance[0][0], expected)
  })

  test('without sexes has cells of both together', () => {
    const cells = [{ ageFrom: 75, ageTo: null, sex: null, persons: 1 }]
    const { values, byCell } = seriesOf({ records, waves: [0], cells })
    const then = records.filter(({ wave }) => wave === 0)
    const weight = then.reduce((total, record) => total + record.weight, 0)
    const lonely = then.reduce((total, record) => total + record.weight * (record.lonely ?? 0), 0)
    expectClose(values, [lonely / weight])
    expect(byCell[0][0].n).toBe(200)
  })
})
