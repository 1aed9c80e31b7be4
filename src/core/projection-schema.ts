/**
 * The number of people to come who are lonely, under one scenario and in one year.
 *
 * Persons, proportions 0-1, slopes on the logit scale per year, time in decimal
 * years. Each entry is a scenario, not a forecast: `flags` say what to bear in
 * mind, `reason` why there is no number.
 */
import { z } from 'zod'
import { about, number, pair } from './schema-parts.ts'

export const SCENARIOS = ['constant', 'continuing', 'broken50', 'broken100', 'broken150'] as const

/** Change in the number since the base wave by size and composition of the population, and rates (Das Gupta). */
const splitSchema = z.object({
  /** 1 January of the register that stands beside the base wave */
  date: z.string(),
  numberFrom: z.number(),
  numberTo: z.number(),
  total: z.number(),
  seTotal: z.number(),
  size: z.number(),
  seSize: z.number(),
  composition: z.number(),
  seComposition: z.number(),
  rate: z.number(),
  seRate: z.number(),
})

export const projectionSchema = z.object({
  ...about,
  /** of the forecast */
  year: z.number(),
  /** the day the forecast counts people on; null without one */
  time: number,
  scenario: z.enum(SCENARIOS),
  /** which population forecast; null without one */
  vintage: z.string().nullable(),
  /** people of the target in the forecast */
  N: number,
  /** lonely people */
  L: number,
  prev: number,
  ci80: pair,
  ci95: pair,
  pOver1m: number,
  /** standard deviation of the draws */
  sd: number,
  /** of the mean of the draws */
  mcSe: number,
  /** standard error by the delta method, beside `sd` */
  seDelta: number,
  /** prevalence at which a million people are lonely */
  breakEven: number,
  /** pooled slope of the logit per year in the waves before the programme; Q tests whether the cells differ in it */
  slope: z.object({ beta: z.number(), se: z.number(), Q: z.number(), df: z.number(), p: number }).nullable(),
  /** waves of the slope; the last is the base */
  preWaves: z.array(z.string()),
  /** time of the base wave, and of the break: the start of the programme, or the base where that is later */
  baseTime: number,
  breakTime: number,
  split: splitSchema.nullable(),
  /** standard error of the logarithm of the forecast population */
  popLogSe: z.number(),
  draws: z.number(),
  seed: z.number(),
  flags: z.array(z.string()),
  reason: z.string().nullable(),
  shown: z.boolean(),
})

export type Scenario = (typeof SCENARIOS)[number]
export type ProjectionEntry = z.infer<typeof projectionSchema>
