/**
 * The results of an analysis: what results.json holds and every renderer reads.
 *
 * One zod schema gives the types, the reader and the JSON Schema. Proportions
 * 0-1, differences as proportions, time in decimal years, persons in persons.
 * A suppressed figure is null with `shown: false` and a `reason`.
 */
import { z } from 'zod'
import { breakSchema, verdictSchema } from './break-schema.ts'
import { bridgeSchema, comparableSchema, registerSchema } from './comparison-schema.ts'
import { powerSchema } from './power-schema.ts'
import { projectionSchema } from './projection-schema.ts'
import { number } from './schema-parts.ts'
import { changeSchema, decompositionSchema, estimateSchema, trendSchema } from './series-schema.ts'
import { WARNING_CODES } from './warning.ts'

export const SCHEMA_VERSION = 1

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
  /** null where the wave is published */
  missingRule: z.string().nullable(),
  /** emotionally and socially lonely from this sub-scale score on; null where a publication does not say */
  subscaleCutoff: number,
  weight: z.string().nullable(),
  stratum: z.string().nullable(),
  psu: z.string().nullable(),
  files: z.array(z.object({ name: z.string(), sha256: z.string(), bytes: z.number(), rows: z.number() })),
  ageRange: z.tuple([z.number(), z.number()]).nullable(),
  /** register population of the target on the 1 January nearest the fieldwork; null where the register lacks that year */
  targetPopulation: z.object({ persons: z.number(), date: z.string() }).nullable(),
  /** of the files; null where the wave is published */
  records: number,
  /** records of the target population with a valid score; as published, or null, where the wave is */
  nTarget: number,
  unusableWeights: number,
  /** shares 0-1 over records with a usable weight: 0, 1 or more missing items */
  missingItems: z.array(z.object({ items: z.number(), records: z.number() })),
  /** of a wave that is known from publications only: where they are, and whether a model made the figures */
  published: z.object({ cites: z.array(z.string()), model: z.boolean() }).exactOptional(),
})

export const resultsSchema = z.object({
  $schema: z.string(),
  schemaVersion: z.literal(SCHEMA_VERSION),
  title: z.string(),
  language: z.enum(['nl', 'en']),
  /** true when any input says it is synthetic: every page and file says so too */
  synthetic: z.boolean(),
  waves: z.array(waveSchema),
  /** Tabel 1, planned waves included */
  register: z.array(registerSchema),
  comparability: z.array(comparableSchema),
  bridges: z.array(bridgeSchema),
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
  power: z.array(powerSchema),
  projections: z.array(projectionSchema),
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

export type { BreakEntry, VerdictEntry } from './break-schema.ts'
export type { BridgeEntry, ComparableEntry, RegisterEntry } from './comparison-schema.ts'
export type { PowerEntry } from './power-schema.ts'
export type { ProjectionEntry } from './projection-schema.ts'
export type { ChangeEntry, DecompositionEntry, EstimateEntry, TrendEntry } from './series-schema.ts'
export type Results = z.infer<typeof resultsSchema>
export type ReliabilityEntry = z.infer<typeof reliabilitySchema>
export type WaveEntry = z.infer<typeof waveSchema>

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
