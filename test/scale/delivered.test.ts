import { describe, expect, it } from 'vitest'
import type { DeliveredScore, ScoreName } from '../../src/core/binding.ts'
import { deliveredValue, unknownScores } from '../../src/scale/delivered.ts'
import { measures } from '../../src/scale/measures.ts'
import { SCALES } from '../../src/scale/scale.ts'
import { query } from './scored.ts'

const upTo = (last: number) => new Map(Array.from({ length: last + 1 }, (_, value) => [value, value]))
const TOTAL: DeliveredScore = { holds: 'total', column: 'x', values: upTo(11), missing: [99] }
const SEVERE: DeliveredScore = {
  holds: 'is_severe',
  column: 'x',
  values: new Map([
    [0, 0],
    [1, 1],
    [8, 0],
  ]),
  missing: [9],
}

/** Value and bit of every cell of a column `x`. */
async function read(score: DeliveredScore, type: 'DOUBLE' | 'VARCHAR', cells: readonly (string | null)[]) {
  const column = { sql: 'x', type, missing: [{ kind: 'range', from: 90, to: 98 }] } as const
  const rows = cells.map(cell => `(${cell === null ? 'NULL' : `'${cell}'`}::${type})`)
  const found = await query(
    `SELECT ${deliveredValue(column, score)} AS value, ${unknownScores([[column, score]])} AS unknown FROM (VALUES ${rows}) AS t(x)`,
  )
  return found.map(({ value, unknown }) => [value, unknown])
}

describe('a delivered score', () => {
  it('is valid, missing or unknown, never two of them', async () => {
    expect(
      await read(TOTAL, 'DOUBLE', ['0', '9', '11', '12', '2.5', '99', '95', '-2', '-0.5', 'NaN', null]),
    ).toEqual([
      [0, 0],
      [9, 0],
      [11, 0],
      [null, 1],
      [null, 1],
      [null, 0],
      [null, 0],
      [null, 0],
      [null, 1],
      [null, 0],
      [null, 0],
    ])
  })

  it('is read from texts too', async () => {
    expect(await read(TOTAL, 'VARCHAR', ['7', ' 7.0', '', '99', 'zeven'])).toEqual([
      [7, 0],
      [7, 0],
      [null, 0],
      [null, 0],
      [null, 1],
    ])
  })

  it('trap 2: 8, not applicable, is no', async () => {
    expect(await read(SEVERE, 'DOUBLE', ['0', '1', '8', '9', '2'])).toEqual([
      [0, 0],
      [1, 0],
      [0, 0],
      [null, 0],
      [null, 1],
    ])
  })
})

describe('the measures of delivered scores', () => {
  const named = (...holds: ScoreName[]) =>
    measures(SCALES.djg11, 2, {
      use: 'scored',
      missingRule: 'delivered',
      scores: holds.map(name => ({ ...TOTAL, holds: name })),
    }).map(({ name, sql }) => `${name}: ${sql}`)

  it('are those that the variables tell, each from one place', () => {
    expect(named('total', 'social')).toEqual([
      'lonely: total >= 3',
      'severe: total >= 9',
      'very_severe: total >= 11',
      'social: social >= 2',
      'score: total::DOUBLE',
    ])
    expect(named('category', 'is_emotional')).toEqual([
      'lonely: category >= 1',
      'severe: category >= 2',
      'very_severe: category >= 3',
      'emotional: is_emotional >= 1',
    ])
    expect(named('is_lonely', 'is_severe')).toEqual(['lonely: is_lonely >= 1', 'severe: is_severe >= 1'])
  })

  it('of items that are only compared are those of the items', () => {
    const compared = measures(SCALES.djg11, 2, { use: 'compared', total: TOTAL })
    expect(compared).toEqual(measures(SCALES.djg11, 2))
  })
})
