import { expect, test } from 'vitest'
import { boundaryWarnings } from '../../src/pipeline/boundary-warnings.ts'

const source = (codes: number[][]) => ({
  name: 'proef',
  cells: {
    dimensions: [
      { name: 'wave', levels: ['2016', '2020'] },
      { name: 'municipality', levels: ['GM0003', 'GM0014', 'GM1979'] },
    ],
    codes: codes.map(column => Int32Array.from(column)),
  },
})

test('a municipality that one wave has and another has not is named with its waves', () => {
  const found = boundaryWarnings(
    source([
      [0, 0, 1, 1],
      [0, 1, 1, 2],
    ]),
  )
  expect(found).toMatchObject([
    {
      code: 'boundaries_changed',
      source: 'proef',
      count: 2,
      values: { municipalities: 'GM0003 (2016), GM1979 (2020)' },
    },
  ])
})

test('the same municipalities in every wave are no news, nor are waves without any', () => {
  expect(
    boundaryWarnings(
      source([
        [0, 0, 1, 1],
        [0, 1, 1, 0],
      ]),
    ),
  ).toEqual([])
  expect(
    boundaryWarnings(
      source([
        [0, 0, 1],
        [0, 1, -1],
      ]),
    ),
  ).toEqual([])
})
