/** Under `--strict` a doubt about the data refuses; what every study says of itself does not. */
import { EjzError } from '../core/error.ts'
import type { Results } from '../core/results.ts'

const DOUBTS = new Set([
  'unknown_code',
  'unusable_weight',
  'implausible_age',
  'encoding_guessed',
  'instrument_change',
  'cutoff_change',
  'labels_reversed',
  'duplicate_records',
  'scores_differ',
  'wave_contradicted',
  'weight_doubtful',
  'length_unknown',
])

export function refuseWarnings(warnings: Results['warnings']): void {
  const doubts = warnings.filter(({ code }) => DOUBTS.has(code))
  if (doubts.length === 0) return
  throw EjzError.of(
    doubts.map(({ code, message, hint, source, wave, where }) => ({
      code,
      message,
      hint: hint ?? 'mend the data or the study file, or leave out --strict to be warned only',
      where: [source, wave, where].filter(part => part !== undefined).join(' '),
    })),
    'strict',
  )
}
