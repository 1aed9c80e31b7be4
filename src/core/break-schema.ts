/**
 * The trend break of a series, and the verdict over all of them.
 *
 * Proportions 0-1, slopes and drift per year, time in decimal years.
 */
import { z } from 'zod'
import { about, number, pair } from './schema-parts.ts'

const deltaSchema = z.object({
  wave: z.string(),
  time: z.number(),
  delta: z.number(),
  se: z.number(),
  ci95: z.tuple([z.number(), z.number()]),
  ci90: z.tuple([z.number(), z.number()]),
})

export const breakSchema = z.object({
  ...about,
  level: z.enum(['national_a', 'national_b', 'individual_b']),
  t0: z.number(),
  tau: z.number(),
  margin: z.number(),
  class: z.enum([
    'turnaround',
    'faster_decline',
    'flattening',
    'continuation',
    'acceleration',
    'unfavourable_reversal',
    'inconclusive',
    'not_assessable',
  ]),
  subclass: z.string().nullable(),
  breakState: z
    .enum([
      'favourable_relevant',
      'unfavourable_relevant',
      'equivalent',
      'favourable',
      'unfavourable',
      'inconclusive',
    ])
    .nullable(),
  direction: z.enum(['flat', 'down', 'up', 'undetermined']).nullable(),
  strength: z.enum(['strong', 'moderate', 'none']).nullable(),
  roles: z.record(z.string(), z.enum(['pre', 'baseline', 'transition', 'post'])),
  assessed: deltaSchema.nullable(),
  expected: number,
  seExpected: number,
  /** the pre-programme line, from the first wave to the last: for the chart */
  counterfactual: z.array(z.object({ time: z.number(), value: z.number(), se: z.number() })),
  changeSinceLastPre: z.object({ diff: z.number(), se: z.number(), ci95: pair, ci90: pair }).nullable(),
  preSlope: z
    .object({
      slope: z.number(),
      se: z.number(),
      ci95: pair,
      direction: z.enum(['rising', 'falling', 'not_distinguishable']),
    })
    .nullable(),
  preFit: z.object({ Q: z.number(), df: z.number(), p: number }).nullable(),
  robust: z
    .object({ maxDrift: z.number(), ci95: pair, breakdownDrift: z.number(), robust: z.boolean() })
    .nullable(),
  mde80: number,
  minProvableMargin: number,
  continuationAttainable: z.boolean().nullable(),
  /** the same break under another τ, margin or start of the programme */
  sensitivity: z.array(
    z.object({
      varies: z.enum(['tau', 'margin', 'start']),
      value: z.string(),
      class: z.string(),
      delta: number,
      ci95: pair,
    }),
  ),
  flags: z.array(z.string()),
  reason: z.string().nullable(),
  shown: z.boolean(),
})

export const verdictSchema = z.object({
  overall: z.enum([
    'trend_break_confirmed',
    'trend_break_indicated',
    'break_shown_not_attributable',
    'conflicting',
    'no_trend_break',
    'worsened',
    'worsened_coinciding_with_period_shock',
    'not_determinable_at_margin',
    'interim_right_direction',
    'interim_wrong_direction',
    'interim_conflicting',
    'not_yet_determinable',
  ]),
  primary: z.object({
    source: z.string(),
    measure: z.string(),
    standard: z.string().nullable(),
    wave: z.string().nullable(),
  }),
  cells: z.array(
    z.object({
      source: z.string(),
      level: z.string(),
      measure: z.string(),
      instrument: z.string(),
      class: z.string(),
      light: z.enum(['green_dark', 'green_light', 'amber', 'white', 'grey', 'red_dark', 'red_light']),
      pHolm: number,
      primary: z.boolean(),
    }),
  ),
})

export type BreakEntry = z.infer<typeof breakSchema>
export type VerdictEntry = z.infer<typeof verdictSchema>
