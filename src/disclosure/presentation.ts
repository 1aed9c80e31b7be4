/**
 * Whether a percentage is reliable enough to print: the NCHS presentation standard.
 *
 * By effective sample and by the width of the Korn-Graubard interval, absolute
 * and relative. Reliability is not confidentiality: that is `own-reason.ts`.
 *
 * Units: proportions 0-1.
 * Source: Parker et al. (2017), NCHS Vital and Health Statistics 2(175).
 * Checked against: R 4.2 after the logic of CDC surveytable.
 */
export interface Presentable {
  readonly value: number
  readonly n: number
  /** null where the variance says nothing */
  readonly neff: number | null
  readonly df: number
  readonly events: number
  readonly reporting: { readonly low: number; readonly high: number } | null
}

export interface Presentation {
  /** why it may not be printed; null where it may */
  readonly reason: 'suppressed_neff' | 'suppressed_width' | 'suppressed_relative_width' | null
  readonly flags: readonly ('footnote_complement' | 'review_df' | 'review_0_or_100')[]
}

const SMALLEST_NEFF = 30
const NARROW = 0.05
const WIDE = 0.3
const RELATIVELY_WIDE = 1.3
const FEW_DF = 8

export function presentation({ value, n, neff, df, events, reporting }: Presentable): Presentation {
  const extreme = events === 0 || events === n
  const size = extreme ? n : Math.min(n, neff ?? 0)
  const width = extreme ? 0 : reporting === null ? Infinity : reporting.high - reporting.low
  if (size < SMALLEST_NEFF) return { reason: 'suppressed_neff', flags: [] }
  if (width >= WIDE) return { reason: 'suppressed_width', flags: [] }
  if (width > NARROW && width / value > RELATIVELY_WIDE) {
    return { reason: 'suppressed_relative_width', flags: [] }
  }
  return {
    reason: null,
    flags: [
      ...(width > NARROW && width / (1 - value) > RELATIVELY_WIDE ? (['footnote_complement'] as const) : []),
      ...(df < FEW_DF ? (['review_df'] as const) : []),
      ...(extreme ? (['review_0_or_100'] as const) : []),
    ],
  }
}
