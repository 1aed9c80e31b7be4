/** A wave of an invented study, for tests that need only a part of it. */
import type { WaveEntry } from '../../src/core/results.ts'

export function waveOf(part: Partial<WaveEntry> = {}): WaveEntry {
  const wave = part.wave ?? '2016'
  const year = /^\d{4}/.test(wave) ? wave.slice(0, 4) : '2016'
  return {
    source: 'proef',
    wave,
    time: Number(year) + 0.8,
    fieldwork: [`${year}-09-01`, `${year}-12-15`],
    instrument: 'djg11',
    role: 'pre',
    mode: null,
    panel: false,
    missingRule: 'manual',
    subscaleCutoff: 2,
    weight: 'w',
    stratum: 's',
    psu: null,
    files: [],
    ageRange: [18, 99],
    targetPopulation: null,
    records: 100,
    nTarget: 50,
    unusableWeights: 0,
    missingItems: [],
    ...part,
  }
}
