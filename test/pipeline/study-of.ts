/** A study with every default, for tests that need only a part of it. */
import type { Study } from '../../src/core/study.ts'

export function studyOf(part: Partial<Study> = {}): Study {
  return {
    file: null,
    title: 'Proef',
    language: 'nl',
    output: '/nowhere',
    programme: { name: 'Eén tegen eenzaamheid', start: '2018-03-08', exposureFrom: '2020-01-01' },
    target: { age: [75, null] },
    bands: { target: [75, 80, 85, 90], all: [18, 35, 50, 65, 75, 85] },
    by: [['sex'], ['age']],
    design: { lonelyPsu: 'adjust' },
    standard: ['first-wave', 'nl-2020'],
    primary: null,
    decision: {
      margin: 0.02,
      tau: 0.005,
      maxDrift: 0.0025,
      alpha: 0.05,
      scale: 'identity',
      lag: 0,
      minPre: 2,
    },
    shocks: [{ from: '2020-03-01', to: '2022-04-01', label: 'COVID-19' }],
    disclosure: { minN: 100, minEvents: 10, presentation: 'nchs' },
    planned: [],
    waves: [],
    population: 'built-in',
    forecast: null,
    municipalities: { register: null, geometry: null, threshold: 0.56 },
    report: {},
    ...part,
  }
}
