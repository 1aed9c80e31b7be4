/** One wave as a row of Tabel 1: what was asked of whom, when, and from which file. */
import { basename } from 'node:path'
import type { Binding } from '../core/binding.ts'
import { fieldworkTime } from '../core/date.ts'
import type { PopulationRow } from '../core/population.ts'
import type { WaveEntry } from '../core/results.ts'
import type { Study } from '../core/study.ts'
import type { WaveData } from './read-wave.ts'
import { personsOf, registerDay } from './register.ts'

export interface WaveContext {
  readonly role: WaveEntry['role']
  /** records of the target with a valid score */
  readonly nTarget: number
  readonly population: readonly PopulationRow[]
}

export function waveEntry(study: Study, data: WaveData, context: WaveContext): WaveEntry {
  const { spec, binding, facts, files } = data
  const time = fieldworkTime(spec.fieldwork)
  return {
    source: spec.source,
    wave: spec.wave,
    time,
    fieldwork: [...spec.fieldwork],
    instrument: binding.scale,
    role: context.role,
    mode: spec.mode,
    panel: spec.panel,
    missingRule: missingRuleOf(binding),
    subscaleCutoff: binding.subscaleCutoff,
    weight: binding.columns.weight ?? null,
    stratum: binding.columns.stratum ?? null,
    psu: binding.columns.psu ?? null,
    files: files
      .flatMap(file => file.joinedFrom ?? [file])
      .map(file => ({
        name: basename(file.path),
        sha256: file.sha256,
        bytes: file.bytes,
        rows: file.rows ?? facts.records,
      })),
    ageRange: facts.ageRange === null ? null : [...facts.ageRange],
    targetPopulation: targetPopulation(study, context.population, time),
    records: facts.records,
    nTarget: context.nTarget,
    unusableWeights: facts.unusableWeights,
    missingItems: [...facts.missingItems],
  }
}

/** Scores that were delivered keep the rule of who made them. */
export function missingRuleOf({ delivered, missingRule }: Binding): string {
  return delivered?.use === 'scored' ? delivered.missingRule : missingRule
}

export function targetPopulation(
  study: Study,
  population: readonly PopulationRow[],
  time: number,
): WaveEntry['targetPopulation'] {
  const day = registerDay(population, time)
  if (day === null) return null
  const [first, last] = study.target.age
  const persons = personsOf(day, first, last === null ? null : last + 1)
  return persons === null ? null : { persons, date: `${day.year}-01-01` }
}
