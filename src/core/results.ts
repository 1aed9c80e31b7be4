/**
 * The results of an analysis: what results.json holds and every renderer reads.
 *
 * One zod schema gives the types, the reader and the JSON Schema. Proportions
 * 0-1, differences as proportions, time in decimal years, persons in persons.
 * A suppressed figure is null with `shown: false` and a `reason`.
 */
import { z } from 'zod'
import { WARNING_CODES } from './warning.ts'

export const SCHEMA_VERSION = 1

const number = z.number().nullable()
const pair = z.tuple([z.number(), z.number()]).nullable()
const domain = z.record(z.string(), z.string()).and(z.object({ target: z.string() }))

const about = {
  source: z.string(),
  measure: z.string(),
  domain,
  /** null = crude */
  standard: z.string().nullable(),
}

export const estimateSchema = z.object({
  source: z.string(),
  wave: z.string(),
  time: z.number(),
  instrument: z.string(),
  measure: z.string(),
  domain,
  standard: z.string().nullable(),
  value: number,
  se: number,
  df: number,
  low: number,
  high: number,
  level: z.number(),
  interval: z.enum(['logit', 'kg', 't']).nullable(),
  reporting: z.object({ low: z.number(), high: z.number() }).nullable(),
  n: number,
  nMissing: number,
  events: number,
  population: number,
  deff: number,
  neff: number,
  shown: z.boolean(),
  reason: z.string().exactOptional(),
  flags: z.array(z.string()),
})

export const changeSchema = z.object({
  ...about,
  from: z.string(),
  to: z.string(),
  diff: number,
  se: number,
  df: number,
  t: number,
  p: number,
  pHolm: number,
  ci95: pair,
  ci90: pair,
  ratio: number,
  ratioCi: pair,
  or: number,
  orCi: pair,
  shown: z.boolean(),
  reason: z.string().exactOptional(),
})

export const trendSchema = z.object({
  ...about,
  waves: z.array(z.string()),
  omnibus: z.object({ Q: z.number(), df: z.number(), p: z.number() }).nullable(),
  wls: z
    .object({
      slope: z.number(),
      se: z.number(),
      z: z.number(),
      p: z.number(),
      ci: pair,
      Q: z.number(),
      dfQ: z.number(),
      pQ: number,
    })
    .nullable(),
  shown: z.boolean(),
  reason: z.string().exactOptional(),
})

const kitagawaSchema = z.object({
  ...about,
  method: z.literal('kitagawa'),
  from: z.string(),
  to: z.string(),
  total: number,
  seTotal: number,
  rate: number,
  seRate: number,
  composition: number,
  seComposition: number,
  covariance: number,
  cells: z.array(z.object({ age: z.string(), sex: z.string(), rate: z.number(), composition: z.number() })),
  shown: z.boolean(),
  reason: z.string().exactOptional(),
})

const dasGuptaSchema = z.object({
  ...about,
  method: z.literal('dasgupta'),
  from: z.string(),
  to: z.string(),
  /** persons lonely in the register population */
  numberFrom: number,
  numberTo: number,
  total: number,
  seTotal: number,
  size: number,
  seSize: number,
  rate: number,
  seRate: number,
  composition: number,
  seComposition: number,
  shown: z.boolean(),
  reason: z.string().exactOptional(),
})

export const decompositionSchema = z.discriminatedUnion('method', [kitagawaSchema, dasGuptaSchema])

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

export const reliabilitySchema = z.object({
  source: z.string(),
  wave: z.string(),
  instrument: z.string(),
  /** total, emotional or social */
  scale: z.string(),
  n: z.number(),
  items: z.array(
    z.object({
      item: z.number(),
      prevalence: z.number(),
      itemRest: number,
      alphaIfDropped: number,
      h: number,
    }),
  ),
  alpha: number,
  kr20: number,
  h: number,
  seH: number,
})

export const warningSchema = z.object({
  code: z.enum(WARNING_CODES),
  message: z.string(),
  hint: z.string().exactOptional(),
  source: z.string().exactOptional(),
  wave: z.string().exactOptional(),
  where: z.string().exactOptional(),
  count: z.number().exactOptional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
})

/** One row of Tabel 1, with what a method box must say about the wave. */
export const waveSchema = z.object({
  source: z.string(),
  wave: z.string(),
  time: z.number(),
  fieldwork: z.tuple([z.string(), z.string()]),
  instrument: z.string(),
  role: z.enum(['pre', 'baseline', 'transition', 'post']),
  mode: z.string().nullable(),
  panel: z.boolean(),
  missingRule: z.string(),
  subscaleCutoff: z.number(),
  weight: z.string().nullable(),
  stratum: z.string().nullable(),
  psu: z.string().nullable(),
  files: z.array(z.object({ name: z.string(), sha256: z.string(), bytes: z.number(), rows: z.number() })),
  ageRange: z.tuple([z.number(), z.number()]).nullable(),
  /** register population of the target on the 1 January nearest the fieldwork; null where the register lacks that year */
  targetPopulation: z.object({ persons: z.number(), date: z.string() }).nullable(),
  records: z.number(),
  /** records of the target population with a valid score */
  nTarget: z.number(),
  unusableWeights: z.number(),
  /** shares 0-1 over records with a usable weight: 0, 1 or more missing items */
  missingItems: z.array(z.object({ items: z.number(), records: z.number() })),
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

export const resultsSchema = z.object({
  $schema: z.string(),
  schemaVersion: z.literal(SCHEMA_VERSION),
  title: z.string(),
  language: z.enum(['nl', 'en']),
  /** true when any input says it is synthetic: every page and file says so too */
  synthetic: z.boolean(),
  waves: z.array(waveSchema),
  /** dimension → level → what the files call it, where they say so */
  labels: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  estimates: z.array(estimateSchema),
  changes: z.array(changeSchema),
  trends: z.array(trendSchema),
  decompositions: z.array(decompositionSchema),
  panel: z.array(z.never()),
  timeLag: z.array(z.never()),
  breaks: z.array(breakSchema),
  verdict: verdictSchema.nullable(),
  power: z.array(z.never()),
  projections: z.array(z.never()),
  process: z.array(z.never()),
  scale: z.array(reliabilitySchema),
  warnings: z.array(warningSchema),
  provenance: z.object({
    ejz: z.string(),
    engine: z.string(),
    /** every choice that decides a number, as it was used */
    options: z.record(z.string(), z.unknown()),
    studySha256: z.string().nullable(),
    report: z.record(z.string(), z.string()),
  }),
})

export type Results = z.infer<typeof resultsSchema>
export type EstimateEntry = z.infer<typeof estimateSchema>
export type ChangeEntry = z.infer<typeof changeSchema>
export type TrendEntry = z.infer<typeof trendSchema>
export type DecompositionEntry = z.infer<typeof decompositionSchema>
export type BreakEntry = z.infer<typeof breakSchema>
export type ReliabilityEntry = z.infer<typeof reliabilitySchema>
export type WaveEntry = z.infer<typeof waveSchema>
export type VerdictEntry = z.infer<typeof verdictSchema>

/** JSON Schema (draft 2020-12) of results.json. */
export function resultsJsonSchema(): z.core.JSONSchema.JSONSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'ejz results',
    description:
      'Everything an analysis found. Proportions 0-1, time in decimal years; null = not defined or not shown.',
    ...z.toJSONSchema(resultsSchema, { target: 'draft-2020-12' }),
  }
}
