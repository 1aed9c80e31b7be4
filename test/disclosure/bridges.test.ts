import { expect, test } from 'vitest'
import type { BridgeEntry, EstimateEntry } from '../../src/core/results.ts'
import { discloseBridges } from '../../src/disclosure/bridges.ts'
import { resultsFixture } from '../report/results-fixture.ts'

const RULES = { minN: 100, minEvents: 10, presentation: 'nchs' } as const

function bridgeOf(wave: string, counts: readonly [number, number, number, number]): BridgeEntry {
  const [both, only11, only6, neither] = counts
  return {
    source: 'gezondheidsmonitor',
    wave,
    domain: { target: '75+' },
    indicative: true,
    n: both + only11 + only6 + neither,
    counts: { both, only11, only6, neither },
    p11: 0.5,
    p6: 0.45,
    sens: 0.9,
    spec: 0.9,
    ppv: 0.9,
    npv: 0.9,
    kappa: 0.8,
    ratio: 0.9,
    crosswalks: [],
    shown: true,
  }
}

const { estimates } = resultsFixture()
const crosswalk = { wave: '2016', p6: 0.5, p11: 0.55, se: 0.01, observed: 0.56 }
const plenty = [100, 20, 15, 100] as const

test('bridges with enough people in every cell stay as they are', () => {
  const bridges = [{ ...bridgeOf('2012', plenty), crosswalks: [crosswalk] }, bridgeOf('2016', plenty)]
  expect(discloseBridges(bridges, estimates, RULES)).toEqual(bridges)
})

test('too few people, or too few in one cell, hide every figure of the bridge', () => {
  const [few, cell] = discloseBridges(
    [bridgeOf('2012', [40, 20, 15, 20]), bridgeOf('2016', [100, 20, 9, 100])],
    estimates,
    RULES,
  )
  expect([few.reason, cell.reason]).toEqual(['suppressed_n', 'suppressed_events'])
  expect(Object.entries(cell).filter(([, value]) => typeof value === 'number')).toEqual([])
  expect(cell).toMatchObject({ counts: null, shown: false })
})

test('a bridge goes with the prevalence of its wave, and so does a crosswalk to that wave', () => {
  const hide = (entry: EstimateEntry) =>
    entry.wave === '2016' && entry.measure === 'lonely' ? { ...entry, shown: false } : entry
  const bridges = [{ ...bridgeOf('2012', plenty), crosswalks: [crosswalk] }, bridgeOf('2016', plenty)]
  const [first, second] = discloseBridges(bridges, estimates.map(hide), RULES)
  expect(first).toMatchObject({ shown: true, crosswalks: [] })
  expect(second).toMatchObject({ shown: false, reason: 'suppressed', p6: null })
})

test('a crosswalk to a wave whose own bridge is hidden is hidden too', () => {
  const bridges = [
    { ...bridgeOf('2012', plenty), crosswalks: [crosswalk] },
    bridgeOf('2016', [100, 20, 9, 100]),
  ]
  expect(discloseBridges(bridges, estimates, RULES)[0].crosswalks).toEqual([])
})
