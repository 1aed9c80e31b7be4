import { expect, test } from 'vitest'
import { projectionRows } from '../../src/report/tidy-projections.ts'
import { projectionOf } from './fixture/projections.ts'
import { resultsFixture } from './results-fixture.ts'

test('a row per year and scenario, with slope, split and caveats as columns', () => {
  const [{ domain, row }, ...others] = projectionRows(resultsFixture())
  expect(others).toHaveLength(9)
  expect(domain).toEqual({ target: '75+' })
  expect(row).toMatchObject({
    year: 2030,
    scenario: 'constant',
    L: 1_150_000,
    ci95Low: 1_070_000,
    ci95High: 1_235_000,
    slope: 0.02,
    splitDate: '2016-01-01',
    size: 456_000,
    rate: 0,
    preWaves: '2012 2016',
    flags: 'scenario_not_forecast two_point_slope private_households',
    reason: null,
  })
})

test('a refused projection keeps its reason and has no numbers', () => {
  const refused = projectionOf({ L: null, ci95: null, slope: null, split: null, reason: 'panel' })
  const [{ row }] = projectionRows({ ...resultsFixture(), projections: [refused] })
  expect(row).toMatchObject({ L: null, ci95Low: null, reason: 'panel' })
  expect(row.slope).toBeUndefined()
})
