import { expect, test } from 'vitest'
import { disclose } from '../../src/disclosure/suppress.ts'
import { projectionOf } from '../report/fixture/projections.ts'
import { entry, resultsOf } from './entries.ts'

const RULES = { minN: 100, minEvents: 10, presentation: 'nchs' } as const
const TARGET = { target: '75+' }
const total = (wave: string, n: number) => entry({ domain: TARGET, n, events: n / 2, wave })
const cell = (wave: string, n: number) => entry({ domain: { ...TARGET, age: '90+' }, n, events: n / 2, wave })

function disclosed(estimates: Parameters<typeof resultsOf>[0], preWaves = ['1', '2']) {
  const projection = projectionOf({ source: 'microdata', preWaves })
  const { projections } = disclose(resultsOf(estimates, { projections: [projection] }), RULES)
  return { before: projection, after: projections[0] }
}

test('a projection goes with a hidden wave it rests on', () => {
  const { after } = disclosed([total('1', 60), total('2', 600)])
  expect(after).toMatchObject({
    shown: false,
    reason: 'suppressed',
    L: null,
    split: null,
    slope: null,
    sd: null,
  })
  expect(after.N).toBe(2_097_836)
})

test('it goes with a hidden cell of age, of which its sum would tell', () => {
  const { after } = disclosed([total('1', 600), total('2', 600), cell('1', 60), cell('2', 300)])
  expect(after).toMatchObject({ shown: false, reason: 'suppressed', L: null })
})

test('it stays where another wave is hidden', () => {
  const { before, after } = disclosed([total('1', 600), total('2', 600), total('3', 60)])
  expect(after).toEqual(before)
})
