import { describe, expect, it } from 'vitest'
import { measures } from '../../src/scale/measures.ts'
import { SCALES } from '../../src/scale/scale.ts'
import { query } from './scored.ts'

async function shares(scale: 'djg11' | 'djg6', cutoff: number, scores: string): Promise<unknown[]> {
  const selected = measures(SCALES[scale], cutoff).map(({ name, sql }) => `${sql} AS ${name}`)
  const rows = await query(`SELECT ${selected} FROM (VALUES ${scores}) AS t(total, emotional, social)`)
  return rows.map(row => Object.values(row))
}

describe('measures', () => {
  it('of 11 items cut the total at 3, 9 and 11 and the sub-scales at 2', async () => {
    expect(await shares('djg11', 2, '(2,1,1), (3,2,1), (8,4,4), (9,6,3), (10,6,4), (11,6,5)')).toEqual([
      [false, false, false, false, false, 2],
      [true, false, false, true, false, 3],
      [true, false, false, true, true, 8],
      [true, true, false, true, true, 9],
      [true, true, false, true, true, 10],
      [true, true, true, true, true, 11],
    ])
  })

  it('of 6 items cut the total at 2 and 5 and have no very severe', async () => {
    expect(await shares('djg6', 1, '(1,0,1), (2,1,1), (4,3,1), (5,3,2)')).toEqual([
      [false, false, false, true, 1],
      [true, false, true, true, 2],
      [true, false, true, true, 4],
      [true, true, true, true, 5],
    ])
    expect(measures(SCALES.djg6, 1).map(measure => measure.name)).toEqual([
      'lonely',
      'severe',
      'emotional',
      'social',
      'score',
    ])
  })

  it('follow the sub-scale cut-off of the study', async () => {
    expect(await shares('djg11', 3, '(4,2,2), (6,3,3)')).toEqual([
      [true, false, false, false, false, 4],
      [true, false, false, true, true, 6],
    ])
  })

  it('are empty exactly where their score is', async () => {
    expect(await shares('djg11', 2, '(NULL, 3, NULL), (5, NULL, 5)')).toEqual([
      [null, null, null, true, null, null],
      [true, false, false, null, true, 5],
    ])
  })
})
