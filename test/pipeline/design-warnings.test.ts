import { expect, test } from 'vitest'
import { designWarnings } from '../../src/pipeline/design-warnings.ts'
import type { SourceData } from '../../src/pipeline/source-data.ts'
import { studyOf } from './study-of.ts'

function source(psus: number[], nTarget: number[]): SourceData {
  const none = new Int32Array()
  return {
    name: 'proef',
    waves: [],
    entries: nTarget.map((n, i) => ({ ...ENTRY, wave: String(2012 + 4 * i), nTarget: n })),
    bands: { edges: [0], labels: ['0+'], target: 0 },
    cells: {
      dimensions: [],
      strata: psus.map((_, h) => `2012 ${h}`),
      psusInStratum: Float64Array.from(psus),
      fpc: null,
      length: 0,
      stratum: none,
      psu: null,
      codes: [],
      records: new Float64Array(),
      weights: new Float64Array(),
      measures: new Map(),
    },
  }
}

const ENTRY: SourceData['entries'][number] = {
  source: 'proef',
  wave: '2012',
  time: 2012.8,
  fieldwork: ['2012-09-01', '2012-12-15'],
  instrument: 'djg11',
  role: 'pre',
  mode: null,
  panel: false,
  missingRule: 'manual',
  subscaleCutoff: 2,
  weight: null,
  stratum: null,
  psu: null,
  files: [],
  ageRange: null,
  targetPopulation: null,
  records: 10,
  nTarget: 5,
  unusableWeights: 0,
  missingItems: [],
}

test('strata with a single PSU are counted, named and said to be dealt with', () => {
  const [warning] = designWarnings(studyOf(), source([1, 8, 1], [5]))
  expect(warning).toMatchObject({ code: 'lonely_psu', count: 2, values: { strata: 2, rule: 'adjust' } })
  expect(warning.message).toBe(
    '2 of 3 strata have a single PSU (2012 0, 2012 2): their distance from the grand mean stands for their variance',
  )
})

test('a wave without anyone of the target says so', () => {
  const found = designWarnings(studyOf(), source([8], [5, 0]))
  expect(found).toMatchObject([{ code: 'empty_domain', wave: '2016' }])
})

test('a sound design has no warnings', () => {
  expect(designWarnings(studyOf(), source([8, 2], [5]))).toEqual([])
})
