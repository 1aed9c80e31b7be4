/**
 * The choices that decide a break, fixed before the judged wave is opened.
 *
 * Units: decimal years, proportions 0-1, drift per year.
 */
import type { Matrix } from '../core/linear.ts'
import type { Shock } from './break-flags.ts'
import type { LinkName } from './link.ts'
import type { Refusal } from './refusal.ts'
import type { BreakWave } from './wave-series.ts'

export interface BreakInput {
  readonly waves: readonly BreakWave[]
  /** of the waves as given, without τ² */
  readonly covariance: Matrix
  /** start of the programme */
  readonly t0: number
  readonly lag?: number
  readonly scale?: LinkName
  /** non-sampling standard error of a wave */
  readonly tau: number
  /** estimate τ, at least `tau`, where four or more pre waves do not lie on a line */
  readonly estimateTau?: boolean
  readonly alpha?: number
  readonly margin: number
  /** largest natural change of slope per year that a robust break survives */
  readonly maxDrift: number
  readonly minPre?: number
  /** the wave named in advance, or `last` */
  readonly assess?: string
  /** false where instrument or mode changed within the series */
  readonly comparable?: boolean
  /** a reason not to judge that the caller knows */
  readonly barrier?: Refusal | null
  readonly shocks?: readonly Shock[]
}

export type BreakChoices = Required<BreakInput>

const DEFAULTS = {
  lag: 0,
  scale: 'identity',
  estimateTau: false,
  alpha: 0.05,
  minPre: 2,
  assess: 'last',
  comparable: true,
  barrier: null,
  shocks: [],
} as const

export function breakChoices(input: BreakInput): BreakChoices {
  return { ...DEFAULTS, ...input }
}
