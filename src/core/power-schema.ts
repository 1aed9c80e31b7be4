/**
 * What the design of a series can find: the smallest break and change it would show.
 *
 * From the waves, their numbers and their design effects, at the prevalence
 * before the programme; never from the δ that was found. Proportions 0-1,
 * slopes per year, time in decimal years.
 */
import { z } from 'zod'
import { about, number } from './schema-parts.ts'

const powerWaveSchema = z.object({
  wave: z.string(),
  time: z.number(),
  role: z.enum(['pre', 'baseline', 'transition', 'post']),
  n: number,
  /** the data's own; as published, or null, where the wave is published */
  deff: number,
  /** the simple random sample of the same precision */
  neff: number,
})

export const powerSchema = z.object({
  ...about,
  waves: z.array(powerWaveSchema),
  /** the wave whose break is asked for */
  assessed: z.string().nullable(),
  /** planning prevalence: that of the last wave before the programme */
  p: number,
  /** between the waves, where they share people; null = other people */
  correlation: z.array(z.array(z.number())).nullable(),
  tau: z.number(),
  alpha: z.number(),
  power: z.number(),
  margin: z.number(),
  seDelta: number,
  mdeDelta: number,
  /** change of the slope at the start that gives `mdeDelta` */
  mdeSlopePerYear: number,
  /** the margin within which a δ of 0 could be shown to lie */
  provableMargin: number,
  continuationAttainable: z.boolean().nullable(),
  seChange: number,
  mdeChange: number,
  /** respondents in every wave for which a break as large as the margin is found; null = no number suffices */
  requiredN: number,
  shown: z.boolean(),
  reason: z.string().exactOptional(),
})

export type PowerEntry = z.infer<typeof powerSchema>
