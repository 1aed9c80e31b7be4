import { expect, test } from 'vitest'
import type { MeasureSums } from '../../src/core/cells.ts'
import { joinCells, type WavePart } from '../../src/pipeline/join-cells.ts'

const floats = (...values: number[]) => Float64Array.from(values)

function part(wave: string, strata: string[], psu: string[] | null, sex: (string | null)[]): WavePart {
  const ones = new Float64Array(strata.length).fill(1)
  const sums: MeasureSums = {
    kind: 'proportion',
    n: ones,
    events: ones,
    w: ones,
    wy: ones,
    w2: ones,
    w2y: ones,
    wyy: ones,
    w2yy: ones,
  }
  return {
    wave,
    length: strata.length,
    stratum: strata,
    psu,
    fpc: null,
    dimensions: [sex],
    records: new Float64Array(strata.length).fill(3),
    weights: floats(...strata.map((_, i) => i + 1)),
    measures: new Map([['lonely', sums]]),
  }
}

const options = { panel: false, names: ['sex'], levels: new Map([['sex', ['male', 'female']]]) }

test('strata are wave-qualified and count every record', () => {
  const cells = joinCells(
    [part('2012', ['a', 'b'], null, ['male', null]), part('2016', ['a'], null, ['female'])],
    options,
  )
  expect(cells.strata).toEqual(['2012 a', '2012 b', '2016 a'])
  expect([...cells.psusInStratum]).toEqual([3, 3, 3])
  expect(cells.codes.map(codes => [...codes])).toEqual([
    [0, 0, 1],
    [0, -1, 1],
  ])
})

test('in a panel the stratum and the person run on through the waves', () => {
  const cells = joinCells(
    [
      part('B', ['a', 'a'], ['p1', 'p2'], ['male', 'male']),
      part('C', ['a', 'a'], ['p2', 'p3'], ['male', 'male']),
    ],
    { ...options, panel: true },
  )
  expect(cells.strata).toEqual(['a'])
  expect([...cells.psusInStratum]).toEqual([3])
  expect([...(cells.psu ?? [])]).toEqual([0, 1, 1, 2])
})

test('equal PSU names in other strata or waves are other PSUs', () => {
  const cells = joinCells(
    [part('2012', ['a', 'b'], ['1', '1'], ['male', 'male']), part('2016', ['a'], ['1'], ['male'])],
    options,
  )
  expect([...(cells.psu ?? [])]).toEqual([0, 1, 2])
})

test('levels without a given order are sorted as numbers where they are numbers', () => {
  const cells = joinCells([part('w', ['a', 'a', 'a'], null, ['10', '9', 'x'])], {
    ...options,
    levels: new Map(),
  })
  expect(cells.dimensions[1].levels).toEqual(['9', '10', 'x'])
})

test('waves with and without PSUs do not go together', () => {
  const parts = [part('2012', ['a'], ['1'], ['male']), part('2016', ['a'], null, ['male'])]
  expect(() => joinCells(parts, options)).toThrowError(expect.objectContaining({ code: 'psu-in-some-waves' }))
})

test('a person who changes stratum between waves is refused', () => {
  const parts = [part('B', ['a'], ['p1'], ['male']), part('C', ['b'], ['p1'], ['male'])]
  expect(() => joinCells(parts, { ...options, panel: true })).toThrowError(
    expect.objectContaining({ code: 'psu-in-two-strata' }),
  )
})
