/** Quality of the scale per wave: the whole scale and its two sub-scales. */
import type { ReliabilityEntry } from '../core/results.ts'
import { reliability } from '../scale/reliability.ts'
import { SCALES } from '../scale/scale.ts'
import type { WaveData } from './read-wave.ts'

export function reliabilityEntries({ spec, binding, facts }: WaveData): ReliabilityEntry[] {
  return (['total', 'emotional', 'social'] as const).flatMap(subset => {
    const found = reliability(SCALES[binding.scale], subset, facts.patterns)
    if (found === null) return []
    const { n, items, alpha, kr20, h, seH } = found
    const about = { source: spec.source, wave: spec.wave, instrument: binding.scale, scale: subset }
    return [{ ...about, n, items: items.map(item => ({ ...item })), alpha, kr20, h, seH }]
  })
}
