import { expect, test } from 'vitest'
import { domainMeans } from '../../src/panel/domain-means.ts'
import { personClusters } from '../../src/panel/person-clusters.ts'

const records = ['a', 'b', 'c', 'a', 'd'].map(person => ({ person }))
const weight = [1, 2, 1, 1, 3]

test('means of groups that share a person covary through that person', () => {
  const outcome = [1, 0, 1, 1, null]
  const { means, covariance } = domainMeans(personClusters(records), weight, outcome, [[0, 1, 2], [3, 4], []])
  expect(means[0]).toEqual({ n: 3, population: 4, value: 0.5, spread: 0.375 })
  expect(means[1]).toEqual({ n: 1, population: 1, value: 1, spread: null })
  expect(means[2]).toEqual({ n: 0, population: 0, value: null, spread: null })
  // u = (1/8, −2/8, 1/8, 0): n/(n − 1) Σ u² = 4/3 · 6/64
  expect(covariance[0][0]).toBeCloseTo(0.125, 12)
  expect(covariance[0][1]).toBeCloseTo(0, 12)
  expect(covariance[2]).toEqual([0, 0, 0])
})
