/**
 * Entries about a series: estimates, the changes between them, the line through
 * them, and what a change is made of.
 *
 * Proportions 0-1, differences as proportions, time in decimal years.
 */
import { z } from 'zod'
import { about, domain, number, pair } from './schema-parts.ts'

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
  /** published = as it was published */
  interval: z.enum(['logit', 'kg', 't', 'published']).nullable(),
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
  /** where a published figure stands; absent for an estimate made from microdata */
  cite: z.string().exactOptional(),
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

export type EstimateEntry = z.infer<typeof estimateSchema>
export type ChangeEntry = z.infer<typeof changeSchema>
export type TrendEntry = z.infer<typeof trendSchema>
export type DecompositionEntry = z.infer<typeof decompositionSchema>
