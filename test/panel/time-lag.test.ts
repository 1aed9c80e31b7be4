import { describe, expect, test } from 'vitest'
import { type LagDifference, timeLag } from '../../src/panel/time-lag.ts'
import { expectClose, hasReference, readReference } from './reference.ts'
import { CELLS, inventedWaves, LAG, lagRecords } from './time-lag-records.ts'

function differenceOf(found: ReturnType<typeof timeLag>): LagDifference {
  if ('series' in found.standardised) return found.standardised
  throw new Error(found.standardised.reason)
}

describe.skipIf(!hasReference(LAG))('equal ages in 2009 and 2019 (skipped without ../shared)', () => {
  const expected = () => JSON.parse(readReference(LAG))
  const found = () => timeLag({ records: lagRecords(), waves: [0, 1], cells: CELLS })

  test('the standardised difference equals R survey', () => {
    const { standardised, overlap_persons, n_persons } = expected()
    const own = differenceOf(found())
    expectClose(own.p, [standardised.p2009, standardised.p2019])
    expectClose(own.diff, standardised.diff)
    expectClose(own.se, standardised.se_clustered)
    expectClose(own.seNaive, standardised.se_if_independent)
    expect(own.df).toBe(standardised.df)
    expectClose(own.ci95, standardised.ci95, 1e-7)
    expectClose(own.ci90, standardised.ci90, 1e-7)
    expectClose(own.pValue, standardised.p_value, 1e-7)
    expect([own.overlapPersons, own.persons]).toEqual([overlap_persons, n_persons])
  })

  test('the bands equal R survey, with g and both its standard errors', () => {
    const { bands } = expected()
    const own = found().bands
    expect(own.map(({ band }) => band)).toEqual(Object.keys(bands))
    for (const band of own) {
      const theirs = bands[band.band]
      expect(band.n).toEqual(theirs.n)
      for (const name of ['p', 'var', 'cov', 'diff', 'se', 'mean'] as const)
        expectClose(band[name], theirs[name])
      expectClose(band.meanDiff, theirs.mean_diff)
      expectClose(band.seMeanDiff, theirs.se_mean_diff)
      expectClose(band.hedges?.sPooled, theirs.s_pooled)
      expectClose(band.hedges?.cohensD, theirs.cohens_d)
      expectClose(band.hedges?.J, theirs.J)
      expectClose(band.hedges?.g, theirs.hedges_g)
      expectClose(band.hedges?.seIndependent, theirs.se_g_independent)
      expectClose(band.hedges?.seDesign, theirs.se_g_design)
      expectClose(band.hedges?.ci95, theirs.ci_g)
    }
  })
})

describe('equal ages in two waves', () => {
  const request = { records: inventedWaves(), waves: [0, 1], cells: CELLS } as const

  test('people met in both waves are in the covariance, as clusters', () => {
    const own = differenceOf(timeLag(request))
    const apart = request.records.map((record, i) => ({ ...record, person: i }))
    const independent = differenceOf(timeLag({ ...request, records: apart }))
    expect(own.overlapPersons).toBe(50)
    expect(independent.overlapPersons).toBe(0)
    expect(own.diff).toBe(independent.diff)
    expect(own.se).not.toBeCloseTo(own.seNaive, 5)
    expect(independent.se).toBeCloseTo(independent.seNaive, 4)
  })

  test('does not mind the units of the weights or the order of the records', () => {
    const records = request.records.map(record => ({ ...record, weight: 1000 * record.weight })).toReversed()
    const [own, turned] = [timeLag(request), timeLag({ ...request, records })].map(differenceOf)
    expectClose(turned.diff, own.diff, 1e-12)
    expectClose(turned.se, own.se, 1e-12)
  })

  test('says the mean age of a band in both waves: equal bands may differ within', () => {
    const [young] = timeLag(request).bands
    expect(young.meanAge[0]).toBeGreaterThan(75)
    expect(young.meanAge[0]).not.toBe(young.meanAge[1])
  })

  test('a cell that is empty in one wave is left out of both and named, the shares raised', () => {
    const records = request.records.map(record => {
      const gone = record.wave === 1 && record.sex === 'male' && record.age >= 85
      return gone ? { ...record, lonely: null } : record
    })
    const found = timeLag({ ...request, records })
    const own = differenceOf(found)
    expect(found.dropped).toEqual([{ cell: '85-94 male', emptyIn: [1] }])
    expect(own.series.cells).toHaveLength(3)
    expectClose(own.series.shares, [520 / 1350, 615 / 1350, 215 / 1350])
    const three = timeLag({ ...request, records, cells: CELLS.filter((_, g) => g !== 2) })
    expect(own.diff).toBe(differenceOf(three).diff)
  })

  test('without a cell in common there is no difference', () => {
    const records = request.records.filter(({ wave }) => wave === 0)
    const found = timeLag({ ...request, records })
    expect(found.bands).toEqual([])
    expect(found.standardised).toMatchObject({ p: null, reason: 'no_common_cells' })
    expect(found.dropped.map(({ cell }) => cell)).toContain('75-84 female')
  })

  test('a band in which everybody answers alike has a difference without an interval', () => {
    const records = request.records.map(record => ({ ...record, lonely: 1, score: 4 }))
    const found = timeLag({ ...request, records })
    expect(found.bands[0]).toMatchObject({
      diff: 0,
      se: null,
      ci95: null,
      hedges: null,
      reason: 'no_variance',
    })
    expect(differenceOf(found).se).toBeGreaterThan(0)
  })

  test('ages that one of the waves does not have are refused', () => {
    const records = request.records.filter(({ wave, age }) => wave === 0 || age >= 77)
    expect(() => timeLag({ ...request, records })).toThrow(/75-84 male begins below 77/)
    const lowestAge = new Map([[1, 75]])
    expect(() => timeLag({ ...request, records, lowestAge })).not.toThrow()
  })
})
