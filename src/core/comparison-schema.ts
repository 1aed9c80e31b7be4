/**
 * What the results say of the studies themselves: Tabel 1, what may stand on one
 * axis and what may not, and both scales scored on the same people.
 *
 * Proportions 0-1, dates YYYY-MM-DD.
 */
import { z } from 'zod'
import { domain, number } from './schema-parts.ts'

const bilingual = z.object({ nl: z.string(), en: z.string() })

/** One row of Tabel 1: a wave there is, or one that is still to come. */
export const registerSchema = z.object({
  source: z.string(),
  wave: z.string(),
  status: z.enum(['available', 'expected', 'overdue']),
  /** the day on which its data came, or should come; null = not said */
  available: z.string().nullable(),
  /** planned waves: the day they were judged against, and what day that is; null where no day is known */
  judged: z.object({ on: z.string(), by: z.enum(['date', 'fieldwork']) }).nullable(),
  fieldwork: z.tuple([z.string(), z.string()]).nullable(),
  instrument: z.string().nullable(),
  /** as the study file says it */
  mode: z.string().nullable(),
  panel: z.boolean().nullable(),
  records: number,
  /** youngest and oldest in the data */
  agesSeen: z.tuple([z.number(), z.number()]).nullable(),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
  /** what is known of the study beyond its files; null for a source of one's own */
  known: z
    .object({
      holder: bilingual,
      people: bilingual,
      /** the youngest who belong to the population in this wave; null = not known */
      fromAge: number,
      usualMode: bilingual.nullable(),
      /** people in institutions are not in the population */
      privateHouseholds: z.boolean(),
      area: z.enum(['netherlands', 'regions']),
      /** where the sources contradict each other, and other things to know */
      notes: z.array(bilingual),
      cite: z.array(z.string()),
    })
    .nullable(),
})

export const REFUSALS = ['instrument', 'cutoff', 'age_floor', 'area', 'population', 'estimates'] as const

const members = z.object({ source: z.string(), waves: z.array(z.string()) })

/** For one measure and the people in total: which waves may stand on one axis or in one mean. */
export const comparableSchema = z.object({
  measure: z.string(),
  domain,
  comparableSets: z.array(z.array(members)),
  refusals: z.array(z.object({ a: members, b: members, reasons: z.array(z.enum(REFUSALS)) })),
})

/** The 11 and the 6 items scored on the same people; indicative, no part of any verdict. */
export const bridgeSchema = z.object({
  source: z.string(),
  wave: z.string(),
  domain,
  indicative: z.literal(true),
  n: number,
  /** records lonely by both, by one only, by neither */
  counts: z
    .object({ both: z.number(), only11: z.number(), only6: z.number(), neither: z.number() })
    .nullable(),
  p11: number,
  p6: number,
  sens: number,
  spec: number,
  ppv: number,
  npv: number,
  kappa: number,
  ratio: number,
  /** what this bridge makes of the 6 items of other waves of the source, beside their 11 items where they have them */
  crosswalks: z.array(
    /** se null where the same people are in both waves */
    z.object({ wave: z.string(), p6: z.number(), p11: z.number(), se: number, observed: number }),
  ),
  shown: z.boolean(),
  reason: z.string().exactOptional(),
})

export type RegisterEntry = z.infer<typeof registerSchema>
export type ComparableEntry = z.infer<typeof comparableSchema>
export type Crosswalk = BridgeEntry['crosswalks'][number]
export type Refusal = (typeof REFUSALS)[number]
export type BridgeEntry = z.infer<typeof bridgeSchema>
