import { expect, test } from 'vitest'
import { type BridgeWave, bridgeEntries } from '../../src/pipeline/bridge-entries.ts'
import type { CrossTable, Tally } from '../../src/scale/bridge.ts'
import { resultsFixture } from '../report/results-fixture.ts'
import { studyOf } from './study-of.ts'

const tally = (n: number): Tally => ({ n, w: n, w2: n })
const table = (both: number, only11: number, only6: number, neither: number): CrossTable => ({
  both: tally(both),
  only11: tally(only11),
  only6: tally(only6),
  neither: tally(neither),
})
const wave = (name: string, bridge: CrossTable | null, panel = false): BridgeWave => ({
  spec: { source: 'proef', wave: name, panel },
  bridge,
})

/** Figures of R: 2012 applied to 2016, see reference/method/08_harmonise.R. */
const R2012 = table(654, 97, 59, 660)
const R2016 = table(822, 124, 35, 549)

test('the first bridge is applied to the other waves, beside what their eleven items say', () => {
  const [first, second] = bridgeEntries(studyOf(), [wave('2012', R2012), wave('2016', R2016)], [])
  expect(first).toMatchObject({ wave: '2012', indicative: true, n: 1470, domain: { target: '75+' } })
  const [found] = first.crosswalks
  expect(found.p11).toBeCloseTo(0.60609044528160783, 12)
  expect(found.se).toBeCloseTo(0.019323104308341155, 12)
  expect(found.observed).toBeCloseTo(0.61830065359477127, 12)
  expect(second.crosswalks).toEqual([])
})

test('a crosswalk between waves of the same people has no error: theirs go together', () => {
  const [first] = bridgeEntries(studyOf(), [wave('H', R2012, true), wave('I', R2016, true)], [])
  expect(first.crosswalks).toMatchObject([{ wave: 'I', se: null }])
})

test('a wave that asked six items only gets a crosswalk from its estimate, and no bridge of its own', () => {
  const estimates = resultsFixture()
    .estimates.filter(({ measure, standard }) => measure === 'lonely' && standard === null)
    .map(entry => ({ ...entry, source: 'proef', wave: 'T', instrument: 'djg6', value: 0.5, neff: 900 }))
  const entries = bridgeEntries(studyOf(), [wave('H', R2012), wave('T', null)], estimates)
  expect(entries).toHaveLength(1)
  expect(entries[0].crosswalks).toMatchObject([{ wave: 'T', p6: 0.5, observed: null }])
  const eleven = estimates.map(entry => ({ ...entry, instrument: 'djg11' }))
  expect(bridgeEntries(studyOf(), [wave('H', R2012), wave('T', null)], eleven)[0].crosswalks).toEqual([])
})

test('studies are never bridged to each other', () => {
  const other = { ...wave('2016', R2016), spec: { source: 'andere', wave: '2016', panel: false } }
  const entries = bridgeEntries(studyOf(), [wave('2012', R2012), other], [])
  expect(entries.map(({ crosswalks }) => crosswalks)).toEqual([[], []])
})
