import { expect, test } from 'vitest'
import { clusteredCovariance, clusteredDf, personClusters } from '../../src/panel/person-clusters.ts'

const records = ['a', 'b', 'c', 'a', 'b', 'd'].map(person => ({ person }))

test('the records of a person are added up before they are squared', () => {
  const clusters = personClusters(records)
  const first = [1, 2, 3, null, null, null]
  const second = [null, null, null, 4, 5, 6]
  // totals by person: (1, 2, 3, 0) and (4, 5, 0, 6); n/(n − 1) = 4/3, means 1.5 and 3.75
  expect(clusteredCovariance(clusters, [first, second])).toEqual([
    [expect.closeTo((4 / 3) * (14 - 9), 12), expect.closeTo((4 / 3) * (14 - 22.5), 12)],
    [expect.closeTo((4 / 3) * (14 - 22.5), 12), expect.closeTo((4 / 3) * (77 - 56.25), 12)],
  ])
  expect(clusteredDf(clusters, record => record >= 3)).toBe(2)
})

test('strata are centred apart, and a person alone in one follows the rule', () => {
  const strata = ['x', 'x', 'y', 'x', 'x', 'z']
  const stratified = records.map((record, i) => ({ ...record, stratum: strata[i] }))
  const values = [[1, 2, 3, 4, 5, 6]]
  const spread = 2 * ((5 - 6) ** 2 + (7 - 6) ** 2)
  const variance = (...rule: Parameters<typeof personClusters>) =>
    clusteredCovariance(personClusters(...rule), values)[0][0]
  expect(variance(stratified)).toBe(spread + 9 + 36)
  expect(variance(stratified, 'remove')).toBe(spread)
  expect(variance(stratified, 'certainty')).toBe(spread)
  expect(variance(stratified, 'average')).toBe(3 * spread)
  expect(() => variance(stratified, 'fail')).toThrow(/2 strata of the panel have one person/)
  expect(clusteredDf(personClusters(stratified), () => true)).toBe(1)
})

test('a person in two strata is refused by name', () => {
  expect(() =>
    personClusters([
      { person: 'a', stratum: 'x' },
      { person: 'a', stratum: 'y' },
    ]),
  ).toThrow(/person a is in two strata/)
})
