/** What a reader must know about the records of one wave; what cannot be analysed at all is an error. */
import type { Binding } from '../core/binding.ts'
import { EjzError, type Problem } from '../core/error.ts'
import type { WaveSpec } from '../core/study.ts'
import type { Warning } from '../core/warning.ts'
import type { WaveFacts } from './wave-facts.ts'

export function waveWarnings(spec: WaveSpec, binding: Binding, facts: WaveFacts): Warning[] {
  const about = { source: spec.source, wave: spec.wave }
  const usable = facts.records - facts.unusableWeights
  const counted: readonly (readonly [Warning['code'], number, number, string])[] = [
    [
      'unusable_weight',
      facts.unusableWeights,
      facts.records,
      'without a usable weight: left out of everything',
    ],
    ['implausible_age', facts.implausibleAge, usable, 'with an implausible age: taken as missing'],
    ['missing_age', facts.missingAge, usable, 'without an age: in no age group'],
    ['missing_sex', facts.missingSex, usable, 'without a known sex: counted with neither'],
  ]
  const warnings = counted
    .filter(([, count]) => count > 0)
    .map(([code, count, of, what]) => ({
      code,
      count,
      message: `${count} of ${of} ${of === 1 ? 'record' : 'records'} ${what}`,
      ...about,
    }))
  const notes: readonly (readonly [Warning['code'], boolean, string])[] = [
    ['unweighted', binding.columns.weight === undefined, 'no weight: every record counts the same'],
    ['no_stratum', binding.columns.stratum === undefined, 'no stratum: the sample is taken as one stratum'],
  ]
  return [
    ...warnings,
    ...notes.filter(([, applies]) => applies).map(([code, , message]) => ({ code, message, ...about })),
  ]
}

/** A record without stratum or PSU has no place in the declared design. */
export function refuseBrokenDesign(spec: WaveSpec, binding: Binding, facts: WaveFacts): void {
  const missing: readonly (readonly [string, string | undefined, number])[] = [
    ['stratum', binding.columns.stratum, facts.missingStratum],
    ['psu', binding.columns.psu, facts.missingPsu],
  ]
  const problems: Problem[] = missing
    .filter(([, column, count]) => column !== undefined && count > 0)
    .map(([role, column, count]) => ({
      code: 'design-incomplete',
      message: `${count} records have no ${role}`,
      hint: `fill ${column}, or declare no ${role} for this wave`,
      where: `${spec.source} ${spec.wave}, variable ${column}`,
      count,
    }))
  if (problems.length > 0) throw EjzError.of(problems, 'data')
}
