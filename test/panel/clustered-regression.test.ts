import { expect, test } from 'vitest'
import { clusteredRegression } from '../../src/panel/clustered-regression.ts'
import { personClusters } from '../../src/panel/person-clusters.ts'

const people = ['a', 'b', 'c', 'a', 'b', 'c'].map(person => ({ person }))
const constant = { name: 'intercept', values: [1, 1, 1, 1, 1, 1] }

test('on a constant it is the mean, with people added up before they are squared', () => {
  const fit = clusteredRegression(personClusters(people), [constant], [1, 2, 3, 3, 2, 7])!
  expect(fit.beta).toEqual([expect.closeTo(3, 12)])
  // residuals by person −2, −2, 4: 3/2 · (4 + 4 + 16) / 36
  expect(fit.covariance[0][0]).toBeCloseTo(1, 12)
  expect(fit.df).toBe(2)
})

test('columns that say the same thing have no regression', () => {
  const twice = { name: 'twice', values: constant.values.map(value => 2 * value) }
  expect(clusteredRegression(personClusters(people), [constant, twice], [1, 2, 3, 3, 2, 7])).toBeNull()
})
