/**
 * Does the verdict hang on a choice? The same break under other choices, one at a time.
 *
 * Another τ, another margin, another start. For the starts a declared zero
 * measurement (`baseline`) goes by date like the others, so that a wave
 * between launch and exposure is seen on both sides; every other declared role
 * stands.
 *
 * Units: proportions 0-1, decimal years.
 */
import type { BreakEntry } from '../core/results.ts'
import { trendBreak } from './break.ts'
import type { BreakInput } from './break-choices.ts'

export type SensitivityRow = BreakEntry['sensitivity'][number]

export interface Alternatives {
  readonly taus?: readonly number[]
  readonly margins?: readonly number[]
  /** `label` is the date as it was written */
  readonly starts: readonly { readonly label: string; readonly t0: number }[]
}

export function breakSensitivity(
  input: BreakInput,
  { taus = [0, 0.005, 0.01], margins = [0.01, 0.02, 0.03], starts }: Alternatives,
): SensitivityRow[] {
  return [
    ...taus.map(tau => row('tau', String(tau), { ...input, tau })),
    ...margins.map(margin => row('margin', String(margin), { ...input, margin })),
    ...starts.map(({ label, t0 }) => row('start', label, { ...byDate(input), t0 })),
  ]
}

function row(varies: SensitivityRow['varies'], value: string, input: BreakInput): SensitivityRow {
  const { entry } = trendBreak(input)
  return {
    varies,
    value,
    class: entry.class,
    delta: entry.assessed?.delta ?? null,
    ci95: entry.assessed?.ci95 ?? null,
  }
}

function byDate(input: BreakInput): BreakInput {
  const waves = input.waves.map(wave => (wave.role === 'baseline' ? { ...wave, role: null } : wave))
  return { ...input, waves }
}
