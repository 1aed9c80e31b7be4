import { expect, test } from 'vitest'
import type { Binding } from '../../src/core/binding.ts'
import type { WaveFacts } from '../../src/pipeline/wave-facts.ts'
import { refuseBrokenDesign, waveWarnings } from '../../src/pipeline/wave-warnings.ts'
import { threeWaves } from './three-waves.ts'

const [spec] = threeWaves().waves
const binding: Binding = {
  scale: 'djg11',
  missingRule: 'manual',
  subscaleCutoff: 2,
  columns: { weight: 'w', stratum: 's', psu: 'p' },
  items: new Map(),
  answers: { yes: [1], moreOrLess: [2], no: [3], missing: [] },
  sex: { male: [1], female: [2] },
  by: new Map(),
  warnings: [],
}
const facts: WaveFacts = {
  records: 100,
  unusableWeights: 0,
  missingAge: 0,
  implausibleAge: 0,
  missingSex: 0,
  missingStratum: 0,
  missingPsu: 0,
  unknownCodes: 0,
  otherYear: 0,
  repeated: { people: 0, records: 0, unidentified: 0 },
  compared: { differ: 0, onlyItems: 0, onlyDelivered: 0 },
  ageRange: [18, 99],
  missingItems: [],
  patterns: [],
}

test('a wave without doubts has no warnings', () => {
  expect(waveWarnings(spec, binding, facts)).toEqual([])
})

test('unusable weights are counted of all records, the rest of the usable ones', () => {
  const found = waveWarnings(spec, binding, { ...facts, unusableWeights: 3, implausibleAge: 1 })
  expect(found.map(({ message }) => message)).toEqual([
    '3 of 100 records without a usable weight: left out of everything',
    '1 of 97 records with an implausible age: taken as missing',
  ])
})

test('a file without weight or stratum says what that means', () => {
  const found = waveWarnings(spec, { ...binding, columns: {} }, facts)
  expect(found.map(({ code }) => code)).toEqual(['unweighted', 'no_stratum'])
})

test('records without a declared stratum or PSU are refused, both at once', () => {
  const broken = { ...facts, missingStratum: 2, missingPsu: 5 }
  expect(() => refuseBrokenDesign(spec, binding, broken)).toThrowError(
    expect.objectContaining({
      fault: 'data',
      problems: [
        expect.objectContaining({ code: 'design-incomplete', count: 2, where: 'proef 2012, variable s' }),
        expect.objectContaining({ code: 'design-incomplete', count: 5, where: 'proef 2012, variable p' }),
      ],
    }),
  )
  expect(() => refuseBrokenDesign(spec, { ...binding, columns: {} }, broken)).not.toThrow()
})
