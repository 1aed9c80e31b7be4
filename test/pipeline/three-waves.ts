/** The invented three-wave study whose every figure R computed: see test/reference/three-waves.R. */

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Study, WaveSpec } from '../../src/core/study.ts'
import { studyOf } from './study-of.ts'

const folder = fileURLToPath(new URL('../fixtures/three-waves', import.meta.url))

export function threeWaves(part: Partial<Study> = {}): Study {
  return studyOf({
    title: 'Drie verzonnen golven',
    waves: ['2012', '2016', '2020'].map(wave => waveOf(wave, join(folder, `${wave}.csv`))),
    by: [['sex'], ['age'], ['age', 'sex'], ['municipality']],
    standard: ['first-wave', 'esp2013'],
    disclosure: { minN: 0, minEvents: 0, presentation: 'off' },
    ...part,
  })
}

function waveOf(wave: string, file: string): WaveSpec {
  return {
    profile: 'microdata',
    source: 'proef',
    wave,
    files: [file],
    folder: null,
    fieldwork: [`${wave}-09-01`, `${wave}-12-15`],
    role: null,
    mode: null,
    panel: false,
    scale: 'djg11',
    missingRule: 'manual',
    subscaleCutoff: null,
    scoring: null,
    duplicates: null,
    columns: {
      weight: 'weight',
      stratum: 'stratum',
      age: 'age',
      sex: 'sex',
      municipality: 'gm',
      ...Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`item${i + 1}`, `dj${i + 1}`])),
    },
    codes: { yes: [1], moreOrLess: [2], no: [3], missing: [9], sex: { male: [1], female: [2] } },
    decimal: null,
    encoding: null,
    where: null,
  }
}
