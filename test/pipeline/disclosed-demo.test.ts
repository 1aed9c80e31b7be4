import { expect, test } from 'vitest'
import { analyse } from '../../src/pipeline/analyse.ts'
import { dataPath } from '../../src/pipeline/reference-data.ts'
import { readStudy } from '../../src/study/read.ts'

test('protecting small groups of the demo costs details, not the figures that the report is about', async () => {
  const { results } = await analyse(await readStudy(dataPath('demo/ejz.yaml')))
  const headline = results.estimates.filter(
    ({ domain }) => domain.target === '75+' && Object.keys(domain).length === 1,
  )
  const monitor = headline.filter(({ source }) => source === 'gezondheidsmonitor')
  expect(monitor.every(({ shown }) => shown)).toBe(true)
  const hidden = headline.filter(({ shown }) => !shown)
  expect(hidden.filter(({ reason }) => reason === 'suppressed_complementary')).toEqual([])
  const judged = results.breaks.filter(({ source }) => source === 'gezondheidsmonitor')
  expect(judged.every(({ shown, class: found }) => shown && found !== 'not_assessable')).toBe(true)
})

test('one small implied group hides two municipalities, not the whole table', async () => {
  const { results } = await analyse(await readStudy(dataPath('demo/ejz.yaml')))
  const hidden = results.estimates.filter(
    entry => entry.wave === '2012' && entry.measure === 'severe' && !entry.shown,
  )
  expect(hidden.map(({ domain, reason }) => [domain.target, Object.keys(domain).length, reason])).toEqual([
    ['all', 2, 'suppressed_complementary'],
    ['all', 2, 'suppressed_complementary'],
  ])
})
